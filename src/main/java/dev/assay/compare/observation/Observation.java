package dev.assay.compare.observation;

import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Verdict;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What a client saw in a case, place by place, so that two runs of it can be compared: the status,
 * each header, each member of the body, and what was recorded about a clause on which the documents
 * are silent. How an answer travels (its length, its coding, its date) is no part of it.
 */
public final class Observation {

  /** What a baseline says of a place that shows something else each time. */
  public static final String VARIES = "(varies)";

  static final String NOTHING = "(none)";

  /** What the places of a later request begin with, such as the one that fetches a file. */
  static final String LATER = "then ";

  static final String HEADER = "header ";

  /** What the places begin with that are no part of an answer, but what was recorded about it. */
  private static final String RECORDED = "recorded ";

  private static final String SEVERAL = " | ";

  private final Map<String, Set<ObservedValue>> places;

  Observation(Map<String, Set<ObservedValue>> places) {
    this.places = places;
  }

  /**
   * What was seen in that case; nothing if an exchange ended without an answer, or if none of its
   * clauses could be decided.
   */
  public static Optional<Observation> of(CaseResult result) {
    return ObservationBuilder.of(result);
  }

  /**
   * How a broken clause showed itself: the form of the answer where the status is wrong, what the
   * body says where that is, or else what was found. An answer may change where the clause does not
   * look and still break it in the same way.
   */
  public static Observation of(Verdict verdict, CaseResult result) {
    return ObservationBuilder.of(verdict, result);
  }

  /** The place of what was recorded about that clause. */
  public static String recorded(String clause) {
    return RECORDED + clause;
  }

  /** The places of the answers at which something was seen. */
  public Set<String> answered() {
    Set<String> answered = new LinkedHashSet<>(places.keySet());
    answered.removeIf(place -> place.startsWith(RECORDED));
    return Collections.unmodifiableSet(answered);
  }

  /**
   * What was seen at that place; several values, of several answers or of a list, in order and each
   * once. Empty if it is known to be another each time.
   */
  Optional<String> at(String place, Precision precision) {
    Set<String> texts = new TreeSet<>();
    for (ObservedValue seen : places.getOrDefault(place, Set.of(ObservedValue.constant(NOTHING)))) {
      Optional<String> text = seen.at(precision);
      if (text.isEmpty()) {
        return Optional.empty();
      }
      texts.add(text.get());
    }
    return Optional.of(String.join(SEVERAL, texts));
  }

  /** All that was seen in the answers, each as exactly as it can be seen again. */
  public Map<String, String> described() {
    Map<String, String> described = new LinkedHashMap<>();
    answered().forEach(place -> described.put(place, describe(place)));
    return described;
  }

  /** What was seen at that place, as exactly as it can be seen again. */
  public String describe(String place) {
    return at(place, Precision.EXACT).orElseGet(() -> at(place, Precision.FORM).orElse(NOTHING));
  }

  /** What both show at that place, as exactly as both show the same; empty if they never do. */
  public Optional<String> describedAlike(String place, Observation other) {
    return Stream.of(Precision.EXACT, Precision.FORM)
        .flatMap(precision -> at(place, precision).stream())
        .filter(text -> other.shows(place, text))
        .findFirst();
  }

  /** Whether that was seen at that place, described more or less exactly. */
  boolean shows(String place, String described) {
    return Stream.of(Precision.values())
        .anyMatch(precision -> at(place, precision).filter(described::equals).isPresent());
  }

  /** A description by an earlier edition, as it would be now; empty for what is left out now. */
  static Optional<String> asDescribedNow(String place, String described) {
    String ofAnswer = place.startsWith(LATER) ? place.substring(LATER.length()) : place;
    if (!ofAnswer.startsWith(HEADER)) {
      return Optional.of(described);
    }
    HeaderField field = HeaderField.named(ofAnswer.substring(HEADER.length()));
    return field.isCompared()
        ? Optional.of(
            Stream.of(described.split(Pattern.quote(SEVERAL)))
                .map(value -> value.equals(NOTHING) ? value : field.canonical(value))
                .distinct()
                .sorted()
                .collect(Collectors.joining(SEVERAL)))
        : Optional.empty();
  }
}
