package dev.assay.mock.http;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A request's header fields.
 *
 * @param values by lower-case name
 */
public record Headers(Map<String, List<String>> values) {

  public Headers {
    values = Map.copyOf(values);
  }

  public boolean has(String lowerCaseName) {
    return values.containsKey(lowerCaseName);
  }

  /** The value of a field that came exactly once. */
  public Optional<String> only(String lowerCaseName) {
    List<String> found = values.getOrDefault(lowerCaseName, List.of());
    return found.size() == 1 ? Optional.of(found.get(0)) : Optional.empty();
  }
}
