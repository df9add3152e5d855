package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A parameter of an operation outside its body.
 *
 * @param name its name, to the letter
 * @param in {@code header}, {@code query}, {@code path} or {@code cookie}
 * @param required whether every request must have it
 * @param schema its JSON Schema, references resolved
 * @param value the target's value that makes it valid, where it is not of the schema's own making
 */
public record Parameter(
    String name, String in, boolean required, JsonNode schema, Optional<String> value) {

  /** It as a field. */
  public Field field() {
    return new Field(name, schema, required);
  }
}
