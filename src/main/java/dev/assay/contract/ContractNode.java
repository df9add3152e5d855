package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.UserException;
import dev.assay.yaml.YamlNode.Place;
import dev.assay.yaml.YamlTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One place of a contract file. What a reference stands for is found in its place.
 *
 * @param tree the whole file
 * @param node what stands here; missing for nothing
 * @param place where that is, or where it would be
 */
record ContractNode(YamlTree tree, JsonNode node, Place place) {

  private static final int MOST_REFERENCES = 20;

  /** What is below that key, whatever it refers to; missing if there is nothing. */
  ContractNode at(String key) {
    JsonNode child = node.path(key);
    return new ContractNode(tree, child, tree.placeOf(node, key).orElse(place)).followed();
  }

  private ContractNode followed() {
    ContractNode here = this;
    for (int i = 0; i < MOST_REFERENCES && here.node.path("$ref").isTextual(); i++) {
      String reference = here.node.get("$ref").textValue();
      here = reference.startsWith("#/") ? here.root(reference) : here.outside(reference);
    }
    return here;
  }

  private ContractNode root(String reference) {
    ContractNode here = new ContractNode(tree, tree.root(), place);
    for (String step : reference.substring(2).split("/", -1)) {
      String key = step.replace("~1", "/").replace("~0", "~");
      here =
          new ContractNode(
              tree, here.node.path(key), tree.placeOf(here.node, key).orElse(here.place));
    }
    if (!here.isThere()) {
      throw flaw("`%s` names nothing in this file; write what it stands for".formatted(reference));
    }
    return here;
  }

  private ContractNode outside(String reference) {
    throw flaw(
        "`%s` leads out of this file, which is not read; copy what it names into `components`"
            .formatted(reference));
  }

  boolean isThere() {
    return !node.isMissingNode();
  }

  /** What is below each key, in the order of the file. */
  Map<String, ContractNode> members() {
    Map<String, ContractNode> members = new LinkedHashMap<>();
    node.fieldNames().forEachRemaining(key -> members.put(key, at(key)));
    return members;
  }

  /** The items of a list. */
  List<ContractNode> items() {
    List<ContractNode> items = new ArrayList<>();
    for (int i = 0; i < node.size() && node.isArray(); i++) {
      Place there = tree.placeOf(node, Integer.toString(i)).orElse(place);
      items.add(new ContractNode(tree, node.get(i), there).followed());
    }
    return items;
  }

  /** The text below that key, which must be there. */
  String text(String key) {
    return optional(key)
        .orElseThrow(
            () ->
                flaw("`%s` is missing in %s; add it".formatted(key, node.path("id").asText("it"))));
  }

  /** The text below that key, if there is one. */
  Optional<String> optional(String key) {
    JsonNode value = node.path(key);
    return value.isValueNode() && !value.isNull()
        ? Optional.of(value.asText().strip()).filter(text -> !text.isEmpty())
        : Optional.empty();
  }

  /** The texts below that key: one, several or none. */
  List<String> texts(String key) {
    JsonNode value = node.path(key);
    if (!value.isArray()) {
      return optional(key).stream().toList();
    }
    List<String> texts = new ArrayList<>();
    value.forEach(item -> texts.add(item.asText()));
    return List.copyOf(texts);
  }

  /** An error that names the place. */
  UserException flaw(String what) {
    return place.flaw(what);
  }

  /** Nothing, at this place. */
  ContractNode nothing() {
    return new ContractNode(tree, MissingNode.getInstance(), place);
  }
}
