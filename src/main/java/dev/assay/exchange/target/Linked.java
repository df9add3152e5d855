package dev.assay.exchange.target;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Parameter;
import java.util.Map;
import java.util.Optional;

/**
 * What a link gave for the requests of an operation (OpenAPI, Link Object).
 *
 * @param says what comes from where, such as {@code its id comes from the link ReadNote of
 *     add-note}
 * @param parameters the values, by {@link Parameter#key()}
 * @param body the body, if the link gives one
 * @param missing why nothing was given that has to be, in a sentence
 */
public record Linked(
    String says,
    Map<String, JsonNode> parameters,
    Optional<JsonNode> body,
    Optional<String> missing) {

  /** What takes the place of one that gave what it should. */
  public static Linked missing(String says, String why) {
    return new Linked(says, Map.of(), Optional.empty(), Optional.of(says + ", but " + why));
  }

  public Linked {
    parameters = Map.copyOf(parameters);
  }

  /** The value of that parameter, if it gave one. */
  public Optional<JsonNode> value(Parameter parameter) {
    return Optional.ofNullable(parameters.get(parameter.key()));
  }
}
