package dev.assay.yaml;

import dev.assay.UserException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** What a YAML file holds at one place, as written; nothing is interpreted yet. */
public sealed interface YamlNode {

  /** Where it stands. */
  Place place();

  /** An error about it, in a sentence that begins with its name: {@code what} is the rest. */
  default UserException flaw(String what) {
    return place().flaw(place().name() + " " + what);
  }

  /**
   * A single value.
   *
   * @param text as written; empty where the file gives none
   */
  record Value(Place place, String text) implements YamlNode {

    /** The text without blanks around it; there must be some. */
    public String content() {
      if (text.isBlank()) {
        throw empty();
      }
      return text.strip();
    }

    /** To be thrown where nothing is left of the value. */
    public UserException empty() {
      return flaw("is empty; give it a value or remove the key");
    }
  }

  /** Several of them in a row. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {}

  /** Keys with what they stand for. */
  record Group(Place place, Map<String, YamlNode> members) implements YamlNode {

    /** Whether the key is there. */
    public boolean has(String key) {
      return members.containsKey(key);
    }

    /** Refuses every other key. */
    public void allowOnly(Set<String> known) {
      for (Map.Entry<String, YamlNode> member : members.entrySet()) {
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

    /** The single value of a key that must be there. */
    public Value value(String key) {
      return single(member(key));
    }

    /** The keys below each item of a list. */
    public List<Group> groups(String key) {
      List<Group> groups = new ArrayList<>();
      for (YamlNode item : sequence(key).items()) {
        if (!(item instanceof Group group)) {
          throw wrongShape(item, "keys of its own below each -");
        }
        groups.add(group);
      }
      return groups;
    }

    /** The single values of a list. */
    public List<Value> values(String key) {
      List<Value> values = new ArrayList<>();
      for (YamlNode item : sequence(key).items()) {
        values.add(single(item));
      }
      return values;
    }

    private Sequence sequence(String key) {
      if (member(key) instanceof Sequence sequence) {
        return sequence;
      }
      throw wrongShape(member(key), "a list, like [one, two]");
    }

    /** What is below a key that must be there. */
    public Group group(String key) {
      if (member(key) instanceof Group group) {
        return group;
      }
      throw wrongShape(member(key), "keys of its own below it");
    }

    private YamlNode member(String key) {
      YamlNode member = members.get(key);
      if (member == null) {
        throw place.flaw("`%s` is missing in %s; add it".formatted(key, place.name()));
      }
      return member;
    }

    private static Value single(YamlNode node) {
      if (node instanceof Value value) {
        return value;
      }
      throw wrongShape(node, "a single value");
    }

    private static UserException wrongShape(YamlNode node, String expected) {
      return node.flaw("must have " + expected);
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

    /** The keys that lead there, in words. */
    public String name() {
      return path.isEmpty() ? "the file" : path;
    }

    /** An error that names the place. */
    public UserException flaw(String what) {
      return new UserException(file + ", line " + line + ": " + what);
    }
  }
}
