package dev.assay.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.jayway.jsonpath.Configuration;
import com.jayway.jsonpath.JsonPath;
import com.jayway.jsonpath.JsonPathException;
import com.jayway.jsonpath.Option;
import com.jayway.jsonpath.spi.json.JacksonJsonNodeJsonProvider;
import com.jayway.jsonpath.spi.mapper.JacksonMappingProvider;
import dev.assay.yaml.YamlNode.Place;
import dev.assay.yaml.YamlTree;
import java.util.HashMap;
import java.util.Map;

/**
 * Traits and clauses for a contract that stays untouched: an OpenAPI Overlay 1.0 document.
 *
 * @param contract what it is laid over
 * @param overlay the document
 */
public record Overlay(YamlTree contract, ContractNode overlay) {

  private static final Configuration PATHS =
      Configuration.builder()
          .jsonProvider(new JacksonJsonNodeJsonProvider())
          .mappingProvider(new JacksonMappingProvider())
          .options(Option.ALWAYS_RETURN_LIST, Option.SUPPRESS_EXCEPTIONS)
          .build();

  /** Does what its actions say, one after the other. */
  public void lay() {
    if (!overlay.node().path("overlay").asText().startsWith("1.")) {
      throw overlay.at("overlay").flaw("an overlay begins with `overlay: 1.0.0`");
    }
    contract.places().putAll(overlay.file().tree().places());
    overlay.at("actions").items().forEach(this::act);
  }

  private void act(ContractNode action) {
    String target = action.text("target");
    JsonNode found = found(action, target);
    if (found.isEmpty()) {
      throw action.flaw("`%s` is nowhere in the contract; correct the target".formatted(target));
    }
    if (action.node().path("remove").asBoolean()) {
      JsonPath.using(PATHS).parse(contract.root()).delete(target);
      return;
    }
    JsonNode update = action.node().path("update");
    if (update.isMissingNode()) {
      throw action.flaw("neither `update` nor `remove` says what to do; add one");
    }
    found.forEach(node -> add(node, update));
  }

  private JsonNode found(ContractNode action, String target) {
    try {
      return JsonPath.using(PATHS).parse(contract.root()).read(target);
    } catch (JsonPathException e) {
      throw action.flaw("`%s` is no JSONPath; write one like $.paths".formatted(target));
    }
  }

  private void add(JsonNode node, JsonNode update) {
    if (node instanceof ArrayNode list) {
      append(list, update);
    } else if (node instanceof ObjectNode object) {
      update.properties().forEach(member -> set(object, member, update));
    }
  }

  private void set(ObjectNode object, Map.Entry<String, JsonNode> member, JsonNode update) {
    String key = member.getKey();
    JsonNode before = object.path(key);
    if (before.isObject() && member.getValue().isObject()) {
      add(before, member.getValue());
    } else if (before instanceof ArrayNode list && member.getValue().isArray()) {
      append(list, member.getValue());
    } else {
      object.set(key, member.getValue());
      contract.placeOf(update, key).ifPresent(place -> placesOf(object).put(key, place));
    }
  }

  private void append(ArrayNode list, JsonNode update) {
    for (int i = 0; i < update.size() && update.isArray(); i++) {
      String last = Integer.toString(list.size());
      contract
          .placeOf(update, Integer.toString(i))
          .ifPresent(place -> placesOf(list).put(last, place));
      list.add(update.get(i));
    }
    if (!update.isArray()) {
      list.add(update);
    }
  }

  private Map<String, Place> placesOf(JsonNode node) {
    return contract.places().computeIfAbsent(node, any -> new HashMap<>());
  }
}
