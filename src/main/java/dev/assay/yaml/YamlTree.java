package dev.assay.yaml;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.yaml.YamlNode.Place;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * A YAML file as JSON that tells where each of its members stands.
 *
 * @param root the whole
 * @param places of the members of each object and the items of each list, by the very node
 */
public record YamlTree(JsonNode root, IdentityHashMap<JsonNode, Map<String, Place>> places) {

  /** Where that member of an object, or that item of a list, stands. */
  public Optional<Place> placeOf(JsonNode parent, String key) {
    return Optional.ofNullable(places.get(parent)).map(members -> members.get(key));
  }
}
