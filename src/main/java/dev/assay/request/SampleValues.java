package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.exchange.target.Service;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/**
 * Valid values for the fields of a contract: the target's where the contract says so, then those
 * that it lists or shows, and else some that its schema allows.
 *
 * @param service whose values the contract refers to
 * @param data for texts that occur nowhere else
 */
record SampleValues(Service service, TestData data) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A valid value for that field; none where the target does not give what it would need. */
  Optional<JsonNode> of(Field field, String purpose) {
    Optional<String> named = field.trait("x-value");
    if (named.isPresent()) {
      return named.flatMap(service::mention).map(text -> typed(field, text));
    }
    return field.choices().stream()
        .findFirst()
        .or(() -> shown(field.schema()))
        .or(() -> Optional.of(madeUp(field, purpose)));
  }

  /** What the contract shows of it. */
  private static Optional<JsonNode> shown(JsonNode schema) {
    return List.of("/example", "/examples/0", "/default").stream()
        .map(schema::at)
        .filter(node -> !node.isMissingNode())
        .findFirst();
  }

  private JsonNode madeUp(Field field, String purpose) {
    if (field.is("integer") || field.is("number")) {
      return JSON.numberNode(field.schema().path("minimum").asLong(1));
    }
    if (field.is("boolean")) {
      return JSON.booleanNode(true);
    }
    if (field.is("array")) {
      ArrayNode array = JSON.arrayNode();
      Field item = new Field(field.path(), field.schema().path("items"), true);
      of(item, purpose).ifPresent(array::add);
      return array;
    }
    if (field.is("object") || field.schema().has("properties")) {
      ObjectNode object = JSON.objectNode();
      Field.of(field.schema()).stream()
          .filter(Field::isTop)
          .forEach(
              member -> of(member, purpose).ifPresent(value -> object.set(member.name(), value)));
      return object;
    }
    return JSON.textNode(text(field.schema(), purpose));
  }

  private String text(JsonNode schema, String purpose) {
    String text =
        switch (schema.path("format").asText()) {
          case "date" -> "2026-11-01";
          case "date-time" -> "2026-11-01T12:00:00Z";
          case "time" -> "12:00:00Z";
          case "email" -> "assay-" + data.marker(purpose) + "@example.com";
          case "uri", "url", "uri-reference" -> "https://example.com/" + data.marker(purpose);
          case "hostname" -> "example.com";
          case "ipv4" -> "192.0.2.1";
          case "ipv6" -> "2001:db8::1";
          case "uuid" -> TestData.uuid(data.marker(purpose));
          case "byte" -> "QXNzYXk=";
          default -> data.sentence(purpose);
        };
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    return text.length() <= most ? text : data.marker(purpose).substring(0, Math.min(most, 12));
  }

  /** The text as the type that the contract asks for, where it can be that. */
  static JsonNode typed(Field field, String text) {
    return field.is("integer") && text.matches("-?\\d+")
        ? JSON.numberNode(new BigInteger(text))
        : JSON.textNode(text);
  }
}
