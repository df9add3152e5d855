package dev.assay.proof;

import dev.assay.mock.Deviation;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Script;
import dev.assay.suite.ServiceSuite;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What is to be tried: how the mock deviates, and which cases are played against it. A defect is
 * met by all cases of its operation, save costly ones that decide no clause that it breaks: those
 * that move megabytes, wait, or send many requests. A variant is met by all cases whatsoever.
 *
 * @param id of the deviation
 * @param says what it does
 * @param operations that are played; none for all
 * @param breaks the clauses that are broken
 * @param decides the clauses for which even costly cases are played
 * @param everything whether all costly cases are played
 * @param deviations that the mock is started with
 */
record Scene(
    String id,
    String says,
    Set<String> operations,
    Set<String> breaks,
    Set<String> decides,
    boolean everything,
    List<Deviation> deviations) {

  private static final int MOST_REQUESTS = 12;

  static Scene defect(Deviation defect) {
    return new Scene(
        defect.id(),
        defect.says(),
        Set.of(defect.operation()),
        defect.breaks(),
        defect.breaks(),
        false,
        List.of(defect));
  }

  static Scene variant(Deviation variant) {
    return new Scene(
        variant.id(),
        variant.says(),
        variant.operation().isEmpty() ? Set.of() : Set.of(variant.operation()),
        Set.of(),
        Set.of(),
        true,
        List.of(variant));
  }

  /** The mock as it is, met by whatever is played of these defects and variants. */
  static Scene plain(Collection<Deviation> defects, Collection<Deviation> variants) {
    Set<String> operations = new HashSet<>();
    Set<String> decides = new HashSet<>();
    if (variants.isEmpty()) {
      defects.forEach(defect -> operations.add(defect.operation()));
      defects.forEach(defect -> decides.addAll(defect.breaks()));
    }
    return new Scene(
        "plain",
        "The mock without any deviation.",
        operations,
        Set.of(),
        decides,
        !variants.isEmpty(),
        List.of());
  }

  /** The one operation that it is about, or the empty string. */
  String operation() {
    return operations.size() == 1 ? operations.iterator().next() : "";
  }

  /** What is played of these suites. */
  List<ServiceSuite> of(List<ServiceSuite> suites) {
    return suites.stream()
        .map(suite -> suite.selected(List.copyOf(operations)).keeping(this::isPlayed))
        .filter(suite -> !suite.operations().isEmpty())
        .toList();
  }

  private boolean isPlayed(ConformanceCase c) {
    return everything || !isCostly(c.script()) || decidesWhatMatters(c);
  }

  private static boolean isCostly(Script script) {
    return script.isHeavy() || script.waits() || script.planned().size() > MOST_REQUESTS;
  }

  private boolean decidesWhatMatters(ConformanceCase c) {
    return c.checks().stream().anyMatch(check -> decides.contains(check.clause().id().value()));
  }
}
