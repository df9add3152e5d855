package dev.assay.exchange.target;

import dev.assay.exchange.StrayCharacter;
import dev.assay.yaml.YamlNode.Value;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Fills in the environment variables that values of a target file refer to as {@code ${NAME}}. */
record EnvironmentVariables(Variables variables) {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern ALMOST_VARIABLE = Pattern.compile("\\$[A-Z_{]");

  /** The variable that is the whole of that value, if one is. */
  static Optional<String> in(Value value) {
    Matcher variable = VARIABLE.matcher(value.written());
    return variable.matches() ? Optional.of(variable.group(1)) : Optional.empty();
  }

  /** What the value says with its variables filled in. */
  String fillIn(Value value) {
    requireLiterals(value);
    return VARIABLE
        .matcher(value.written())
        .replaceAll(found -> Matcher.quoteReplacement(variable(value, found.group(1))));
  }

  private String variable(Value value, String name) {
    String found =
        variables
            .value(name)
            .orElseThrow(
                () ->
                    flaw(
                        value,
                        name,
                        "is not set; export it first, or give a file with it by --env-file"));
    if (found.isEmpty()) {
      throw flaw(value, name, "is empty; give it a value");
    }
    if (StrayCharacter.isBlank(found)) {
      throw flaw(value, name, "holds nothing but blanks; give it a value");
    }
    Optional<String> stray = StrayCharacter.in(found);
    if (stray.isPresent()) {
      throw flaw(value, name, "has %s; give it without".formatted(stray.get()));
    }
    return found;
  }

  private RuntimeException flaw(Value value, String name, String what) {
    return value.flaw(
        "takes its value from %s, which %s".formatted(variables.described(name), what));
  }

  /** What stands around the variables. */
  private static void requireLiterals(Value value) {
    String literals = VARIABLE.matcher(value.written()).replaceAll("x");
    if (ALMOST_VARIABLE.matcher(literals).find()) {
      throw value.flaw("holds a $ that begins no variable; write variables like ${NAME}");
    }
    Optional<String> stray =
        StrayCharacter.isBlank(literals) ? Optional.empty() : StrayCharacter.in(literals);
    if (stray.isPresent()) {
      throw value.flaw("has %s; remove it".formatted(stray.get()));
    }
  }
}
