package dev.assay.exchange.target;

import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what a target file says under {@code cleanUp}.
 *
 * @param ids the members by which the service's answers name what was made
 * @param sent the fields of its requests that say where
 */
record RemovalReader(Set<String> ids, Set<String> sent) {

  /** The key below a service. */
  static final String KEY = "cleanUp";

  private static final String FORM =
      "DELETE or POST and a path with {%s} in it, like DELETE /messages/{%1$s}";
  private static final Pattern ENTRY = Pattern.compile("(DELETE|POST)\\s+(/(?!/)[!-~&&[^#\\\\]]*)");
  private static final Pattern CLIMBING = Pattern.compile("(^|/)\\.{1,2}(/|\\?|$)");

  /** What the file says of each of these services, by its key. */
  static Map<String, List<Removal>> of(Group file, List<Service> services) {
    Map<String, List<Removal>> all = new TreeMap<>();
    for (Service service : services) {
      RemovalReader reader = new RemovalReader(service.idMembers(), service.idFields());
      file.group(service.name())
          .optionalGroup(KEY)
          .ifPresent(group -> all.put(service.name(), reader.removals(group)));
    }
    return all;
  }

  private List<Removal> removals(Group group) {
    if (group.members().isEmpty()) {
      throw group.flaw("says of nothing how it is removed; add an entry or remove the key");
    }
    List<Removal> removals = new ArrayList<>();
    group.members().keySet().forEach(name -> removals.add(removal(name, group.required(name))));
    return List.copyOf(removals);
  }

  private Removal removal(String name, Value value) {
    if (ids.isEmpty()) {
      throw value.flaw(
          "cannot be: no answer of the contract has a member with x-unique or x-serves, which would name what was made");
    }
    String form = FORM.formatted(new TreeSet<>(ids).last());
    Matcher entry = value.as(form, text -> matched(ENTRY.matcher(text)));
    Set<String> named = new TreeSet<>(Removal.placeholders(entry.group(2)));
    named.retainAll(ids);
    Removal removal = new Removal(name, entry.group(1), entry.group(2), named);
    for (String placeholder : removal.placeholders()) {
      if (!ids.contains(placeholder) && !sent.contains(placeholder)) {
        throw value.flaw(
            "has the placeholder {%s}, which nothing fills in; there are %s of the answer, and %s of what was sent"
                .formatted(placeholder, inBraces(ids), inBraces(sent)));
      }
    }
    if (removal.ids().isEmpty()) {
      throw value.flaw(
          "does not name what it removes, so it could remove what others made; put %s into its path"
              .formatted(inBraces(ids).replace(" and ", " or ")));
    }
    return removal;
  }

  private static Matcher matched(Matcher entry) {
    if (!entry.matches()) {
      return null;
    }
    String example = Removal.PLACEHOLDER.matcher(entry.group(2)).replaceAll("x");
    return CLIMBING.matcher(example).find() || URI.create(example).isAbsolute() ? null : entry;
  }

  private static String inBraces(Collection<String> names) {
    return names.stream()
        .sorted()
        .map(name -> "{" + name + "}")
        .collect(Collectors.joining(" and "));
  }
}
