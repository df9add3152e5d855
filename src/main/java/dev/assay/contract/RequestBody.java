package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a request carries.
 *
 * @param mediaType the first that is documented; empty where no body is
 * @param schema its JSON Schema, references resolved
 */
public record RequestBody(String mediaType, JsonNode schema) {

  /** Whether there is any. */
  public boolean isPresent() {
    return !mediaType.isEmpty();
  }

  /** All of it as one field without a name. */
  public Field whole() {
    return new Field("", schema, true);
  }

  /** Its fields, those inside objects included. */
  public List<Field> fields() {
    return Field.of(schema);
  }

  /** The one of that path or name. */
  public Optional<Field> field(String pathOrName) {
    return fields().stream().filter(field -> field.isCalled(pathOrName)).findFirst();
  }

  /** The first that carries a file. */
  public Optional<Field> file() {
    return fields().stream().filter(Field::isFile).findFirst();
  }

  /** Whether it is JSON, or a type of its own that is JSON too (RFC 6839, section 3.1). */
  public boolean isJson() {
    return isJson(mediaType);
  }

  static boolean isJson(String mediaType) {
    return mediaType.matches("(?i).*[/+]json(;.*)?");
  }

  /** Whether it is a form of parts (RFC 7578). */
  public boolean isForm() {
    return mediaType.equals("multipart/form-data");
  }
}
