package dev.assay.contract.source;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.yaml.YamlNode.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Schemas that give themselves a name (JSON Schema Core 2020-12, section 8.2).
 *
 * @param file that they are in
 */
record Anchors(ContractFile file) {

  /** The one of that anchor, whose name is taken to be unique in the file. */
  Optional<ContractNode> anchored(String name) {
    return called("$anchor", name).stream()
        .findFirst()
        .or(() -> called("$dynamicAnchor", name).stream().findFirst());
  }

  /** The one with that identifier, or with one that ends so where it is relative. */
  Optional<ContractNode> identified(String reference) {
    return called("$id", reference).stream().findFirst();
  }

  /** Those that say so under that keyword. */
  List<ContractNode> called(String keyword, String name) {
    List<ContractNode> found = new ArrayList<>();
    collect(file.root(new Place("", 1, "")), keyword, name, found);
    return found;
  }

  private void collect(ContractNode here, String keyword, String name, List<ContractNode> found) {
    JsonNode said = here.node().path(keyword);
    if (said.isTextual() && isCalled(said.textValue(), keyword, name)) {
      found.add(here);
    }
    for (int i = 0; i < here.node().size(); i++) {
      if (here.node().isArray()) {
        collect(here.child(Integer.toString(i)), keyword, name, found);
      }
    }
    here.node()
        .fieldNames()
        .forEachRemaining(key -> collect(here.child(key), keyword, name, found));
  }

  private static boolean isCalled(String said, String keyword, String name) {
    String own = said.replaceFirst("#$", "");
    return own.equals(name) || (keyword.equals("$id") && own.endsWith("/" + name));
  }
}
