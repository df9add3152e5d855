package dev.assay.compare.observation;

import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * One value in an answer, described ever less exactly.
 *
 * @param exact to the letter; empty if it is known to be another each time
 * @param form without what looks like an id, a number or a name of its own
 * @param type what kind of value it is
 */
record ObservedValue(Optional<String> exact, String form, String type) {

  static ObservedValue constant(String text) {
    return new ObservedValue(Optional.of(text), text, text);
  }

  static ObservedValue varying(String form, String type) {
    return new ObservedValue(Optional.empty(), form, type);
  }

  /** Only the types of the values. */
  static Set<ObservedValue> typesOf(Set<ObservedValue> seen) {
    return seen.stream().map(each -> constant(each.type())).collect(Collectors.toSet());
  }

  /** This value, with its place. */
  ObservedValue under(String place) {
    return new ObservedValue(
        exact.map(text -> place + " " + text), place + " " + form, place + " " + type);
  }

  Optional<String> at(Precision precision) {
    return switch (precision) {
      case EXACT -> exact;
      case FORM -> Optional.of(form);
      case TYPE -> Optional.of(type);
    };
  }
}
