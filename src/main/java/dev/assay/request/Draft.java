package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;

/**
 * A documented request before it is sent: its fields in their order, each of which can be another.
 */
public final class Draft {

  /** The value of a field, or the file in it. */
  private sealed interface Content {}

  private record Single(JsonNode value) implements Content {}

  private record Part(FormPart part) implements Content {}

  private final DocumentedRequests requests;
  private final Map<String, Content> fields;

  private Draft(DocumentedRequests requests, Map<String, Content> fields) {
    this.requests = requests;
    this.fields = fields;
  }

  static Draft of(DocumentedRequests requests) {
    return new Draft(requests, Map.of());
  }

  /** With one field more, if it has a value. */
  Draft and(String path, JsonNode value) {
    return value == null ? this : with(path, new Single(value));
  }

  Draft and(String path, FormPart file) {
    return with(path, new Part(file));
  }

  private Draft with(String path, Content content) {
    Map<String, Content> more = new LinkedHashMap<>(fields);
    more.put(path, content);
    return new Draft(requests, more);
  }

  /**
   * With another value of that field, which keeps its place.
   *
   * @param field its path or its name
   */
  public Draft with(String field, JsonNode value) {
    return with(path(field), new Single(value));
  }

  /** With another text in that field, which is a number where the contract asks for one. */
  public Draft withText(String field, String value) {
    return with(field, SampleValues.typed(field(field), value));
  }

  /** With that part, in the place of the one of its name if there is one. */
  public Draft with(FormPart part) {
    return with(part.name(), new Part(part));
  }

  /** With that file; where another field says of what kind it is, that says so too. */
  public Draft with(SampleFile sample, FormPart file) {
    return as(sample).with(file);
  }

  /** Said to carry a file of that kind, where a field says it. */
  public Draft as(SampleFile sample) {
    return requests
        .kinds()
        .flatMap(kinds -> kinds.selectedBy(requests.operation().body(), sample.extension()))
        .map(kind -> withText(kind.field(), kind.value()))
        .orElse(this);
  }

  /** With a field that the contract does not name. */
  public Draft andUnknown(String name, long value) {
    return and(name, JsonNodeFactory.instance.numberNode(value));
  }

  /** Without that field. */
  public Draft without(String field) {
    Map<String, Content> fewer = new LinkedHashMap<>(fields);
    fewer.remove(path(field));
    return new Draft(requests, fewer);
  }

  /** The paths of its fields, in their order. */
  public List<String> names() {
    return List.copyOf(fields.keySet());
  }

  /** Whether it has that field. */
  public boolean has(String path) {
    return fields.containsKey(path);
  }

  /** With its fields in that order. */
  public Draft inOrder(List<String> paths) {
    Map<String, Content> ordered = new LinkedHashMap<>();
    paths.forEach(path -> ordered.put(path, fields.get(path)));
    return new Draft(requests, ordered);
  }

  /** With its fields in the opposite order. */
  public Draft reversed() {
    List<String> paths = new ArrayList<>(fields.keySet());
    Collections.reverse(paths);
    return inOrder(paths);
  }

  /** The request. */
  public Request request() {
    return requests.of(body());
  }

  private Body body() {
    if (fields.get("") instanceof Single whole) {
      return new BodyWriter(requests).written(whole.value());
    }
    if (requests.operation().body().isForm()) {
      return requests.form(parts());
    }
    if (requests.operation().body().isUrlEncoded()) {
      return new BodyWriter(requests).written(json());
    }
    return requests.operation().body().isPresent() ? new Body.Text(json().toString()) : Body.NONE;
  }

  /** What it says in that field, if it has it and the field carries no file. */
  public Optional<JsonNode> value(Field field) {
    return fields.get(field.path()) instanceof Single single
        ? Optional.of(single.value())
        : Optional.empty();
  }

  /** The parts of its form. */
  public List<FormPart> parts() {
    List<FormPart> parts = new ArrayList<>();
    Set<String> written = new HashSet<>();
    fields.forEach(
        (path, content) -> {
          String top = path.split("\\.", 2)[0];
          if (content instanceof Part file) {
            parts.add(file.part());
          } else if (content instanceof Single && written.add(top)) {
            parts.addAll(new BodyWriter(requests).parts(top, json().get(top)));
          }
        });
    return parts;
  }

  /** Its values as one tree; none if a file is among them, or it has no fields. */
  Optional<JsonNode> tree() {
    boolean plain = fields.values().stream().allMatch(content -> content instanceof Single);
    return fields.get("") instanceof Single whole
        ? Optional.of(whole.value())
        : Optional.<JsonNode>of(json()).filter(json -> plain && !fields.isEmpty());
  }

  /** Its JSON object. */
  public ObjectNode json() {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    fields.forEach(
        (path, content) -> {
          if (content instanceof Single single) {
            put(body, path, single.value());
          }
        });
    return body;
  }

  private static void put(ObjectNode body, String path, JsonNode value) {
    int point = path.indexOf('.');
    if (point < 0) {
      body.set(path, value);
    } else {
      put(body.withObject("/" + path.substring(0, point)), path.substring(point + 1), value);
    }
  }

  private String path(String field) {
    return field.isEmpty() ? "" : field(field).path();
  }

  private Field field(String name) {
    return requests
        .operation()
        .body()
        .field(name)
        .orElseThrow(
            () ->
                new NoSuchElementException(
                    "no field " + name + " in " + requests.operation().id()));
  }
}
