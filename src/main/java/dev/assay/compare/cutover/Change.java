package dev.assay.compare.cutover;

import dev.assay.compare.observation.Observation;
import dev.assay.compare.observation.Precision;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What one place of an answer shows on either side, where that is not the same.
 *
 * @param place such as {@code status}, {@code header content-type} or {@code body.error_message}
 * @param from what the old service shows
 * @param to what the new service shows
 */
public record Change(String place, String from, String to) implements Comparable<Change> {

  private static final String LATER_STATUS = Observation.LATER + "status";

  /**
   * Holds what was seen in all plays of one side against all of the other. What either side shows
   * at least once is no change; and what is another each time on both sides is compared by what it
   * is like.
   */
  static Optional<Change> at(String place, List<Observation> from, List<Observation> to) {
    for (Precision detail : Precision.values()) {
      Set<Optional<String>> before = seen(place, detail, from);
      Set<Optional<String>> after = seen(place, detail, to);
      if (haveOneInCommon(before, after)) {
        return Optional.empty();
      }
      if (!(vary(before) && vary(after)) || detail == Precision.TYPE) {
        return Optional.of(new Change(place, told(place, detail, from), told(place, detail, to)));
      }
    }
    return Optional.empty();
  }

  private static Set<Optional<String>> seen(
      String place, Precision detail, List<Observation> observations) {
    return observations.stream()
        .map(observation -> observation.at(place, detail))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean haveOneInCommon(Set<Optional<String>> some, Set<Optional<String>> others) {
    return some.stream().filter(Optional::isPresent).anyMatch(others::contains);
  }

  private static boolean vary(Collection<Optional<String>> seen) {
    return seen.size() > 1 || seen.contains(Optional.<String>empty());
  }

  private static String told(String place, Precision detail, List<Observation> observations) {
    return observations.stream()
        .map(seen -> seen.at(place, detail).orElseGet(() -> seen.told(place)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  /** The more a client depends on the place, the earlier. */
  @Override
  public int compareTo(Change other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : place.compareTo(other.place);
  }

  /** How much a client depends on the place: 0 the most. */
  int rank() {
    if (place.endsWith("status")) {
      return 0;
    }
    if (place.contains("body")) {
      return 1;
    }
    return place.endsWith("header content-type") ? 2 : 3;
  }

  /** All changes between the answers of the two sides, the most serious first. */
  static List<Change> between(List<Observation> from, List<Observation> to) {
    Set<String> places = new LinkedHashSet<>(Observation.answered(from));
    places.addAll(Observation.answered(to));
    List<Change> changes =
        places.stream().flatMap(place -> at(place, from, to).stream()).sorted().toList();
    boolean laterStatus = changes.stream().anyMatch(change -> change.place().equals(LATER_STATUS));
    return changes.stream().filter(change -> !laterStatus || !change.isLaterDetail()).toList();
  }

  /** Whether it is in the answer to a later request of the case. */
  boolean isLater() {
    return place.startsWith(Observation.LATER);
  }

  /** What came of a later request is told by its status, if that is another. */
  private boolean isLaterDetail() {
    return isLater() && !place.equals(LATER_STATUS);
  }
}
