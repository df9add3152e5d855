package dev.assay.contract.shape;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Schemas whose values would have to contain themselves without end, so that there are none.
 *
 * @param schemas to be looked at
 */
record Circles(List<ContractNode> schemas) {

  private static final int LONGEST = 300;

  /** A sentence about the first that there is. */
  List<String> sentences() {
    List<ContractNode> endless = circle();
    return endless.isEmpty()
        ? List.of()
        : List.of(
            "any value of the schema at %s, which must contain itself without end (%s): let one of its members be absent, null or an empty list"
                .formatted(endless.get(0).place().fileAndLine(), lines(endless)));
  }

  private static String lines(List<ContractNode> circle) {
    Set<Integer> lines =
        circle.stream()
            .map(node -> node.place().line())
            .collect(Collectors.toCollection(TreeSet::new));
    String all = lines.stream().limit(8).map(Object::toString).collect(Collectors.joining(", "));
    return (lines.size() == 1 ? "line " : "lines ") + all;
  }

  /** Those on the first way that leads back to where it was; none if there is none. */
  private List<ContractNode> circle() {
    Way way = new Way(new ArrayList<>(), new IdentityHashMap<>());
    return schemas.stream()
        .map(way::circleFrom)
        .filter(circle -> !circle.isEmpty())
        .findFirst()
        .orElse(List.of());
  }

  /**
   * A way through schemas.
   *
   * @param gone in order
   * @param known where in it each is; below zero for those that lead nowhere
   */
  private record Way(List<ContractNode> gone, IdentityHashMap<JsonNode, Integer> known) {

    List<ContractNode> circleFrom(ContractNode here) {
      Integer before = known.putIfAbsent(here.node(), gone.size());
      if (before != null) {
        return before < 0 ? List.of() : growing(List.copyOf(gone.subList(before, gone.size())));
      }
      if (gone.size() > LONGEST) {
        throw gone.get(0)
            .flaw(
                "more than %s schemas lead from one to the next here, which is not read; make it flatter"
                    .formatted(LONGEST));
      }
      gone.add(here);
      for (ContractNode next : forced(here)) {
        List<ContractNode> circle = circleFrom(next);
        if (!circle.isEmpty()) {
          return circle;
        }
      }
      gone.remove(gone.size() - 1);
      known.put(here.node(), -1);
      return List.of();
    }
  }

  /** Those, if there is a step into a value; else they say the same of one value only. */
  private static List<ContractNode> growing(List<ContractNode> circle) {
    for (int i = 0; i < circle.size(); i++) {
      List<ContractNode> inside = new ArrayList<>();
      inside(circle.get(i), inside);
      if (inside.contains(circle.get((i + 1) % circle.size()))) {
        return circle;
      }
    }
    return List.of();
  }

  /** What every value of it has, be it the same value or one inside. */
  private static List<ContractNode> forced(ContractNode here) {
    List<ContractNode> parts = new ArrayList<>();
    if (here.refers()) {
      parts.add(here.followed());
    } else if (!here.node().path("nullable").asBoolean()
        && !here.node().path("x-nullable").asBoolean()) {
      each(here.child("allOf"), parts);
      inside(here, parts);
    }
    return parts;
  }

  private static void inside(ContractNode here, List<ContractNode> parts) {
    String type = here.node().path("type").asText();
    if (type.equals("object")) {
      here.texts("required").stream()
          .map(here.child("properties")::child)
          .filter(ContractNode::isThere)
          .forEach(parts::add);
    } else if (type.equals("array") && here.node().path("minItems").asInt() > 0) {
      parts.add(here.child("items"));
    }
  }

  private static void each(ContractNode list, List<ContractNode> parts) {
    for (int i = 0; i < list.node().size(); i++) {
      parts.add(list.child(Integer.toString(i)));
    }
  }
}
