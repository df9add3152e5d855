package dev.assay.contract.shape;

import dev.assay.contract.source.ContractNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What paths and their parameters are called (OpenAPI, Paths Object and Path Templating).
 *
 * @param root the whole contract
 * @param notes gets a sentence for what does no harm
 */
record PathRules(ContractNode root, List<String> notes) {

  private static final String PARAMETER = "\\{[^{}/]+}";

  void check() {
    Map<String, String> seen = new HashMap<>();
    ContractNode paths = root.at("paths");
    paths
        .node()
        .fieldNames()
        .forEachRemaining(
            path -> {
              if (!path.startsWith("x-")) {
                check(path, paths.child(path), seen);
              }
            });
  }

  private void check(String path, ContractNode named, Map<String, String> seen) {
    if (!path.startsWith("/")) {
      throw named.flaw("the path `%s` must begin with a slash: `/%s`".formatted(path, path));
    }
    if (path.replaceAll(PARAMETER, "").matches(".*[{}].*")) {
      throw named.flaw(
          "in the path `%s` a parameter is not named between { and }, as in /things/{id}"
              .formatted(path));
    }
    ContractNode item = named.followed();
    parameters(path, item.at("parameters"));
    for (String method : item.node().properties().stream().map(Map.Entry::getKey).toList()) {
      ContractNode operation = item.at(method);
      if (operation.node().has("responses")) {
        parameters(path, operation.at("parameters"));
        String other = seen.put(method + path.replaceAll(PARAMETER, "{}"), path);
        if (other != null) {
          throw operation.flaw(
              "no request can tell `%s` from `%s`, which differ in the names of parameters only; remove one"
                  .formatted(path, other));
        }
      }
    }
  }

  private void parameters(String path, ContractNode parameters) {
    Set<String> names = new HashSet<>();
    for (ContractNode parameter : parameters.items()) {
      String name = parameter.text("name");
      String in = parameter.text("in");
      if (!names.add(in + " " + name)) {
        throw parameter.flaw(
            "the parameter `%s` in %s is there twice; remove one".formatted(name, in));
      }
      if (in.equals("path") && !path.contains("{" + name + "}")) {
        notes.add(
            "the path parameter %s (%s): %s has no {%s}"
                .formatted(name, parameter.place().fileAndLine(), path, name));
      }
      if (in.equals("header") && !name.matches("[!#$%&'*+.^_`|~\\w-]+")) {
        throw parameter.flaw(
            "`%s` is no name of a header; write one such as X-Request-Id".formatted(name));
      }
    }
  }
}
