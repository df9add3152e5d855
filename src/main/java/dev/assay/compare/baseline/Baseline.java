package dev.assay.compare.baseline;

import dev.assay.compare.observation.Change;
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
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is known of one environment: the clauses that it breaks, and how it answers where the
 * documents are silent.
 *
 * @param violations forgiven until they expire
 * @param pinned reported when they change
 */
public record Baseline(List<KnownViolation> violations, List<PinnedResponse> pinned) {

  private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.WARN);
  private static final Set<Outcome> DECIDED =
      EnumSet.of(Outcome.PASS, Outcome.INFO, Outcome.WARN, Outcome.FAIL);

  public Baseline {
    violations = List.copyOf(violations);
    pinned = List.copyOf(pinned);
  }

  /**
   * The run as this baseline shows it: what is listed and not expired is KNOWN, and what drifted
   * from its pinned response is a WARN. An entry that is expired, or stale because the clause holds
   * now, is reported.
   *
   * @param catalog every case that there is; an entry is stale only if all its cases were run
   * @param today in UTC
   */
  public Run applied(Run run, CaseCatalog catalog, LocalDate today) {
    List<String> overdue =
        violations.stream().flatMap(entry -> overdue(entry, run, catalog, today).stream()).toList();
    return run.with(run.cases().stream().map(result -> applied(result, today)).toList(), overdue);
  }

  private CaseResult applied(CaseResult result, LocalDate today) {
    List<Verdict> verdicts =
        result.verdicts().stream().map(verdict -> forgiven(result, verdict, today)).toList();
    return result.with(
        pinned.stream()
            .filter(each -> each.caseId().equals(result.id()))
            .findFirst()
            .map(each -> drifted(each, result, verdicts))
            .orElse(verdicts));
  }

  private Verdict forgiven(CaseResult result, Verdict verdict, LocalDate today) {
    if (!BROKEN.contains(verdict.outcome())) {
      return verdict;
    }
    List<KnownViolation> listed =
        violations.stream()
            .filter(entry -> !entry.isExpired(today))
            .filter(entry -> entry.covers(verdict.clause().id().value(), result.id()))
            .toList();
    Observation now = Observation.of(verdict, result);
    return listed.stream()
        .filter(entry -> entry.changes(now).isEmpty())
        .findFirst()
        .map(entry -> verdict.knownAs(entry.remark()))
        .orElseGet(() -> listed.isEmpty() ? verdict : otherwise(verdict, listed, now));
  }

  /** A verdict on a clause that is broken in another way than is known, which nobody forgave. */
  private static Verdict otherwise(Verdict verdict, List<KnownViolation> listed, Observation now) {
    String known =
        listed.stream()
            .map(
                entry -> {
                  List<Change> changes = entry.changes(now);
                  return "%s and not %s (%s)"
                      .formatted(
                          described(changes, Change::from),
                          described(changes, Change::to),
                          entry.place());
                })
            .collect(Collectors.joining(", or "));
    return new Verdict(
        verdict.clause(),
        verdict.outcome(),
        verdict.expected(),
        verdict.actual() + "; known is another break: " + known,
        verdict.evidence());
  }

  /** Shows what drifted in the first verdict that only recorded it. */
  private static List<Verdict> drifted(
      PinnedResponse pinned, CaseResult result, List<Verdict> verdicts) {
    List<Change> changes = Observation.of(result).map(pinned::changes).orElse(List.of());
    Optional<Verdict> recorded =
        verdicts.stream()
            .filter(each -> each.clause().level() == Level.SILENT)
            .filter(each -> each.outcome() == Outcome.INFO)
            .findFirst();
    if (changes.isEmpty() || recorded.isEmpty()) {
      return verdicts;
    }
    List<Verdict> changed = new ArrayList<>(verdicts);
    changed.set(verdicts.indexOf(recorded.get()), drift(pinned, changes, recorded.get()));
    return changed;
  }

  private static Verdict drift(PinnedResponse pinned, List<Change> changes, Verdict verdict) {
    return new Verdict(
        verdict.clause(),
        Outcome.WARN,
        "as pinned in %s: %s".formatted(pinned.place(), described(changes, Change::from)),
        described(changes, Change::to),
        verdict.evidence());
  }

  private static String described(List<Change> changes, Function<Change, String> text) {
    return changes.stream()
        .map(change -> change.place() + " " + text.apply(change))
        .collect(Collectors.joining(", "));
  }

  /** Why the entry fails the run, if it does. */
  private static Optional<String> overdue(
      KnownViolation entry, Run run, CaseCatalog catalog, LocalDate today) {
    Map<String, Set<Outcome>> decided = new LinkedHashMap<>();
    for (CaseResult result : run.cases()) {
      result.verdicts().stream()
          .filter(verdict -> entry.covers(verdict.clause().id().value(), result.id()))
          .map(Verdict::outcome)
          .filter(DECIDED::contains)
          .forEach(
              outcome ->
                  decided
                      .computeIfAbsent(result.id(), id -> EnumSet.noneOf(Outcome.class))
                      .add(outcome));
    }
    boolean broken = decided.values().stream().flatMap(Set::stream).anyMatch(BROKEN::contains);
    Set<String> all =
        entry.caseId().map(Set::of).orElse(catalog.cases().getOrDefault(entry.clause(), Set.of()));
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
