package dev.assay.mock.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.MediaContent;
import dev.assay.mock.http.Bytes;
import java.util.Base64;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** A value as a body of that media type, or as a header. */
record AnswerText(MediaContent content, JsonNode value) {

  /** The smallest PNG there is: one pixel. */
  private static final String PIXEL =
      "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

  private static final Map<String, String> OF_RANGES =
      Map.of(
          "*/*", "application/json",
          "application/*", "application/json",
          "text/*", "text/plain",
          "image/*", "image/png");

  /** The media type that is named, one of those where a range is documented. */
  String mediaType() {
    return OF_RANGES.getOrDefault(content.mediaType(), content.mediaType());
  }

  Bytes body() {
    String type = mediaType();
    if (type.startsWith("image/")) {
      return Bytes.of(Base64.getDecoder().decode(PIXEL));
    }
    if (content.isJson() || type.equals("application/json")) {
      return Bytes.utf8(value.toString());
    }
    if (type.matches(".*[/+]xml(;.*)?")) {
      return Bytes.utf8("<?xml version=\"1.0\"?>" + xml("answer", value));
    }
    return Bytes.utf8(value.isContainerNode() ? value.toString() : value.asText());
  }

  private static String xml(String name, JsonNode value) {
    String inside =
        value.isObject()
            ? value.properties().stream()
                .map(member -> xml(member.getKey(), member.getValue()))
                .collect(Collectors.joining())
            : value.isArray()
                ? StreamSupport.stream(value.spliterator(), false)
                    .map(item -> xml("item", item))
                    .collect(Collectors.joining())
                : value.asText().replace("&", "&amp;").replace("<", "&lt;");
    return "<%1$s>%2$s</%1$s>".formatted(name, inside);
  }

  /** A value as a header gives it (OpenAPI, Header Object, style simple). */
  static String header(JsonNode value) {
    if (value.isArray()) {
      return StreamSupport.stream(value.spliterator(), false)
          .map(JsonNode::asText)
          .collect(Collectors.joining(","));
    }
    if (value.isObject()) {
      return value.properties().stream()
          .map(member -> member.getKey() + "," + member.getValue().asText())
          .collect(Collectors.joining(","));
    }
    return value.asText();
  }
}
