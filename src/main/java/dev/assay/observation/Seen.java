package dev.assay.observation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One value in an answer, told ever less exactly.
 *
 * @param exact to the letter; empty if it is known to be another each time
 * @param form without what looks like an id, a number or a name of its own
 * @param type what kind of value it is
 */
record Seen(Optional<String> exact, String form, String type) {

  static Seen constant(String text) {
    return new Seen(Optional.of(text), text, text);
  }

  static Seen varying(String form, String type) {
    return new Seen(Optional.empty(), form, type);
  }

  /** The same values, of which only the type is told. */
  static Set<Seen> typesOf(Set<Seen> seen) {
    return seen.stream().map(each -> constant(each.type())).collect(Collectors.toSet());
  }

  /** The same, with its place. */
  Seen under(String place) {
    return new Seen(exact.map(text -> place + " " + text), place + " " + form, place + " " + type);
  }

  Optional<String> at(Detail detail) {
    return switch (detail) {
      case EXACT -> exact;
      case FORM -> Optional.of(form);
      case TYPE -> Optional.of(type);
    };
  }
}
