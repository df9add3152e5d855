package dev.assay.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** The body of a request, byte for byte, read from its sources only while it is sent. */
public sealed interface Body extends BodySource {

  /** The text under that name: a string member at the top of a JSON object, or a form field. */
  Optional<String> field(String name);

  /** The whole number under that name: a member at the top of a JSON object, or a form field. */
  Optional<Long> number(String name);

  /** The value that it writes, if it is JSON. */
  Optional<JsonNode> json();

  /** This body with every text in it changed so; files stay as they are. */
  Body map(UnaryOperator<String> change);

  /** No body at all. */
  Body NONE = new Text("");

  /** A body of text, sent in UTF-8. */
  record Text(String text) implements Body {

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public long size() {
      return text.getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public InputStream open() {
      return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public Optional<String> field(String name) {
      return member(name).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }

    @Override
    public Optional<Long> number(String name) {
      return member(name).filter(JsonNode::canConvertToExactIntegral).map(JsonNode::longValue);
    }

    private Optional<JsonNode> member(String name) {
      return json().flatMap(value -> Optional.ofNullable(value.get(name)));
    }

    @Override
    public Optional<JsonNode> json() {
      try {
        return Optional.of(JSON.readTree(text)).filter(value -> !value.isMissingNode());
      } catch (JsonProcessingException e) {
        return Optional.empty();
      }
    }

    @Override
    public Body map(UnaryOperator<String> change) {
      return new Text(change.apply(text));
    }
  }

  /** A multipart/form-data body (RFC 7578); the boundary also belongs into the Content-Type. */
  record Multipart(String boundary, List<FormPart> parts) implements Body {

    public Multipart {
      parts = List.copyOf(parts);
    }

    @Override
    public long size() {
      long size = end().length;
      for (FormPart part : parts) {
        size += part.head(boundary).length + part.content().size() + 2;
      }
      return size;
    }

    @Override
    public InputStream open() {
      List<InputStream> streams = new ArrayList<>();
      for (FormPart part : parts) {
        streams.add(new ByteArrayInputStream(part.head(boundary)));
        streams.add(part.content().open());
        streams.add(new ByteArrayInputStream(new byte[] {'\r', '\n'}));
      }
      streams.add(new ByteArrayInputStream(end()));
      return new SequenceInputStream(Collections.enumeration(streams));
    }

    @Override
    public Optional<String> field(String name) {
      return parts.stream()
          .filter(part -> part.name().equals(name))
          .findFirst()
          .flatMap(FormPart::text);
    }

    @Override
    public Optional<Long> number(String name) {
      return field(name).filter(text -> text.matches("-?\\d{1,18}")).map(Long::valueOf);
    }

    @Override
    public Optional<JsonNode> json() {
      return Optional.empty();
    }

    @Override
    public Body map(UnaryOperator<String> change) {
      return new Multipart(boundary, parts.stream().map(part -> part.map(change)).toList());
    }

    @Override
    public List<Repeated> pieces() {
      List<Repeated> pieces = new ArrayList<>();
      for (FormPart part : parts) {
        pieces.add(new Repeated(part.head(boundary), 1));
        pieces.addAll(part.content().pieces());
        pieces.add(new Repeated(new byte[] {'\r', '\n'}, 1));
      }
      pieces.add(new Repeated(end(), 1));
      return pieces;
    }

    private byte[] end() {
      return ("--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8);
    }
  }
}
