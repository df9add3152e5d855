package dev.assay.contract;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode.Place;
import dev.assay.yaml.YamlTree;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads contracts, and holds them to their own rules while doing so. */
public final class ContractReader {

  private static final String NOUN = "contract";

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  /**
   * The contract of a service that is part of this build.
   *
   * @throws UserException if there is none, or if a file breaks a rule of contracts
   */
  public Contract shipped(String service) {
    return ifShipped(service)
        .orElseThrow(() -> new UserException(file(service) + ": is not part of this build"));
  }

  /**
   * The contract of a service, from {@code contracts/SERVICE.openapi.yaml}, with the overlay beside
   * it, {@code SERVICE.overlay.yaml}, if there is one.
   *
   * @throws UserException if a file breaks a rule of contracts
   */
  public Optional<Contract> ifShipped(String service) {
    String file = file(service);
    String overlay = "contracts/" + service + ".overlay.yaml";
    return resource(file)
        .map(
            text -> {
              YamlTree tree = tree(file, text);
              resource(overlay).ifPresent(above -> lay(tree, overlay, above));
              return read(service, file, tree);
            });
  }

  private static String file(String service) {
    return "contracts/" + service + ".openapi.yaml";
  }

  /**
   * The contract in a file, with the overlay beside it, {@code NAME.overlay.yaml}, if there is one.
   *
   * @param service the key of the service in target files
   * @param file {@code NAME.openapi.yaml}, or of any other name
   * @throws UserException if a file cannot be read, or breaks a rule of contracts
   */
  public Contract at(String service, Path file) {
    YamlTree tree = YamlFile.at(file, NOUN).tree();
    String name = file.getFileName().toString().replaceFirst("(\\.openapi)?\\.(ya?ml|json)$", "");
    Path overlay = file.resolveSibling(name + ".overlay.yaml");
    if (Files.exists(overlay)) {
      lay(tree, overlay.toString(), YamlFile.at(overlay, "overlay").tree());
    }
    return read(service, file.toString(), tree);
  }

  private static Optional<String> resource(String file) {
    try (InputStream in = ContractReader.class.getResourceAsStream("/" + file)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * Reads a contract from its text.
   *
   * @param service the key of the service in target files
   * @param file the name used in error messages
   * @throws UserException if the text is no contract
   */
  public Contract read(String service, String file, String text) {
    return read(service, file, tree(file, text));
  }

  /**
   * Reads a contract over which an OpenAPI Overlay 1.0 document is laid.
   *
   * @param overlay the name of that document in error messages
   * @throws UserException if a text is not what it should be
   */
  public Contract read(
      String service, String file, String text, String overlay, String overlayText) {
    YamlTree tree = tree(file, text);
    lay(tree, overlay, overlayText);
    return read(service, file, tree);
  }

  private static YamlTree tree(String file, String text) {
    return new YamlFile(file, text, NOUN).tree();
  }

  private static void lay(YamlTree contract, String file, String text) {
    lay(contract, file, new YamlFile(file, text, "overlay").tree());
  }

  private static void lay(YamlTree contract, String file, YamlTree overlay) {
    new Overlay(contract, new ContractNode(overlay, overlay.root(), new Place(file, 1, ""))).lay();
  }

  private static Contract read(String service, String file, YamlTree tree) {
    ContractNode root = new ContractNode(tree, tree.root(), new Place(file, 1, ""));
    if (!root.node().path("openapi").asText().startsWith("3.")) {
      throw root.at("openapi")
          .flaw("a contract is an OpenAPI 3 file; begin it with `openapi: 3.1.0`");
    }
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, ContractNode> path : root.at("paths").members().entrySet()) {
      for (String method : METHODS) {
        ContractNode node = path.getValue().at(method);
        if (node.isThere()) {
          operations.add(new OperationReader(root, path.getKey(), method, node).read());
        }
      }
    }
    Contract contract =
        new Contract(
            service,
            file,
            root.at("info").optional("title").orElse(service),
            root.at("x-target").members().entrySet().stream()
                .map(entry -> TargetValue.of(entry.getKey(), entry.getValue()))
                .toList(),
            List.copyOf(operations));
    new TraitCheck(root, contract).run();
    return contract;
  }
}
