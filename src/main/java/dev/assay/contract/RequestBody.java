package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What a request carries.
 *
 * @param required whether every request must carry it
 * @param contents in each media type that is documented; the first that can be made is sent
 */
public record RequestBody(boolean required, List<MediaContent> contents) {

  /** The media type that is sent; empty where no body is documented. */
  public String mediaType() {
    return content().mediaType();
  }

  /** Its JSON Schema, references resolved. */
  public JsonNode schema() {
    return content().schema();
  }

  /** The body that is sent. */
  public MediaContent content() {
    return contents.stream()
        .map(MediaContent::sendable)
        .filter(MediaContent::isWritable)
        .findFirst()
        .or(() -> contents.stream().findFirst())
        .orElse(MediaContent.NONE);
  }

  /** The same, of which that media type is sent. */
  public RequestBody as(MediaContent content) {
    return new RequestBody(required, List.of(content));
  }

  /** The others that could be sent. */
  public List<MediaContent> others() {
    return contents.stream()
        .map(MediaContent::sendable)
        .filter(other -> other.isWritable() && !other.equals(content()))
        .toList();
  }

  /** Whether there is any. */
  public boolean isPresent() {
    return !contents.isEmpty();
  }

  /** All of it as one field without a name. */
  public Field whole() {
    return new Field("", schema(), true);
  }

  /**
   * Its fields, those inside objects included; none of a body whose fields depend on each other.
   */
  public List<Field> fields() {
    return Field.areIndependent(schema()) ? Field.of(schema()) : List.of();
  }

  /** The one of that path or name. */
  public Optional<Field> field(String pathOrName) {
    return fields().stream().filter(field -> field.isCalled(pathOrName)).findFirst();
  }

  /** The first that carries a file. */
  public Optional<Field> file() {
    return isForm() ? fields().stream().filter(Field::isFile).findFirst() : Optional.empty();
  }

  /** Whether it is JSON, or a type of its own that is JSON too (RFC 6839, section 3.1). */
  public boolean isJson() {
    return content().isJson();
  }

  /** Whether it is a form of parts (RFC 7578). */
  public boolean isForm() {
    return mediaType().equals("multipart/form-data");
  }

  /** Whether it is a form of pairs (WHATWG URL, section 5). */
  public boolean isUrlEncoded() {
    return mediaType().equals("application/x-www-form-urlencoded");
  }

  /** The same without the examples of those names. */
  RequestBody without(Set<String> names) {
    return new RequestBody(
        required, contents.stream().map(content -> content.without(names)).toList());
  }
}
