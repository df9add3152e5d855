package dev.assay.yaml;

import dev.assay.UserException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What a YAML file holds at one place. A reader says which keys there are and what their values
 * must be; whatever is otherwise ends it with an error that names file, line and key.
 */
public sealed interface YamlNode {

  /** Where it stands. */
  Place place();

  /** This node, each value of which means what is made of it; errors still show it as written. */
  YamlNode meaning(Function<Value, String> meaning);

  /** An error about it, in a sentence that begins with its name: {@code what} is the rest. */
  default UserException flaw(String what) {
    return place().flaw(place().name() + " " + what);
  }

  private UserException wrongShape(String expected) {
    return flaw("must have " + expected);
  }

  private Value single() {
    if (this instanceof Value value) {
      return value;
    }
    throw wrongShape("a single value");
  }

  private Group keys(String where) {
    if (this instanceof Group group) {
      return group;
    }
    throw wrongShape("keys of its own below " + where);
  }

  /**
   * A single value.
   *
   * @param written what the file shows; empty where it gives none
   * @param text what that means
   */
  record Value(Place place, String written, String text) implements YamlNode {

    @Override
    public Value meaning(Function<Value, String> meaning) {
      return new Value(place, written, meaning.apply(this));
    }

    /** The text, which must not be blank. */
    public String content() {
      if (text.isBlank()) {
        throw flaw("is empty; give it a value or remove the key");
      }
      return text;
    }

    /**
     * What a reading makes of the text.
     *
     * @param what it must be, for the error
     * @param reading of the text without blanks around it; what it cannot read, it answers with
     *     null or an exception of a library
     */
    public <T> T as(String what, Function<String, T> reading) {
      String content = content().strip();
      try {
        T read = reading.apply(content);
        if (read != null) {
          return read;
        }
      } catch (IllegalArgumentException | DateTimeException | ArithmeticException e) {
        // the error below says more to people
      }
      throw flaw("must be %s, not `%s`".formatted(what, written));
    }

    /**
     * Something that has a name.
     *
     * @param known the names that there are, for the error
     */
    public <T> T named(Function<String, Optional<T>> named, String known) {
      return named
          .apply(content().strip())
          .orElseThrow(() -> flaw("`%s` does not exist; known are %s".formatted(written, known)));
    }

    /** A number between these two, or one of them. */
    public double number(double least, double most) {
      return as(
          "a number from %s to %s".formatted(plain(least), plain(most)),
          text -> {
            double number = new BigDecimal(text).doubleValue();
            return number >= least && number <= most ? number : null;
          });
    }

    /** A whole number between these two, or one of them. */
    public int whole(int least, int most) {
      double number = number(least, most);
      return as("a whole number", text -> number == Math.rint(number) ? (int) number : null);
    }

    private static String plain(double number) {
      return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
    }
  }

  /** Several of them in a row. */
  record Sequence(Place place, List<YamlNode> items) implements YamlNode {

    @Override
    public Sequence meaning(Function<Value, String> meaning) {
      return new Sequence(place, items.stream().map(item -> item.meaning(meaning)).toList());
    }
  }

  /** Keys with what they stand for. */
  record Group(Place place, Map<String, YamlNode> members) implements YamlNode {

    @Override
    public Group meaning(Function<Value, String> meaning) {
      return new Group(place, each(key -> members.get(key).meaning(meaning)));
    }

    /** This group, which must have no other keys. */
    public Group only(String... known) {
      for (Map.Entry<String, YamlNode> member : members.entrySet()) {
        if (!Arrays.asList(known).contains(member.getKey())) {
          throw member
              .getValue()
              .place()
              .flaw(
                  "unknown key `%s` in %s; known keys are %s"
                      .formatted(
                          member.getKey(),
                          place.name(),
                          Arrays.stream(known).sorted().collect(Collectors.joining(", "))));
        }
      }
      return this;
    }

    /** Whether the key is there. */
    public boolean has(String key) {
      return members.containsKey(key);
    }

    /** The single value of a key that must be there. */
    public Value required(String key) {
      return member(key).single();
    }

    /** The single value of a key that may be there. */
    public Optional<Value> optional(String key) {
      return has(key) ? Optional.of(required(key)) : Optional.empty();
    }

    /** What is below a key that must be there. */
    public Group group(String key) {
      return member(key).keys("it");
    }

    /** What is below a key that may be there. */
    public Optional<Group> optionalGroup(String key) {
      return has(key) ? Optional.of(group(key)) : Optional.empty();
    }

    /** What is below a key that may be there; nothing otherwise. */
    public Group groupOrEmpty(String key) {
      return optionalGroup(key).orElseGet(() -> new Group(place, Map.of()));
    }

    /** The keys below each item of a list. */
    public List<Group> groups(String key) {
      List<Group> groups = new ArrayList<>();
      sequence(key).items().forEach(item -> groups.add(item.keys("each -")));
      return groups;
    }

    /** The single values of a list. */
    public List<Value> values(String key) {
      return sequence(key).items().stream().map(YamlNode::single).toList();
    }

    /** Something made of each key, in the order of the file. */
    public <T> Map<String, T> each(Function<String, T> reading) {
      Map<String, T> each = new LinkedHashMap<>();
      members.keySet().forEach(key -> each.put(key, reading.apply(key)));
      return each;
    }

    private Sequence sequence(String key) {
      if (member(key) instanceof Sequence sequence) {
        return sequence;
      }
      throw member(key).wrongShape("a list, like [one, two]");
    }

    private YamlNode member(String key) {
      if (!has(key)) {
        throw place.flaw("`%s` is missing in %s; add it".formatted(key, place.name()));
      }
      return members.get(key);
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

    /** File and line, as people write them. */
    public String fileAndLine() {
      return file + ", line " + line;
    }

    /** An error that names the place. */
    public UserException flaw(String what) {
      return new UserException(fileAndLine() + ": " + what);
    }
  }
}
