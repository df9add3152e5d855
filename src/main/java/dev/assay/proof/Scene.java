package dev.assay.proof;

import dev.assay.mock.Deviation;
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
 * @param casting which cases of these operations are played
 * @param deviations that the mock is started with
 */
record Scene(
    String id,
    String says,
    Set<String> operations,
    Set<String> breaks,
    Casting casting,
    List<Deviation> deviations) {

  static Scene defect(Deviation defect, Casting casting) {
    return new Scene(
        defect.id(),
        defect.says(),
        Set.of(defect.operation()),
        defect.breaks(),
        casting,
        List.of(defect));
  }

  static Scene variant(Deviation variant, Casting casting) {
    return new Scene(
        variant.id(),
        variant.says(),
        variant.operation().isEmpty() ? Set.of() : Set.of(variant.operation()),
        Set.of(),
        casting,
        List.of(variant));
  }

  /** The mock as it is, met by whatever is played of these defects and variants. */
  static Scene plain(Collection<Deviation> defects, Collection<Deviation> variants) {
    Set<String> operations = new HashSet<>();
    Set<String> broken = new HashSet<>();
    if (variants.isEmpty()) {
      defects.forEach(defect -> operations.add(defect.operation()));
      defects.forEach(defect -> broken.addAll(defect.breaks()));
    }
    Casting casting = variants.isEmpty() ? Casting.thorough(broken) : Casting.EVERYTHING;
    return new Scene(
        "plain", "The mock without any deviation.", operations, Set.of(), casting, List.of());
  }

  /** The same again, with all cases of those clauses and no others. */
  Scene encore(Collection<String> clauses) {
    return new Scene(id, says, operations, breaks, Casting.encore(Set.copyOf(clauses)), deviations);
  }

  /** The one operation that it is about, or the empty string. */
  String operation() {
    return operations.size() == 1 ? operations.iterator().next() : "";
  }

  /** What is played of these suites. */
  List<ServiceSuite> of(List<ServiceSuite> suites) {
    return suites.stream()
        .map(suite -> played(suite.selected(List.copyOf(operations))))
        .filter(suite -> !suite.operations().isEmpty())
        .toList();
  }

  private ServiceSuite played(ServiceSuite suite) {
    Set<String> chosen =
        suite.operations().stream()
            .map(casting::of)
            .flatMap(Set::stream)
            .collect(Collectors.toSet());
    return suite.keeping(c -> chosen.contains(c.id()));
  }
}
