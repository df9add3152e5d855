package dev.assay.mock.derived;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Parameter;
import dev.assay.mock.derived.SentParameters.SentPairs;
import dev.assay.mock.http.Form;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.http.Refusal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a body says.
 *
 * @param value as JSON; missing where there is nothing to hold to a schema, as in an image
 * @param parts of a multipart form
 */
record SentBody(JsonNode value, List<ReceivedPart> parts) {

  private static final ObjectReader READER =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .build()
          .readerFor(JsonNode.class);

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** Nothing at all. */
  static final SentBody NONE = new SentBody(MissingNode.getInstance(), List.of());

  /**
   * What that body says, which is of that media type.
   *
   * @throws Refusal 400 if it is not of the form that the media type has
   */
  static SentBody read(MockRequest request, MediaContent content, SchemaMemory schemas) {
    if (content.isJson()) {
      return new SentBody(json(request.body().lenientText()), List.of());
    }
    if (content.covers("application/x-www-form-urlencoded")) {
      return new SentBody(pairs(request.body().lenientText(), content, schemas), List.of());
    }
    if (content.covers("multipart/form-data")) {
      List<ReceivedPart> parts = Form.read(request).parts();
      return new SentBody(parts(parts, content, schemas), parts);
    }
    return content.mediaType().startsWith("text/")
        ? new SentBody(
            SentValue.of(request.body().lenientText()).likely(content.schema(), schemas), List.of())
        : NONE;
  }

  /**
   * The value of that text.
   *
   * @throws Refusal 400 if it is no JSON
   */
  static JsonNode json(String text) {
    try {
      JsonNode value = READER.readTree(text);
      return value.isMissingNode() ? JSON.nullNode() : value;
    } catch (JsonProcessingException e) {
      throw new Refusal(400, "the body is not valid JSON");
    }
  }

  private static JsonNode pairs(String text, MediaContent content, SchemaMemory schemas) {
    SentPairs pairs = new SentPairs(SentParameters.pairs(text));
    Set<String> names = new LinkedHashSet<>();
    content.schema().path("properties").fieldNames().forEachRemaining(names::add);
    pairs.pairs().forEach(pair -> names.add(pair.name().replaceFirst("\\[.*", "")));
    ObjectNode object = JSON.objectNode();
    for (String name : names) {
      Parameter field = asParameter(name, content);
      pairs
          .of(field)
          .ifPresent(
              sent ->
                  object.set(
                      name,
                      sent.text()
                          .map(written -> part(List.of(written), sent, field.schema(), schemas))
                          .orElseGet(() -> sent.likely(field.schema(), schemas))));
    }
    return object;
  }

  /** A field of a form is written as a parameter of the query is (OpenAPI, Encoding Object). */
  private static Parameter asParameter(String name, MediaContent content) {
    JsonNode encoding = content.encoding().path(name);
    String style = encoding.path("style").asText("form");
    return new Parameter(
        name,
        "query",
        false,
        property(name, content),
        Optional.empty(),
        List.of(),
        style,
        encoding.path("explode").asBoolean(style.equals("form")));
  }

  private static JsonNode property(String name, MediaContent content) {
    JsonNode schema = SentValue.ofMember(name, content.schema());
    return schema.isObject() ? Field.withDefinitions(schema, content.schema()) : JSON.objectNode();
  }

  private static JsonNode parts(
      List<ReceivedPart> parts, MediaContent content, SchemaMemory schemas) {
    ObjectNode object = JSON.objectNode();
    Set<String> names = new LinkedHashSet<>();
    parts.forEach(part -> names.add(part.name()));
    for (String name : names) {
      List<String> texts =
          parts.stream()
              .filter(part -> part.name().equals(name))
              .map(part -> part.content().lenientText())
              .toList();
      Parameter field = asParameter(name, content);
      object.set(name, part(texts, sent(texts, field), field.schema(), schemas));
    }
    return object;
  }

  private static SentValue sent(List<String> texts, Parameter field) {
    if (texts.size() == 1 && !field.explode()) {
      String separator = SentParameters.separator(field.style());
      return SentParameters.listed(texts.get(0), field, separator, text -> text);
    }
    Optional<String> text = texts.size() == 1 ? Optional.of(texts.get(0)) : Optional.empty();
    return new SentValue(text, texts, Map.of());
  }

  /** An object, be it one of several, is in JSON, unless its encoding says otherwise. */
  private static JsonNode part(
      List<String> texts, SentValue sent, JsonNode schema, SchemaMemory schemas) {
    JsonNode written = sent.likely(schema, schemas);
    List<JsonNode> read = texts.stream().map(SentBody::container).toList();
    List<JsonNode> readings = new ArrayList<>(List.of(written));
    readings.add(read.get(0));
    readings.add(JSON.arrayNode().addAll(read));
    return readings.stream()
        .filter(each -> schemas.allows(schema, each))
        .findFirst()
        .orElse(written);
  }

  /** The object or the list that is written there; nothing where it is neither. */
  private static JsonNode container(String text) {
    try {
      JsonNode json = READER.readTree(text);
      return json.isContainerNode() ? json : JSON.nullNode();
    } catch (JsonProcessingException noJson) {
      return JSON.nullNode();
    }
  }
}
