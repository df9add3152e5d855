package dev.assay.contract;

import dev.assay.contract.source.ContractNode;
import java.util.Map;
import java.util.Optional;

/**
 * Reads where a service is.
 *
 * @param root the whole contract
 */
record ServerReader(ContractNode root) {

  /**
   * The first of its servers, each variable at its default, if it has one (OpenAPI, Server Variable
   * Object).
   */
  Optional<String> first() {
    return root.at("servers").items().stream().findFirst().flatMap(ServerReader::url);
  }

  private static Optional<String> url(ContractNode server) {
    Optional<String> url = server.optional("url");
    for (Map.Entry<String, ContractNode> variable : server.at("variables").members().entrySet()) {
      String name = "{" + variable.getKey() + "}";
      String value = variable.getValue().optional("default").orElse(name);
      url = url.map(text -> text.replace(name, value));
    }
    return url.map(text -> text.replaceAll("/+$", ""));
  }
}
