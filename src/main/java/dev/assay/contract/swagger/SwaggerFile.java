package dev.assay.contract.swagger;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A Swagger 2.0 file, which becomes one of OpenAPI 3.0 where it stands. Its schemas say the same in
 * both and are left alone, in whatever file they are; what is made anew keeps the lines of what it
 * is made of.
 *
 * @param root the whole file
 */
public record SwaggerFile(ContractNode root) {

  private static final String VERSION = "swagger";
  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch");
  private static final Map<String, String> FLOWS =
      Map.of("application", "clientCredentials", "accessCode", "authorizationCode");

  /**
   * Whether the file is one.
   *
   * @throws dev.assay.UserException if it is of another version
   */
  public boolean isOne() {
    if (root.node().has(VERSION)) {
      requireVersion();
      return true;
    }
    return false;
  }

  /**
   * Makes it one of OpenAPI 3.0.
   *
   * @return what OpenAPI cannot say of it, a sentence each
   * @throws dev.assay.UserException if it is not what it should be
   */
  public List<String> convert() {
    PlacedObject whole = PlacedObject.of((ObjectNode) root.node(), root.file());
    whole.put("openapi", "3.0.3", root.child(VERSION).place()).node().remove(VERSION);
    whole.put("servers", servers(), root.child("host").place());
    whole.put("components", components(), root.child("securityDefinitions").place());
    List<String> lost = new ArrayList<>();
    Set<JsonNode> done = Collections.newSetFromMap(new IdentityHashMap<>());
    root.at("paths").members().values().stream()
        .filter(path -> path.node().isObject() && done.add(path.node()))
        .forEach(path -> convert(path, lost));
    return lost.stream().distinct().toList();
  }

  private void requireVersion() {
    ContractNode version = root.child(VERSION);
    if (!version.node().asText().matches("2(\\.0)?")) {
      throw version.flaw(
          "Swagger `%s` is not read, but Swagger 2.0, OpenAPI 3.0 and 3.1 are; convert the file"
              .formatted(version.node().asText()));
    }
    if (root.node().has("openapi")) {
      throw version.flaw("`swagger` stands beside `openapi`; remove the one that the file is not");
    }
  }

  /** What stands at the path is said of each operation; OpenAPI has no bodies there. */
  private void convert(ContractNode path, List<String> lost) {
    for (String method : METHODS) {
      ContractNode operation = path.at(method);
      if (operation.node().isObject()) {
        new SwaggerOperation(root, path, operation, lost).convert();
      }
    }
    ((ObjectNode) path.node()).remove("parameters");
  }

  /** Without a host, they are relative to where the file is found. */
  private ArrayNode servers() {
    ArrayNode servers = JsonNodeFactory.instance.arrayNode();
    String path = root.optional("basePath").orElse("");
    String host = root.optional("host").orElse("");
    Stream<String> schemes = root.texts("schemes").stream().filter(name -> name.startsWith("http"));
    for (String scheme : schemes.toList()) {
      servers.addObject().put("url", host.isEmpty() ? path : scheme + "://" + host + path);
    }
    if (servers.isEmpty() && !(host + path).isEmpty()) {
      servers.addObject().put("url", host.isEmpty() ? path : "https://" + host + path);
    }
    return servers;
  }

  private ObjectNode components() {
    PlacedObject schemes = PlacedObject.in(root.file());
    root.at("securityDefinitions")
        .members()
        .forEach((id, scheme) -> schemes.put(id, scheme(scheme), scheme.place()));
    return PlacedObject.in(root.file())
        .put("securitySchemes", schemes.node(), root.child("securityDefinitions").place())
        .node();
  }

  private ObjectNode scheme(ContractNode scheme) {
    PlacedObject made = PlacedObject.in(root.file()).takeExtensions(scheme);
    switch (scheme.text("type")) {
      case "basic" ->
          made.put("type", "http", scheme.place()).put("scheme", "basic", scheme.place());
      case "apiKey" -> made.take("type", scheme).take("in", scheme).take("name", scheme);
      case "oauth2" -> made.take("type", scheme).put("flows", flows(scheme), scheme.place());
      default ->
          throw scheme
              .child("type")
              .flaw(
                  "`%s` is no kind of security in Swagger 2.0; use basic, apiKey or oauth2"
                      .formatted(scheme.text("type")));
    }
    return made.node();
  }

  private ObjectNode flows(ContractNode scheme) {
    PlacedObject flow = PlacedObject.in(root.file());
    Stream.of("authorizationUrl", "tokenUrl", "scopes").forEach(key -> flow.take(key, scheme));
    String name = scheme.optional("flow").orElse("implicit");
    return PlacedObject.in(root.file())
        .put(FLOWS.getOrDefault(name, name), flow.node(), scheme.place())
        .node();
  }
}
