package dev.assay.proof;

import dev.assay.mock.mutation.Mutant;
import dev.assay.suite.ServiceSuite;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What is to be tried: how the mock deviates, and which cases are played against it.
 *
 * @param id of the deviation
 * @param says what it does
 * @param operations that are played; none for all
 * @param breaks the clauses that are broken
 * @param selection which cases of these operations are played
 * @param mutants that the mock is started with
 */
record MutantPlan(
    String id,
    String says,
    Set<String> operations,
    Set<String> breaks,
    CaseSelection selection,
    List<Mutant> mutants) {

  static MutantPlan defect(Mutant defect, CaseSelection selection) {
    return new MutantPlan(
        defect.id(),
        defect.says(),
        Set.of(defect.operation()),
        defect.breaks(),
        selection,
        List.of(defect));
  }

  static MutantPlan variant(Mutant variant, CaseSelection selection) {
    return new MutantPlan(
        variant.id(),
        variant.says(),
        variant.operation().isEmpty() ? Set.of() : Set.of(variant.operation()),
        Set.of(),
        selection,
        List.of(variant));
  }

  /** The mock as it is, met by whatever is played of these defects and variants. */
  static MutantPlan plain(Collection<Mutant> defects, Collection<Mutant> variants) {
    Set<String> operations = new HashSet<>();
    Set<String> broken = new HashSet<>();
    if (variants.isEmpty()) {
      defects.forEach(defect -> operations.add(defect.operation()));
      defects.forEach(defect -> broken.addAll(defect.breaks()));
    }
    CaseSelection selection =
        variants.isEmpty() ? CaseSelection.thorough(broken) : CaseSelection.EVERYTHING;
    return new MutantPlan(
        "plain", "The mock without any deviation.", operations, Set.of(), selection, List.of());
  }

  /** The same again, with all cases of those clauses and no others. */
  MutantPlan retryMissed(Collection<String> clauses) {
    return new MutantPlan(
        id, says, operations, breaks, CaseSelection.retryMissed(Set.copyOf(clauses)), mutants);
  }

  /** The one operation that it is about, or the empty string. */
  String operation() {
    return operations.size() == 1 ? operations.iterator().next() : "";
  }

  /** What is played of these suites. */
  List<ServiceSuite> of(List<ServiceSuite> suites) {
    return suites.stream()
        .map(suite -> finished(suite.selected(List.copyOf(operations))))
        .filter(suite -> !suite.operations().isEmpty())
        .toList();
  }

  private ServiceSuite finished(ServiceSuite suite) {
    Set<String> chosen =
        suite.operations().stream()
            .map(selection::of)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return suite.keeping(c -> chosen.contains(c.id()));
  }
}
