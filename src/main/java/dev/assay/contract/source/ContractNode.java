package dev.assay.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Place;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place of a contract. What a reference stands for is found in its place.
 *
 * @param file the file that it is in
 * @param node what stands here; missing for nothing
 * @param place where that is, or where it would be
 */
public record ContractNode(ContractFile file, JsonNode node, Place place) {

  private static final int MOST_REFERENCES = 20;

  /** What is below that key, whatever it refers to; missing if there is nothing. */
  public ContractNode at(String key) {
    return child(key).followed();
  }

  /** What stands below that key, be it a reference; missing if there is nothing. */
  public ContractNode child(String key) {
    boolean index = node.isArray() && key.matches("\\d{1,9}");
    JsonNode child = index ? node.path(Integer.parseInt(key)) : node.path(key);
    return new ContractNode(file, child, file.tree().placeOf(node, key).orElse(place));
  }

  /** Whether it is a reference. */
  public boolean refers() {
    return node.path("$ref").isTextual() || isStatic();
  }

  /** A dynamic reference is one like others where only one schema has its anchor. */
  private boolean isStatic() {
    String dynamic = node.path("$dynamicRef").asText();
    return dynamic.startsWith("#")
        && new Anchors(file).called("$dynamicAnchor", dynamic.substring(1)).size() == 1;
  }

  /** What it refers to; itself if it is no reference. */
  public ContractNode followed() {
    return followed(0);
  }

  private ContractNode followed(int before) {
    ContractNode here = this;
    for (int i = before; here.refers(); i++) {
      if (i == MOST_REFERENCES) {
        throw flaw("`%s` leads back to itself; write what it stands for".formatted(reference()));
      }
      here = here.referred(i + 1);
    }
    return here;
  }

  /**
   * The value that is shown here. Many a contract refers to a file of examples, though whatever is
   * shown stands for itself (OpenAPI, Media Type Object); so it does where a reference leads
   * nowhere.
   */
  public JsonNode shown() {
    try {
      return refers() && node.size() == 1 ? followed().node() : node;
    } catch (UserException standsForItself) {
      return node;
    }
  }

  private String reference() {
    return node.path(node.has("$ref") ? "$ref" : "$dynamicRef").textValue();
  }

  private ContractNode referred(int before) {
    String[] reference = reference().split("#", 2);
    ContractNode start =
        reference[0].isEmpty()
            ? file.root(place)
            : new Anchors(file)
                .identified(reference[0])
                .orElseGet(() -> other(reference[0]).root(place));
    String pointer = reference.length == 1 ? "" : decoded(reference[1]);
    if (!pointer.isEmpty() && !pointer.startsWith("/")) {
      return new Anchors(start.file())
          .anchored(pointer)
          .orElseThrow(
              () ->
                  flaw(
                      "`%s` names an anchor that no schema has; write the path to what it names"
                          .formatted(reference())));
    }
    return start.below(pointer, before).orElseThrow(() -> namesNothing(reference[0]));
  }

  private UserException namesNothing(String file) {
    return flaw(
        "`%s` names nothing in %s; write what it stands for"
            .formatted(reference(), file.isEmpty() ? "this file" : file));
  }

  /** What a pointer leads to (RFC 6901). */
  private Optional<ContractNode> below(String pointer, int before) {
    ContractNode here = this;
    for (String step : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/", -1)) {
      here = here.followed(before).child(step.replace("~1", "/").replace("~0", "~"));
    }
    return Optional.of(here).filter(ContractNode::isThere);
  }

  /** Pointers in references may be percent-encoded (RFC 6901, section 6). */
  private static String decoded(String pointer) {
    try {
      return URLDecoder.decode(pointer.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException notEncoded) {
      return pointer;
    }
  }

  private ContractFile other(String name) {
    if (name.matches("(?i)[a-z][a-z0-9+.-]+:.*")) {
      throw flaw(
          "`%s` leads to another host, and nothing is fetched; keep a copy beside this file"
              .formatted(reference()));
    }
    return file.beside(decoded(name))
        .orElseThrow(
            () ->
                flaw(
                    "`%s` names a file that is not there; correct the path"
                        .formatted(reference())));
  }

  public boolean isThere() {
    return !node.isMissingNode();
  }

  /** What is below each key, in the order of the file. */
  public Map<String, ContractNode> members() {
    if (node.isArray()) {
      throw flaw("this is a list where each has a name of its own; write the name before each");
    }
    Map<String, ContractNode> members = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(key -> members.put(key, at(key)));
    return members;
  }

  /** The items of a list. */
  public List<ContractNode> items() {
    if (node.isObject()) {
      throw flaw("this has names where a list is expected; write each after a dash");
    }
    List<ContractNode> items = new ArrayList<>();
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      items.add(at(Integer.toString(i)));
    }
    return items;
  }

  /** The text below that key, which must be there. */
  public String text(String key) {
    return optional(key)
        .orElseThrow(
            () ->
                flaw("`%s` is missing in %s; add it".formatted(key, node.path("id").asText("it"))));
  }

  /** The text below that key, if there is one. */
  public Optional<String> optional(String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The texts below that key: one, several or none. */
  public List<String> texts(String key) {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      return optional(key).stream().toList();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  /** An error that names the place. */
  public UserException flaw(String what) {
    return place.flaw(what);
  }

  /** Nothing, at this place. */
  public ContractNode nothing() {
    return new ContractNode(file, MissingNode.getInstance(), place);
  }
}
