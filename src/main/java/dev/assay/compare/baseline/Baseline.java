package dev.assay.compare.baseline;

import dev.assay.compare.observation.Observation;
import dev.assay.contract.Level;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is known of one environment: the clauses that it breaks, and how it answers where the
 * documents are silent.
 *
 * @param deviations forgiven until they expire
 * @param pins told when they change
 */
public record Baseline(List<KnownViolation> deviations, List<PinnedResponse> pins) {

  private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.WARN);
  private static final Set<Outcome> DECIDED =
      EnumSet.of(Outcome.PASS, Outcome.INFO, Outcome.WARN, Outcome.FAIL);

  public Baseline {
    deviations = List.copyOf(deviations);
    pins = List.copyOf(pins);
  }

  /**
   * The run as this baseline shows it: what is listed and not expired is KNOWN, and what drifted
   * from its pin is a WARN. An entry that is expired, or stale because the clause holds now, is
   * told.
   *
   * @param repertoire every case that there is; an entry is stale only if all its cases were played
   * @param today in UTC
   */
  public Run applied(Run run, CaseCatalog repertoire, LocalDate today) {
    List<String> lapsed = new ArrayList<>();
    for (KnownViolation entry : deviations) {
      lapse(entry, run, repertoire, today).ifPresent(lapsed::add);
    }
    return run.with(run.cases().stream().map(result -> applied(result, today)).toList(), lapsed);
  }

  private CaseResult applied(CaseResult result, LocalDate today) {
    List<Verdict> verdicts =
        result.verdicts().stream().map(verdict -> forgiven(result, verdict, today)).toList();
    return pins.stream()
        .filter(pin -> pin.caseId().equals(result.id()))
        .findFirst()
        .map(pin -> result.with(drifted(pin, result, verdicts)))
        .orElseGet(() -> result.with(verdicts));
  }

  private Verdict forgiven(CaseResult result, Verdict verdict, LocalDate today) {
    if (!BROKEN.contains(verdict.outcome())) {
      return verdict;
    }
    List<KnownViolation> listed =
        deviations.stream()
            .filter(entry -> !entry.isExpired(today))
            .filter(entry -> entry.covers(verdict.clause().id().value(), result.id()))
            .toList();
    Observation now = Observation.of(verdict, result);
    return listed.stream()
        .filter(entry -> entry.unlike(now).isEmpty())
        .findFirst()
        .map(entry -> verdict.knownAs(entry.remark()))
        .orElseGet(() -> listed.isEmpty() ? verdict : otherwise(verdict, listed, now));
  }

  /** The same, which nobody has forgiven: it is not what was known. */
  private static Verdict otherwise(Verdict verdict, List<KnownViolation> listed, Observation now) {
    String known =
        listed.stream()
            .map(
                entry ->
                    "%s and not %s (%s)"
                        .formatted(
                            told(entry.unlike(now), entry.seen()),
                            told(entry.unlike(now), now.told()),
                            entry.place()))
            .collect(Collectors.joining(", or "));
    return new Verdict(
        verdict.clause(),
        verdict.outcome(),
        verdict.expected(),
        verdict.actual() + "; known is another break: " + known,
        verdict.exhibit());
  }

  private static List<Verdict> drifted(
      PinnedResponse pin, CaseResult result, List<Verdict> verdicts) {
    Optional<Map<String, String>> seen = Observation.of(result).map(Observation::told);
    if (seen.isEmpty() || places(pin.seen(), seen.get()).isEmpty()) {
      return verdicts;
    }
    List<Verdict> changed = new ArrayList<>(verdicts);
    for (int i = 0; i < changed.size(); i++) {
      Verdict verdict = changed.get(i);
      if (verdict.clause().level() == Level.SILENT && verdict.outcome() == Outcome.INFO) {
        changed.set(i, drift(pin, seen.get(), verdict));
        return changed;
      }
    }
    return changed;
  }

  private static Verdict drift(PinnedResponse pin, Map<String, String> seen, Verdict verdict) {
    Set<String> places = places(pin.seen(), seen);
    return new Verdict(
        verdict.clause(),
        Outcome.WARN,
        "as pinned in %s: %s".formatted(pin.place(), told(places, pin.seen())),
        told(places, seen),
        verdict.exhibit());
  }

  private static Set<String> places(Map<String, String> pinned, Map<String, String> seen) {
    Set<String> places = new LinkedHashSet<>(pinned.keySet());
    places.addAll(seen.keySet());
    places.removeIf(place -> isSame(place, pinned.get(place), seen.get(place)));
    return places;
  }

  private static boolean isSame(String place, String pinned, String seen) {
    if (pinned == null || pinned.equals(PinnedResponse.VARIES)) {
      return pinned != null;
    }
    return Observation.asToldNow(place, pinned).map(told -> told.equals(seen)).orElse(true);
  }

  private static String told(Set<String> places, Map<String, String> seen) {
    return places.stream()
        .map(place -> place + " " + seen.getOrDefault(place, "(none)"))
        .collect(Collectors.joining(", "));
  }

  /** Why the entry fails the run, if it does. */
  private static Optional<String> lapse(
      KnownViolation entry, Run run, CaseCatalog repertoire, LocalDate today) {
    Map<String, List<Outcome>> decided = new LinkedHashMap<>();
    for (CaseResult result : run.cases()) {
      for (Verdict verdict : result.verdicts()) {
        boolean covered = entry.covers(verdict.clause().id().value(), result.id());
        if (covered && DECIDED.contains(verdict.outcome())) {
          decided.computeIfAbsent(result.id(), id -> new ArrayList<>()).add(verdict.outcome());
        }
      }
    }
    boolean broken = decided.values().stream().flatMap(List::stream).anyMatch(BROKEN::contains);
    Set<String> all =
        entry
            .caseId()
            .map(Set::of)
            .orElse(repertoire.cases().getOrDefault(entry.clause(), Set.of()));
    boolean stale = !broken && !decided.isEmpty() && decided.keySet().containsAll(all);
    if (stale) {
      return Optional.of(sentence(entry, "holds now; remove the entry"));
    }
    return broken && entry.isExpired(today)
        ? Optional.of(
            sentence(entry, "is still broken, and was forgiven until " + entry.expires() + " only"))
        : Optional.empty();
  }

  private static String sentence(KnownViolation entry, String what) {
    return "%s: %s %s (owner: %s, reason: %s)"
        .formatted(entry.place(), entry.where(), what, entry.owner(), entry.reason());
  }
}
