package dev.assay.load;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Something in a settings file, with its place. Whatever is asked of it and cannot be had is an
 * error that names file and line.
 *
 * @param file the name used in messages
 * @param name the keys that lead there
 */
record Setting(String file, String name, Node node) {

  private static final Pattern DURATION = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(ms|s|m|h)");

  InvalidLoadException flaw(String what) {
    int line = node.getStartMark().getLine() + 1;
    return new InvalidLoadException("%s, line %d: %s %s".formatted(file, line, name, what));
  }

  /** The keys below it, in order, each there once. */
  Map<String, Setting> members() throws InvalidLoadException {
    if (!(node instanceof MappingNode mapping)) {
      throw flaw("must have keys of its own below it");
    }
    Map<String, Setting> members = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key = new Setting(file, name, tuple.getKeyNode()).text();
      Setting member = new Setting(file, key, tuple.getValueNode());
      if (members.put(key, member) != null) {
        throw member.flaw("is there twice; remove one");
      }
    }
    return members;
  }

  /** The keys below it, none of which may be another than those. */
  Map<String, Setting> members(Set<String> known) throws InvalidLoadException {
    Map<String, Setting> members = members();
    for (Map.Entry<String, Setting> member : members.entrySet()) {
      if (!known.contains(member.getKey())) {
        throw member
            .getValue()
            .flaw("is an unknown key; known are " + String.join(", ", new TreeSet<>(known)));
      }
    }
    return members;
  }

  /** The one of these members that has that key. */
  Setting member(Map<String, Setting> members, String key) throws InvalidLoadException {
    Setting member = members.get(key);
    if (member == null) {
      throw flaw("lacks the key `%s`; add it".formatted(key));
    }
    return member;
  }

  List<Setting> items() throws InvalidLoadException {
    if (!(node instanceof SequenceNode sequence)) {
      throw flaw("must be a list");
    }
    List<Setting> items = new ArrayList<>();
    sequence.getValue().forEach(item -> items.add(new Setting(file, name, item)));
    return items;
  }

  String text() throws InvalidLoadException {
    if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
      return scalar.getValue().strip();
    }
    throw flaw("must have a single value");
  }

  double number(double least, double most) throws InvalidLoadException {
    try {
      double number = new BigDecimal(text()).doubleValue();
      if (number >= least && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words
    }
    throw flaw(
        "must be a number from %s to %s, not `%s`".formatted(plain(least), plain(most), text()));
  }

  /** A time such as 500ms, 30s, 5m or 1h, in seconds. */
  double seconds() throws InvalidLoadException {
    try {
      return seconds(text());
    } catch (IllegalArgumentException e) {
      throw flaw(e.getMessage());
    }
  }

  /**
   * A time such as 500ms, 30s, 5m or 1h, in seconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  static double seconds(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("must be a time like 30s, 5m or 1h, not `" + text + "`");
    }
    double number = Double.parseDouble(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> number / 1000;
      case "m" -> number * 60;
      case "h" -> number * 3600;
      default -> number;
    };
  }

  private static String plain(double number) {
    return BigDecimal.valueOf(number).stripTrailingZeros().toPlainString();
  }
}
