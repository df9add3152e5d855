package dev.assay.mock.http;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * A header's value with parameters, as in {@code form-data; name="file"}.
 *
 * @param value what precedes the first semicolon, in lower case
 * @param parameters by name in lower case, unquoted
 */
public record HeaderValue(String value, Map<String, String> parameters) {

  public HeaderValue {
    parameters = Map.copyOf(parameters);
  }

  /** Empty when {@code text} is not of this form, or names a parameter twice. */
  public static Optional<HeaderValue> parse(String text) {
    ParameterScanner scanner = new ParameterScanner(text);
    String value = scanner.until(';').strip().toLowerCase(Locale.ROOT);
    return scanner.parameters().map(parameters -> new HeaderValue(value, parameters));
  }

  public Optional<String> parameter(String name) {
    return Optional.ofNullable(parameters.get(name));
  }
}
