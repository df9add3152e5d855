package dev.assay.contract;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.assay.UserException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads the contracts that ship with Assay, and holds them to their own rules while doing so. */
public final class ContractReader {

  private static final List<String> METHODS =
      List.of("get", "put", "post", "delete", "options", "head", "patch", "trace");

  private final ObjectMapper yaml = new YAMLMapper();

  /**
   * The contract of a service, from {@code contracts/SERVICE.openapi.yaml}.
   *
   * @throws UserException if the file breaks a rule of contracts
   */
  public Contract shipped(String service) {
    String file = "contracts/" + service + ".openapi.yaml";
    try (InputStream in = ContractReader.class.getResourceAsStream("/" + file)) {
      if (in == null) {
        throw flaw(file, "file", "is not part of this build");
      }
      return read(service, file, new String(in.readAllBytes(), StandardCharsets.UTF_8));
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
    JsonNode root;
    try {
      root = yaml.readTree(text);
    } catch (JsonProcessingException e) {
      throw flaw(file, "line " + e.getLocation().getLineNr(), e.getOriginalMessage());
    }
    List<Operation> operations = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : root.path("paths").properties()) {
      for (String method : METHODS) {
        if (path.getValue().has(method)) {
          Place place = new Place(file, root, path.getKey() + " " + method);
          operations.add(operation(place, path.getKey(), method, path.getValue().get(method)));
        }
      }
    }
    return new Contract(service, root.path("info").path("title").asText(service), operations);
  }

  private static Operation operation(Place place, String path, String method, JsonNode node) {
    String id = place.text(node, "operationId");
    JsonNode content = node.path("requestBody").path("content");
    String mediaType = content.fieldNames().hasNext() ? content.fieldNames().next() : "";
    List<Clause> clauses = new ArrayList<>();
    Set<ClauseId> seen = new HashSet<>();
    for (JsonNode entry : node.path("x-clauses")) {
      Clause clause = clause(place, entry);
      if (!clause.id().isUnder(id)) {
        throw place.flaw("clause " + clause.id() + " does not begin with " + id + "/");
      }
      if (!seen.add(clause.id())) {
        throw place.flaw("clause " + clause.id() + " is there twice");
      }
      clauses.add(clause);
    }
    return new Operation(
        id,
        method.toUpperCase(Locale.ROOT),
        path,
        mediaType,
        place.resolved(content.path(mediaType).path("schema")),
        List.copyOf(clauses),
        conflicts(place, node, seen));
  }

  private static Clause clause(Place place, JsonNode node) {
    return new Clause(
        place.id(place.text(node, "id")),
        place.level(place.text(node, "level")),
        place.text(node, "says"),
        place.source(node.path("source")),
        optional(node, "intent"),
        optional(node, "untested"));
  }

  private static List<Conflict> conflicts(Place place, JsonNode node, Set<ClauseId> known) {
    List<Conflict> conflicts = new ArrayList<>();
    for (JsonNode entry : node.path("x-conflicts")) {
      List<Conflict.Passage> between = new ArrayList<>();
      entry
          .path("between")
          .forEach(
              side ->
                  between.add(new Conflict.Passage(place.source(side), place.text(side, "says"))));
      List<ClauseId> touched = new ArrayList<>();
      entry.path("clauses").forEach(id -> touched.add(place.id(id.asText())));
      if (!known.containsAll(touched)) {
        throw place.flaw(
            "conflict " + place.text(entry, "id") + " names a clause that is not there");
      }
      conflicts.add(
          new Conflict(
              place.text(entry, "id"),
              place.text(entry, "says"),
              List.copyOf(between),
              List.copyOf(touched),
              place.text(entry, "reading")));
    }
    return List.copyOf(conflicts);
  }

  private static Optional<String> optional(JsonNode node, String member) {
    return Optional.ofNullable(node.get(member)).map(JsonNode::asText).map(String::strip);
  }

  /** Where in which file the reader stands, for its messages. */
  private record Place(String file, JsonNode root, String where) {

    UserException flaw(String what) {
      return ContractReader.flaw(file, where, what);
    }

    String text(JsonNode node, String member) {
      String text = node.path(member).asText("").strip();
      if (text.isEmpty()) {
        throw flaw("`" + member + "` is missing in " + node.path("id").asText("an entry"));
      }
      return text;
    }

    ClauseId id(String text) {
      try {
        return new ClauseId(text);
      } catch (IllegalArgumentException e) {
        throw flaw(e.getMessage());
      }
    }

    Level level(String word) {
      for (Level level : Level.values()) {
        if (level.word().equals(word)) {
          return level;
        }
      }
      throw flaw("`" + word + "` is no level: use stated, implied or silent");
    }

    Source source(JsonNode node) {
      return new Source(text(node, "document"), text(node, "section"));
    }

    /** The schema with every local reference replaced by what it refers to. */
    JsonNode resolved(JsonNode schema) {
      String reference = schema.path("$ref").asText("");
      if (reference.startsWith("#/")) {
        return resolved(root.at(reference.substring(1)));
      }
      if (!schema.isObject()) {
        return schema;
      }
      ObjectNode copy = JsonNodeFactory.instance.objectNode();
      schema.properties().forEach(entry -> copy.set(entry.getKey(), resolved(entry.getValue())));
      return copy;
    }
  }

  private static UserException flaw(String file, String place, String what) {
    return new UserException(file + ": " + place + ": " + what);
  }
}
