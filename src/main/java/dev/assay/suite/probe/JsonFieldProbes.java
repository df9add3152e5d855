package dev.assay.suite.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.Body;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Spoils each field of a JSON body in turn, as the contract's request schema tells. */
public final class JsonFieldProbes {

  private final JsonNode schema;
  private final ObjectNode good;

  public JsonFieldProbes(JsonNode schema, ObjectNode good) {
    this.schema = schema;
    this.good = good;
  }

  public List<FieldProbe> all() {
    List<FieldProbe> probes = new ArrayList<>();
    collect(schema, List.of(), probes);
    return probes;
  }

  private void collect(JsonNode object, List<String> above, List<FieldProbe> probes) {
    for (Map.Entry<String, JsonNode> property : object.path("properties").properties()) {
      List<String> path = new ArrayList<>(above);
      path.add(property.getKey());
      if (good.at("/" + String.join("/", path)).isMissingNode()) {
        continue;
      }
      probes.addAll(ofField(path, property.getValue(), isRequired(object, property.getKey())));
      collect(property.getValue(), path, probes);
    }
  }

  private static boolean isRequired(JsonNode object, String name) {
    for (JsonNode required : object.path("required")) {
      if (required.asText().equals(name)) {
        return true;
      }
    }
    return false;
  }

  private List<FieldProbe> ofField(List<String> path, JsonNode fieldSchema, boolean required) {
    String field = String.join(".", path);
    JsonNode value = good.at("/" + String.join("/", path));
    List<FieldProbe> probes = new ArrayList<>();
    probes.add(
        new FieldProbe(field + "-absent", "no " + field, body(path, Edit.REMOVE, null), required));
    for (FieldMutation fault : FieldMutation.json(fieldSchema, value)) {
      probes.add(
          new FieldProbe(
              field + "-" + fault.name(),
              field + " " + fault.says(),
              body(path, Edit.REPLACE, fault.value()),
              required && fault.wrongKind()));
    }
    probes.add(
        new FieldProbe(
            field + "-twice", field + " there twice", body(path, Edit.REPEAT, value), false));
    return probes;
  }

  private enum Edit {
    REMOVE,
    REPLACE,
    REPEAT
  }

  private Body body(List<String> path, Edit edit, JsonNode value) {
    return new Body.Text(written(good, path, edit, value));
  }

  /** The object as JSON text, which can hold what no tree of nodes can: a member twice. */
  private static String written(JsonNode object, List<String> path, Edit edit, JsonNode value) {
    List<String> members = new ArrayList<>();
    for (Map.Entry<String, JsonNode> member : object.properties()) {
      String name = '"' + member.getKey() + "\":";
      if (!member.getKey().equals(path.get(0))) {
        members.add(name + member.getValue());
      } else if (path.size() > 1) {
        members.add(name + written(member.getValue(), path.subList(1, path.size()), edit, value));
      } else if (edit != Edit.REMOVE) {
        members.add(name + value);
        if (edit == Edit.REPEAT) {
          members.add(name + value);
        }
      }
    }
    return "{" + String.join(",", members) + "}";
  }
}
