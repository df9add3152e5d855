package dev.assay.mock.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * A JSON object that came in a body, read strictly: UTF-8, one value, nothing after it, no member
 * twice.
 */
public record JsonBody(JsonNode object) {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build()
          .readerFor(JsonNode.class);

  /**
   * Reads a body.
   *
   * @throws Refusal 400 when it is not exactly one JSON object
   */
  public static JsonBody read(Bytes body) {
    try {
      JsonNode value = READER.readTree(body.text(StandardCharsets.UTF_8));
      return new JsonBody(require(value, JsonNode::isObject, "the body must be a JSON object"));
    } catch (CharacterCodingException | JsonProcessingException e) {
      throw new Refusal(400, "the body is not valid JSON");
    }
  }

  /** A member that must be an object. */
  public JsonBody member(String name) {
    return new JsonBody(
        require(object.path(name), JsonNode::isObject, name + " must be an object"));
  }

  /** A member that must be a string of at least one character. */
  public String text(String name) {
    Predicate<JsonNode> fits = value -> value.isTextual() && !value.textValue().isEmpty();
    return require(object.path(name), fits, name + " must be a non-empty string").textValue();
  }

  /** The decimal digits, with a minus perhaps, of a member that must be a JSON integer. */
  public String integer(String name) {
    return require(object.path(name), JsonNode::isIntegralNumber, name + " must be an integer")
        .asText();
  }

  private static JsonNode require(JsonNode value, Predicate<JsonNode> fits, String demand) {
    return Optional.of(value).filter(fits).orElseThrow(() -> new Refusal(400, demand));
  }
}
