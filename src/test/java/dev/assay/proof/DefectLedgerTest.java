package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Clause;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Level;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A new clause needs a defect, and a new defect a clause. */
class DefectLedgerTest {

  private static List<Clause> clauses() {
    return Stream.of("haptik", "rooms")
        .flatMap(service -> new ContractReader().shipped(service).operations().stream())
        .flatMap(operation -> operation.clauses().stream())
        .toList();
  }

  @Test
  void every_clause_that_is_stated_or_implied_has_a_defect_or_says_why_it_has_no_case() {
    Set<String> broken =
        Defects.all().stream()
            .flatMap(defect -> defect.breaks().stream())
            .collect(Collectors.toSet());
    assertThat(clauses())
        .filteredOn(clause -> clause.level() != Level.SILENT && clause.untested().isEmpty())
        .hasSizeGreaterThan(100)
        .allSatisfy(clause -> assertThat(broken).contains(clause.id().value()));
  }

  @Test
  void every_defect_breaks_clauses_of_its_operation_that_the_contracts_have() {
    Set<String> known =
        clauses().stream().map(clause -> clause.id().value()).collect(Collectors.toSet());
    assertThat(Defects.all())
        .allSatisfy(
            defect ->
                assertThat(defect.breaks())
                    .as(defect.id())
                    .isNotEmpty()
                    .isSubsetOf(known)
                    .allMatch(id -> id.startsWith(defect.operation() + "/")));
  }

  @Test
  void no_variant_breaks_anything_and_no_two_deviations_share_a_name() {
    assertThat(Variants.all()).allSatisfy(variant -> assertThat(variant.breaks()).isEmpty());
    assertThat(Stream.concat(Defects.all().stream(), Variants.all().stream()))
        .extracting(Mutant::id)
        .doesNotHaveDuplicates();
  }
}
