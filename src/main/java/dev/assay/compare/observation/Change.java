package dev.assay.compare.observation;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is not the same in two answers or two runs. What counts as a difference is decided here and
 * nowhere else: between two services, between a baseline and an answer, between two runs.
 *
 * @param place such as {@code status}, {@code header content-type} or {@code body.error_message};
 *     of runs, the id of a clause, a defect or a variant
 * @param from what the old service shows, or what was once
 * @param to what the new service shows, or what is now
 */
public record Change(String place, String from, String to) implements Comparable<Change> {

  private static final String LATER_STATUS = Observation.LATER + "status";

  /**
   * All changes between the answers of two services in all runs, the most serious first. What came
   * of a later request is described by its status, if that is another.
   */
  public static List<Change> between(List<Observation> from, List<Observation> to) {
    List<Change> changes =
        Stream.concat(from.stream(), to.stream())
            .flatMap(observation -> observation.answered().stream())
            .distinct()
            .flatMap(place -> at(place, from, to).stream())
            .sorted()
            .toList();
    boolean laterStatus = changes.stream().anyMatch(change -> change.place.equals(LATER_STATUS));
    return changes.stream()
        .filter(change -> !laterStatus || !change.isLater() || change.place.equals(LATER_STATUS))
        .toList();
  }

  /**
   * Compares all that one service showed at a place with all that the other showed. What either
   * shows at least once is no change; and what is another each time on both is compared by what it
   * is like.
   */
  public static Optional<Change> at(String place, List<Observation> from, List<Observation> to) {
    for (Precision precision : Precision.values()) {
      Set<Optional<String>> before = seen(place, precision, from);
      Set<Optional<String>> after = seen(place, precision, to);
      if (before.stream().filter(Optional::isPresent).anyMatch(after::contains)) {
        return Optional.empty();
      }
      if (!(vary(before) && vary(after)) || precision == Precision.TYPE) {
        return Optional.of(
            new Change(place, described(place, precision, from), described(place, precision, to)));
      }
    }
    return Optional.empty();
  }

  private static Set<Optional<String>> seen(
      String place, Precision precision, List<Observation> observations) {
    return observations.stream()
        .map(observation -> observation.at(place, precision))
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  private static boolean vary(Collection<Optional<String>> seen) {
    return seen.size() > 1 || seen.contains(Optional.<String>empty());
  }

  private static String described(
      String place, Precision precision, List<Observation> observations) {
    return observations.stream()
        .map(each -> each.at(place, precision).orElseGet(() -> each.describe(place)))
        .distinct()
        .sorted()
        .collect(Collectors.joining(" or "));
  }

  /** Where an answer is not as a baseline describes all of it. */
  public static List<Change> inWhole(Map<String, String> described, Observation now) {
    Set<String> places = new LinkedHashSet<>(described.keySet());
    places.addAll(now.answered());
    return since(places, described, now, (place, text) -> now.describe(place).equals(text));
  }

  /** Where an answer is not, more or less exactly, as a baseline describes some of it. */
  public static List<Change> inPart(Map<String, String> described, Observation now) {
    return since(described.keySet(), described, now, now::shows);
  }

  private static List<Change> since(
      Set<String> places,
      Map<String, String> described,
      Observation now,
      BiPredicate<String, String> shows) {
    return places.stream()
        .map(
            at -> new Change(at, described.getOrDefault(at, Observation.NOTHING), now.describe(at)))
        .filter(change -> !change.from.equals(Observation.VARIES))
        .filter(
            change ->
                Observation.asDescribedNow(change.place, change.from)
                    .filter(text -> !shows.test(change.place, text))
                    .isPresent())
        .toList();
  }

  /**
   * What became something else from one run to another, by id. Of two runs of which one did not
   * look at a thing at all, nothing can be said about it.
   */
  public static List<Change> between(Map<String, String> before, Map<String, String> now) {
    return now.keySet().stream()
        .filter(before::containsKey)
        .map(id -> new Change(id, before.get(id), now.get(id)))
        .filter(change -> !change.from.equals(change.to))
        .toList();
  }

  /** The more a client depends on the place, the earlier. */
  @Override
  public int compareTo(Change other) {
    int byRank = Integer.compare(rank(), other.rank());
    return byRank != 0 ? byRank : place.compareTo(other.place);
  }

  /** How much a client depends on the place: 0 the most. */
  public int rank() {
    if (place.endsWith("status")) {
      return 0;
    }
    if (place.contains("body")) {
      return 1;
    }
    return place.endsWith("header content-type") ? 2 : 3;
  }

  /** Whether it is in the answer to a later request of the case. */
  public boolean isLater() {
    return place.startsWith(Observation.LATER);
  }
}
