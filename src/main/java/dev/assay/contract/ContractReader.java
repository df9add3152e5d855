package dev.assay.contract;

import dev.assay.UserException;
import dev.assay.contract.shape.ShapeCheck;
import dev.assay.contract.source.ContractFile;
import dev.assay.contract.source.ContractNode;
import dev.assay.contract.source.Overlay;
import dev.assay.contract.swagger.SwaggerFile;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads contracts, and holds them to their own rules while doing so. */
public final class ContractReader {

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
              return read(service, file, ContractFile.of(tree, Optional.empty()));
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
    String name = file.getFileName().toString().replaceFirst("(\\.openapi)?\\.(ya?ml|json)$", "");
    Path overlay = file.resolveSibling(name + ".overlay.yaml");
    return at(service, file, Optional.of(overlay).filter(Files::exists));
  }

  /**
   * The contract in a file, with that overlay.
   *
   * @throws UserException if a file cannot be read, or breaks a rule of contracts
   */
  public Contract at(String service, Path file, Path overlay) {
    return at(service, file, Optional.of(overlay));
  }

  private static Contract at(String service, Path file, Optional<Path> overlay) {
    YamlTree tree = YamlFile.at(file, ContractFile.NOUN).tree();
    overlay.ifPresent(above -> lay(tree, above.toString(), YamlFile.at(above, "overlay").tree()));
    return read(service, file.toString(), ContractFile.of(tree, Optional.of(file)));
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
    return read(service, file, ContractFile.of(tree(file, text), Optional.empty()));
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
    return read(service, file, ContractFile.of(tree, Optional.empty()));
  }

  private static YamlTree tree(String file, String text) {
    return new YamlFile(file, text, ContractFile.NOUN).tree();
  }

  private static void lay(YamlTree contract, String file, String text) {
    lay(contract, file, new YamlFile(file, text, "overlay").tree());
  }

  private static void lay(YamlTree contract, String file, YamlTree overlay) {
    ContractFile above = ContractFile.of(overlay, Optional.empty());
    new Overlay(contract, above.root(new Place(file, 1, ""))).lay();
  }

  private static Contract read(String service, String name, ContractFile file) {
    ContractNode root = file.root(new Place(name, 1, ""));
    SwaggerFile swagger = new SwaggerFile(root);
    if (!swagger.isOne()) {
      requireOpenApi(root);
    }
    List<String> unread = new ArrayList<>(new ShapeCheck(root, swagger.isOne()).run());
    unread.addAll(swagger.isOne() ? swagger.convert() : List.of());
    List<Operation> operations = operations(root);
    List<TargetValue> values =
        new ArrayList<>(
            root.at("x-target").members().entrySet().stream()
                .map(entry -> TargetValue.of(entry.getKey(), entry.getValue()))
                .toList());
    values.addAll(new ImplicitValues(root).of(operations, List.copyOf(values)));
    unread.addAll(new UnreadParts(root).sentences(operations));
    Contract contract =
        new Contract(
            service,
            name,
            root.at("info").optional("title").orElse(service),
            List.copyOf(values),
            operations,
            new ServerReader(root).first(),
            List.copyOf(unread));
    new TraitCheck(root, contract).run();
    return contract;
  }

  private static void requireOpenApi(ContractNode root) {
    if (!root.node().path("openapi").asText().matches("3\\.[01](\\..*)?")) {
      throw root.at("openapi")
          .flaw("a contract is an OpenAPI 3 or Swagger 2.0 file; begin it with `openapi: 3.1.0`");
    }
  }

  private static List<Operation> operations(ContractNode root) {
    Map<String, Operation> operations = new LinkedHashMap<>();
    for (Map.Entry<String, ContractNode> path : root.at("paths").members().entrySet()) {
      for (String method : METHODS) {
        ContractNode node = path.getValue().at(method);
        if (node.isThere()) {
          Operation read = new OperationReader(root, path.getKey(), method, node).read();
          Operation before = operations.putIfAbsent(read.id(), read);
          if (before != null) {
            throw node.flaw(
                "the operationId `%s` is that of %s %s too, at %s; give it another"
                    .formatted(read.id(), before.method(), before.path(), before.at()));
          }
        }
      }
    }
    return List.copyOf(operations.values());
  }
}
