package dev.assay.proof;

import dev.assay.mock.mutation.Mutant;
import dev.assay.suite.ServiceSuite;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How the mock differs from itself, and which cases run against it then.
 *
 * @param id of the mutant
 * @param says what it does
 * @param operations whose cases run; none for all
 * @param breaks the clauses that are broken
 * @param selection which cases of these operations run
 * @param mutants that the mock is started with
 */
record MutantPlan(
    String id,
    String says,
    Set<String> operations,
    Set<String> breaks,
    CaseSelection selection,
    List<Mutant> mutants) {

  static MutantPlan of(Mutant mutant, CaseSelection selection) {
    String operation = mutant.operation();
    Set<String> operations = operation.isEmpty() ? Set.of() : Set.of(operation);
    return new MutantPlan(
        mutant.id(), mutant.says(), operations, mutant.breaks(), selection, List.of(mutant));
  }

  /** The unmodified mock, met by whatever runs against these defects and variants. */
  static MutantPlan unmodified(Collection<Mutant> defects, Collection<Mutant> variants) {
    Set<String> operations = new HashSet<>();
    Set<String> broken = new HashSet<>();
    if (variants.isEmpty()) {
      defects.forEach(defect -> operations.add(defect.operation()));
      defects.forEach(defect -> broken.addAll(defect.breaks()));
    }
    CaseSelection selection =
        variants.isEmpty() ? CaseSelection.thorough(broken) : CaseSelection.EVERYTHING;
    return new MutantPlan(
        MutantResult.UNMODIFIED, MutantResult.AS_IT_IS, operations, Set.of(), selection, List.of());
  }

  /** Another run of this mutant, with all cases of those clauses and no others. */
  MutantPlan retryMissed(Collection<String> clauses) {
    return new MutantPlan(
        id, says, operations, breaks, CaseSelection.retryMissed(Set.copyOf(clauses)), mutants);
  }

  /** Another run of this mutant, in which the other operations show that the service is there. */
  MutantPlan besideOthers() {
    return new MutantPlan(id, says, Set.of(), breaks, CaseSelection.against(breaks, 0), mutants);
  }

  /** The one operation that it is about, or the empty string. */
  String operation() {
    return operations.size() == 1 ? operations.iterator().next() : "";
  }

  /** What runs of these suites. */
  List<ServiceSuite> of(List<ServiceSuite> suites) {
    return suites.stream()
        .map(suite -> selected(suite.selected(List.copyOf(operations))))
        .filter(suite -> !suite.operations().isEmpty())
        .toList();
  }

  private ServiceSuite selected(ServiceSuite suite) {
    Set<String> chosen =
        suite.operations().stream()
            .map(selection::of)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return suite.keeping(c -> chosen.contains(c.id()));
  }
}
