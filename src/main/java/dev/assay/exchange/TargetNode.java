package dev.assay.exchange;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a target file holds at one place, as written; nothing is interpreted yet. */
sealed interface TargetNode {

  /** Where it stands. */
  Place place();

  /**
   * A single value.
   *
   * @param text as written; empty where the file gives none
   */
  record Value(Place place, String text) implements TargetNode {}

  /** Several of them in a row. */
  record Sequence(Place place, List<TargetNode> items) implements TargetNode {}

  /** Keys with what they stand for. */
  record Group(Place place, Map<String, TargetNode> members) implements TargetNode {

    boolean has(String key) {
      return members.containsKey(key);
    }

    /** Refuses every other key. */
    void allowOnly(Set<String> known) throws InvalidTargetException {
      for (Map.Entry<String, TargetNode> member : members.entrySet()) {
        if (!known.contains(member.getKey())) {
          throw member
              .getValue()
              .place()
              .flaw(
                  "unknown key `%s` in %s; known keys are %s"
                      .formatted(
                          member.getKey(), place.name(), String.join(", ", new TreeSet<>(known))));
        }
      }
    }

    Value value(String key) throws InvalidTargetException {
      return single(member(key));
    }

    List<Value> values(String key) throws InvalidTargetException {
      if (!(member(key) instanceof Sequence sequence)) {
        throw wrongShape(member(key), "a list, like [one, two]");
      }
      List<Value> values = new ArrayList<>();
      for (TargetNode item : sequence.items()) {
        values.add(single(item));
      }
      return values;
    }

    Group group(String key) throws InvalidTargetException {
      if (member(key) instanceof Group group) {
        return group;
      }
      throw wrongShape(member(key), "keys of its own below it");
    }

    private TargetNode member(String key) throws InvalidTargetException {
      TargetNode member = members.get(key);
      if (member == null) {
        throw place.flaw("`%s` is missing in %s; add it".formatted(key, place.name()));
      }
      return member;
    }

    private static Value single(TargetNode node) throws InvalidTargetException {
      if (node instanceof Value value) {
        return value;
      }
      throw wrongShape(node, "a single value");
    }

    private static InvalidTargetException wrongShape(TargetNode node, String expected) {
      return node.place().flaw(node.place().name() + " must have " + expected);
    }
  }

  /**
   * Where something stands.
   *
   * @param file the name used in messages
   * @param line counted from 1
   * @param path the keys that lead there, joined by points; empty for the whole file
   */
  record Place(String file, int line, String path) {

    /** One level further down. */
    Place below(String key, int lineThere) {
      return new Place(file, lineThere, path.isEmpty() ? key : path + "." + key);
    }

    Place atLine(int other) {
      return new Place(file, other, path);
    }

    String name() {
      return path.isEmpty() ? "the file" : path;
    }

    InvalidTargetException flaw(String what) {
      return new InvalidTargetException(file + ", line " + line + ": " + what);
    }
  }
}
