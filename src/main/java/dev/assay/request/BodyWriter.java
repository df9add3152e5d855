package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Parameter;
import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the value of a body as its media type asks for (OpenAPI, Encoding Object). */
record BodyWriter(DocumentedRequests requests) {

  Body written(JsonNode value) {
    MediaContent content = requests.operation().body().content();
    if (requests.operation().body().isForm()) {
      return requests.form(parts(value, content));
    }
    if (requests.operation().body().isUrlEncoded()) {
      return new Body.Text(urlEncoded(value, content));
    }
    return new Body.Text(
        content.isJson() || value.isContainerNode() ? value.toString() : value.asText());
  }

  private static String urlEncoded(JsonNode value, MediaContent content) {
    List<String> pairs = new ArrayList<>();
    for (Map.Entry<String, JsonNode> each : value.properties()) {
      Parameter parameter = asParameter(each.getKey(), each.getValue(), content);
      pairs.addAll(new ParameterStyle(parameter, BodyWriter::encoded).pairs(each.getValue()));
    }
    return String.join("&", pairs);
  }

  private static Parameter asParameter(String name, JsonNode value, MediaContent content) {
    JsonNode encoding = content.encoding().path(name);
    String style = encoding.path("style").asText("form");
    boolean flat = value.isObject() && !encoding.has("style");
    return new Parameter(
        name,
        "query",
        true,
        content.schema(),
        Optional.empty(),
        List.of(),
        flat ? "content" : style,
        encoding.path("explode").asBoolean(style.equals("form")));
  }

  /** Blanks are plus signs there (WHATWG URL, section 5.2). */
  private static String encoded(String text) {
    return text.startsWith("$") ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private List<FormPart> parts(JsonNode value, MediaContent content) {
    List<FormPart> parts = new ArrayList<>();
    value
        .properties()
        .forEach(each -> parts.addAll(parts(each.getKey(), each.getValue(), content)));
    return parts;
  }

  private List<FormPart> parts(String name, JsonNode value, MediaContent content) {
    JsonNode schema = content.schema().path("properties").path(name);
    if (!value.isArray()) {
      return List.of(part(name, value, schema, content));
    }
    Parameter parameter = asParameter(name, value, content);
    if (!parameter.explode()) {
      return List.of(
          FormPart.field(name, new ParameterStyle(parameter, text -> text).single(value)));
    }
    List<FormPart> parts = new ArrayList<>();
    value.forEach(item -> parts.add(part(name, item, schema.path("items"), content)));
    return parts;
  }

  /** The parts of one field of a form: several for a list. */
  List<FormPart> parts(String name, JsonNode value) {
    return parts(name, value, requests.operation().body().content());
  }

  private FormPart part(String name, JsonNode value, JsonNode schema, MediaContent content) {
    String type = content.encoding().path(name).path("contentType").asText();
    boolean binary =
        schema.path("format").asText().equals("binary") || schema.has("contentMediaType");
    if (binary) {
      String first = type.isEmpty() ? schema.path("contentMediaType").asText() : type;
      return fileCalled(name, first.split(",", 2)[0].strip());
    }
    if (!value.isContainerNode() && (type.isEmpty() || type.equals("text/plain"))) {
      return FormPart.field(name, value.asText());
    }
    String text = value.isContainerNode() ? value.toString() : value.asText();
    return new FormPart(
        name,
        Optional.empty(),
        Optional.of(type.isEmpty() ? "application/json" : type),
        Optional.empty(),
        BodySource.of(text.getBytes(StandardCharsets.UTF_8)));
  }

  /** A small file for a part of that name, of that media type if there is a sample of it. */
  private FormPart fileCalled(String name, String mediaType) {
    SampleFile sample =
        SampleFile.ALL.stream()
            .filter(each -> each.mediaType().equals(mediaType))
            .findFirst()
            .orElse(SampleFile.PDF);
    String type =
        mediaType.isEmpty()
            ? "application/octet-stream"
            : mediaType.contains("*") ? sample.mediaType() : mediaType;
    return FormPart.file(name, requests.fileName(name, sample), type, sample.content());
  }
}
