package dev.assay.exchange.target;

import dev.assay.exchange.StrayCharacter;
import dev.assay.yaml.YamlNode.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What single values of a target file mean, with the environment's filled in. */
final class TargetValues {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern ALMOST_VARIABLE = Pattern.compile("\\$[A-Z_{]");
  private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|kB|MB|GB)?");
  private static final Map<String, Long> UNITS =
      Map.of(
          "B",
          1L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30, //
          "kB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L);

  private final Map<String, String> environment;

  TargetValues(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The environment variable that is the whole of that value, if one is. */
  static Optional<String> variableIn(Value value) {
    Matcher variable = VARIABLE.matcher(value.text());
    return variable.matches() ? Optional.of(variable.group(1)) : Optional.empty();
  }

  URI url(Value value) {
    URI uri = webUrl(value);
    Optional<String> odd = Authority.of(uri).flatMap(Authority::oddCharacter);
    if (odd.isPresent()) {
      throw value.flaw(
          "has a host name with `%s` in it, which none can have; write names in other scripts in ASCII, as xn--…"
              .formatted(odd.get()));
    }
    return uri;
  }

  private URI webUrl(Value value) {
    try {
      URI uri = new URI(text(value).replaceFirst("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean hasNothingElse = uri.getRawQuery() == null && uri.getRawFragment() == null;
      if (web && hasNothingElse && Authority.of(uri).isPresent()) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below, in the same words
    }
    throw value.flaw(
        "must be a base URL like https://host/prefix, without user, query or fragment, not `%s`"
            .formatted(value.text()));
  }

  long integer(Value value) {
    try {
      return Long.parseLong(text(value));
    } catch (NumberFormatException e) {
      throw value.flaw("must be a whole number, not `" + value.text() + "`");
    }
  }

  double positive(Value value) {
    double number = number(value);
    if (number <= 0) {
      throw value.flaw("must be above 0, not `" + value.text() + "`");
    }
    return number;
  }

  Duration duration(Value value, int leastSeconds) {
    double seconds = number(value);
    if (seconds < leastSeconds || seconds > 86_400) {
      throw value.flaw(
          "must lie between %s and 86400 seconds, not `%s`".formatted(leastSeconds, value.text()));
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  double number(Value value) {
    try {
      double number = new BigDecimal(text(value)).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words
    }
    throw value.flaw("must be a number, not `" + value.text() + "`");
  }

  boolean bool(Value value) {
    return switch (text(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw value.flaw("must be true or false, not `" + value.text() + "`");
    };
  }

  long bytes(Value value) {
    Matcher matcher = BYTES.matcher(text(value));
    try {
      if (matcher.matches()) {
        long unit = matcher.group(2) == null ? 1 : UNITS.get(matcher.group(2));
        long bytes = Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
        if (bytes > 0) {
          return bytes;
        }
      }
    } catch (ArithmeticException e) {
      // told below, in the same words
    }
    throw value.flaw("must be a size like 2GiB or 500MB, not `" + value.text() + "`");
  }

  /** The value with the environment's filled in; never blank. */
  String text(Value value) {
    Matcher matcher = VARIABLE.matcher(value.text());
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      text.append(literal(value, value.text().substring(from, matcher.start())));
      text.append(variable(value, matcher.group(1)));
      from = matcher.end();
    }
    text.append(literal(value, value.text().substring(from)));
    if (text.toString().isBlank()) {
      throw value.empty();
    }
    return text.toString();
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
