package dev.assay.contract.source;

import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode.Place;
import dev.assay.yaml.YamlTree;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * One of the files that a contract is spread over. Each that it refers to is read once.
 *
 * @param tree what it says
 * @param path where it is, if it is a file of its own
 * @param old whether the contract is one of OpenAPI 3.0 or Swagger 2.0, whose schemas are of
 *     another dialect
 * @param known the files read so far
 */
public record ContractFile(
    YamlTree tree, Optional<Path> path, boolean old, Map<Path, ContractFile> known) {

  public static final String NOUN = "contract";

  public static ContractFile of(YamlTree tree, Optional<Path> path) {
    boolean old =
        tree.root().path("openapi").asText().startsWith("3.0") || tree.root().has("swagger");
    ContractFile file = new ContractFile(tree, path, old, new HashMap<>());
    path.ifPresent(at -> file.known.put(normal(at), file));
    return file;
  }

  /** The whole of it. */
  public ContractNode root(Place place) {
    return new ContractNode(this, tree.root(), place);
  }

  /** The file of that name, beside this one; none where it cannot be read. */
  Optional<ContractFile> beside(String name) {
    return path.map(at -> normal(at.resolveSibling(name)))
        .filter(at -> known.containsKey(at) || Files.isRegularFile(at))
        .map(
            at ->
                known.computeIfAbsent(
                    at,
                    unread ->
                        new ContractFile(
                            YamlFile.at(unread, NOUN).tree(), Optional.of(unread), old, known)));
  }

  private static Path normal(Path path) {
    return path.toAbsolutePath().normalize();
  }
}
