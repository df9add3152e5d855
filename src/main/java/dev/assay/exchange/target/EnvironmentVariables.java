package dev.assay.exchange.target;

import dev.assay.exchange.StrayCharacter;
import dev.assay.yaml.YamlNode.Value;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the environment variables that values of a target file refer to as {@code ${NAME}}. */
record EnvironmentVariables(Map<String, String> environment) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern ALMOST_VARIABLE = Pattern.compile("\\$[A-Z_{]");

  /** The variable that is the whole of that value, if one is. */
  static Optional<String> in(Value value) {
    Matcher variable = VARIABLE.matcher(value.written());
    return variable.matches() ? Optional.of(variable.group(1)) : Optional.empty();
  }

  /** What the value says with its variables filled in. */
  String fillIn(Value value) {
    Matcher matcher = VARIABLE.matcher(value.written());
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      text.append(literal(value, value.written().substring(from, matcher.start())));
      text.append(variable(value, matcher.group(1)));
      from = matcher.end();
    }
    return text.append(literal(value, value.written().substring(from))).toString();
  }

  private String variable(Value value, String name) {
    String found = environment.getOrDefault(name, "");
    if (found.isEmpty()) {
      throw value.flaw(
          "takes its value from the environment variable %s, which is not set; export it first"
              .formatted(name));
    }
    Optional<String> stray = StrayCharacter.in(found).or(() -> StrayCharacter.around(found));
    if (stray.isPresent() && !found.isBlank()) {
      throw value.flaw(
          "takes its value from the environment variable %s, which has %s; export it without"
              .formatted(name, stray.get()));
    }
    return found;
  }

  private static String literal(Value value, String text) {
    if (ALMOST_VARIABLE.matcher(text).find()) {
      throw value.flaw("holds a $ that begins no variable; write variables like ${NAME}");
    }
    Optional<String> stray = StrayCharacter.in(text);
    if (stray.isPresent()) {
      throw value.flaw("has %s; remove it".formatted(stray.get()));
    }
    return text;
  }
}
