package dev.assay.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractFile;
import dev.assay.contract.source.ContractNode;
import dev.assay.yaml.YamlNode.Place;
import java.util.HashMap;
import java.util.Map;

/**
 * An object that is made of others, and whose members tell where they come from.
 *
 * @param node what is made
 * @param places of its members
 */
record PlacedObject(ObjectNode node, Map<String, Place> places) {

  /** A new one, which is to be put into that file. */
  static PlacedObject in(ContractFile file) {
    return of(JsonNodeFactory.instance.objectNode(), file);
  }

  /** One that is there. */
  static PlacedObject of(ObjectNode node, ContractFile file) {
    return new PlacedObject(
        node, file.tree().places().computeIfAbsent(node, any -> new HashMap<>()));
  }

  PlacedObject put(String key, JsonNode value, Place from) {
    node.set(key, value);
    places.put(key, from);
    return this;
  }

  PlacedObject put(String key, String value, Place from) {
    return put(key, node.textNode(value), from);
  }

  /** The same member as there; none if there is none. */
  PlacedObject take(String key, ContractNode from) {
    return take(key, from, key);
  }

  /** The member of that other name there. */
  PlacedObject take(String key, ContractNode from, String other) {
    ContractNode member = from.child(other);
    return member.isThere() ? put(key, member.node(), member.place()) : this;
  }

  /** What an extension of OpenAPI says there, which stays as it is. */
  PlacedObject takeExtensions(ContractNode from) {
    from.node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (key.startsWith("x-")) {
                take(key, from);
              }
            });
    return this;
  }
}
