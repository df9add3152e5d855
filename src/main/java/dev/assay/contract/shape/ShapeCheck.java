package dev.assay.contract.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.UserException;
import dev.assay.contract.schema.BaseSchema;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.contract.shape.Grammar.Expected;
import dev.assay.contract.shape.Grammar.Kind;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Holds what the operations of a contract use to what may stand there. What no operation uses may
 * be as it likes.
 */
public final class ShapeCheck {

  private static final String SCHEMA = "schema";

  /** Where a reference of each kind leads, if it leads to something that all may use. */
  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("definitions", SCHEMA),
          Map.entry("schemas", SCHEMA),
          Map.entry("responses", "response"),
          Map.entry("parameters", "parameter"),
          Map.entry("requestBodies", "body"),
          Map.entry("headers", "header"),
          Map.entry("pathItems", "path"));

  /** Something that has to be of a kind. */
  private record Place(ContractNode node, String kind, String name) {}

  private final ContractNode root;
  private final Grammar grammar;
  private final Deque<Place> next = new ArrayDeque<>();
  private final IdentityHashMap<JsonNode, Set<String>> done = new IdentityHashMap<>();
  private final List<ContractNode> schemas = new ArrayList<>();
  private final List<String> notes = new ArrayList<>();

  /**
   * Of a whole contract.
   *
   * @param swagger whether it is of Swagger 2.0
   */
  public ShapeCheck(ContractNode root, boolean swagger) {
    this.root = root;
    this.grammar = Grammar.of(swagger, root.file().old());
  }

  /**
   * Goes through all of it.
   *
   * @return a sentence for each flaw that does no harm
   * @throws UserException for the first that does
   */
  public List<String> run() {
    next.add(new Place(root, "document", "the file"));
    while (!next.isEmpty()) {
      check(next.remove());
    }
    new PathRules(root, notes).check();
    notes.addAll(new Circles(schemas).sentences());
    return List.copyOf(notes);
  }

  private void check(Place place) {
    ContractNode here = place.node();
    if (here.refers()) {
      isOfKind(here, place.kind());
      next.add(new Place(here.followed(), place.kind(), place.name()));
      if (root.file().old()) {
        return;
      }
    } else if (here.node().has("$ref")) {
      throw here.child("$ref")
          .flaw("`$ref` must be a text, such as \"#/components/schemas/Thing\"");
    }
    if (!done.computeIfAbsent(here.node(), any -> new HashSet<>()).add(place.kind())) {
      return;
    }
    Kind kind = grammar.kinds().get(place.kind());
    if (place.kind().equals(SCHEMA)) {
      schemas.add(here);
      BaseSchema.of(here).ifPresent(this::subtypes);
    }
    if (here.node().isObject()) {
      members(here, kind);
    } else if (!(place.kind().equals(SCHEMA) && here.node().isBoolean())) {
      throw mustBe(here, place.name(), kind.words());
    }
  }

  /** An operation that uses a schema uses what extends it, too. */
  private void subtypes(BaseSchema base) {
    for (BaseSchema.Subtype subtype : base.subtypes()) {
      next.add(new Place(subtype.schema(), SCHEMA, "`" + subtype.name() + "`"));
    }
  }

  private static void isOfKind(ContractNode here, String kind) {
    String reference = here.node().path("$ref").asText();
    String[] steps = reference.replaceFirst("^.*#/(components/)?", "").split("/", -1);
    String section = steps.length == 2 ? SECTIONS.get(steps[0]) : null;
    if (section != null && !section.equals(kind)) {
      throw here.flaw(
          "`%s` leads to a %s, and a %s must stand here; correct the reference"
              .formatted(reference, section, kind));
    }
  }

  private void members(ContractNode here, Kind kind) {
    for (Map.Entry<String, Expected> member : kind.members().entrySet()) {
      ContractNode there = here.child(member.getKey());
      boolean said = there.isThere() && !there.node().isNull();
      if (said) {
        member(here, member.getKey(), member.getValue());
      } else if (member.getValue().isMissed() && !here.refers()) {
        throw here.flaw(
            "`%s` is missing; %s must stand here".formatted(member.getKey(), kind.words()));
      }
    }
    here.node()
        .fieldNames()
        .forEachRemaining(
            key -> {
              if (kind.closed() && !isKnown(key, kind)) {
                throw here.child(key)
                    .flaw(
                        "`%s` is no method; use get, put, post, delete, options, head or patch, in small letters"
                            .formatted(key));
              }
            });
  }

  private static boolean isKnown(String key, Kind kind) {
    return kind.members().containsKey(key) || key.startsWith("x-") || key.startsWith("$");
  }

  private void member(ContractNode here, String key, Expected expected) {
    ContractNode there = here.child(key);
    switch (expected.form()) {
      case ONE -> one(there, expected.kind(), "`" + key + "`");
      case LIST -> list(there, expected.kind(), key);
      case MAP -> map(there, expected.kind(), key);
      case ELSEWHERE -> elsewhere(here, key, expected);
    }
  }

  private void one(ContractNode there, String kind, String name) {
    if (grammar.kinds().containsKey(kind)) {
      next.add(new Place(there, kind, name));
      return;
    }
    SingleValue value = SingleValue.ALL.get(kind);
    if (kind.equals("names") && there.node().isBoolean()) {
      notes.add(
          "`required: %s` (%s): the schema around lists the names of what must be there"
              .formatted(there.node().asText(), there.place().fileAndLine()));
    } else if (!value.allows().test(there.node())) {
      throw mustBe(there, name, value.words());
    } else if (kind.equals("pattern")) {
      pattern(there.node().textValue(), there);
    }
  }

  private void pattern(String pattern, ContractNode there) {
    if (SchemaRules.isForeign(pattern)) {
      notes.add(
          "the pattern \"%s\" (%s): Java reads no regular expression in it"
              .formatted(pattern, there.place().fileAndLine()));
    }
  }

  private void list(ContractNode there, String kind, String key) {
    if (!there.node().isArray()) {
      throw mustBe(there, "`" + key + "`", "a list, a `-` before each item");
    }
    for (int i = 0; i < there.node().size(); i++) {
      one(there.child(Integer.toString(i)), kind, "each item of `" + key + "`");
    }
  }

  private void map(ContractNode written, String kind, String key) {
    ContractNode there = written.followed();
    if (!there.node().isObject()) {
      String words = grammar.kinds().get(kind).words();
      throw there.flaw(
          "`%s` must have keys, and below each %s; it has %s"
              .formatted(key, words, SingleValue.found(there.node())));
    }
    boolean extended = Set.of("path", "response").contains(kind);
    there
        .node()
        .fieldNames()
        .forEachRemaining(
            name -> {
              if (kind.equals("media") && !name.matches(SingleValue.MEDIA)) {
                throw there
                    .child(name)
                    .flaw(
                        "`%s` is no media type; write one such as application/json"
                            .formatted(name));
              }
              if (key.equals("patternProperties")) {
                pattern(name, there.child(name));
              }
              if (!extended || !name.startsWith("x-")) {
                one(there.child(name), kind, "`%s` below `%s`".formatted(name, key));
              }
            });
  }

  private static void elsewhere(ContractNode here, String key, Expected other) {
    if (other.needed() || !here.child(other.kind()).isThere()) {
      throw here.child(key)
          .flaw(
              "`%s` does not stand here in this version of OpenAPI; say it with `%s`"
                  .formatted(key, other.kind()));
    }
  }

  private static UserException mustBe(ContractNode there, String name, String words) {
    return there.flaw(
        "%s must be %s, not %s".formatted(name, words, SingleValue.found(there.node())));
  }
}
