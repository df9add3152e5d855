package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * A body of one media type.
 *
 * @param mediaType as documented, perhaps a range such as {@code image/*}; empty for no body
 * @param schema its JSON Schema, references resolved
 * @param examples whole bodies that the contract shows
 * @param encoding how the properties of a form are written (OpenAPI, Encoding Object), by name
 */
public record MediaContent(
    String mediaType, JsonNode schema, List<Example> examples, JsonNode encoding) {

  /**
   * A value that the contract shows.
   *
   * @param name by which examples of requests and answers belong together; empty for none
   */
  public record Example(String name, JsonNode value) {}

  /** No body at all. */
  static final MediaContent NONE =
      new MediaContent(
          "",
          JsonNodeFactory.instance.objectNode(),
          List.of(),
          JsonNodeFactory.instance.nullNode());

  /** The same without the examples of those names. */
  MediaContent without(Set<String> names) {
    return new MediaContent(
        mediaType,
        schema,
        examples.stream().filter(example -> !names.contains(example.name())).toList(),
        encoding);
  }

  /** Whether it is JSON, or a type of its own that is JSON too (RFC 6839, section 3.1). */
  public boolean isJson() {
    return isJson(mediaType);
  }

  /** The same of what a Content-Type header gives. */
  public static boolean isJson(String type) {
    return type.matches("(?i).*[/+]json\\s*(;.*)?");
  }

  /** Whether a body of it can be made: JSON, a form, a text, or bytes of no form in particular. */
  public boolean isWritable() {
    return isJson()
        || mediaType.matches("(?i)multipart/form-data|application/x-www-form-urlencoded|text/.*")
        || schema.isEmpty()
        || schema.path("format").asText().equals("binary")
        || schema.path("type").asText().equals("string");
  }

  /** Whether it is a range of media types (RFC 9110, section 12.5.1). */
  public boolean isRange() {
    return mediaType.endsWith("*");
  }

  /** It in that media type, where a range is documented. */
  public MediaContent as(String contentType) {
    return isRange() && !contentType.isBlank()
        ? new MediaContent(essence(contentType), schema, examples, encoding)
        : this;
  }

  /** It in a media type that can be sent, where a range is documented. */
  public MediaContent sendable() {
    boolean structured = schema.path("type").asText().matches("object|array");
    return switch (mediaType.replaceFirst("\\*$", "")) {
      case "image/" -> as("image/png");
      case "text/" -> as("text/plain");
      default -> as(structured ? "application/json" : "application/octet-stream");
    };
  }

  /** Whether a body of that type, as a Content-Type header gives it, is one of these. */
  public boolean covers(String contentType) {
    String mine = essence(mediaType);
    String other = essence(contentType);
    return mine.equals("*/*")
        || mine.equals(other)
        || (mine.endsWith("/*") && other.startsWith(mine.substring(0, mine.length() - 1)));
  }

  private static String essence(String type) {
    return type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
  }

  /** The names of the members that the schema tells of, in the body or in what it lists. */
  public Set<String> memberNames() {
    Set<String> names = new LinkedHashSet<>();
    collectMemberNames(schema, names);
    return names;
  }

  private static void collectMemberNames(JsonNode schema, Set<String> names) {
    schema.path("properties").fieldNames().forEachRemaining(names::add);
    for (String parts : List.of("allOf", "oneOf", "anyOf")) {
      schema.path(parts).forEach(part -> collectMemberNames(part, names));
    }
    if (schema.path("items").isObject()) {
      collectMemberNames(schema.path("items"), names);
    }
  }
}
