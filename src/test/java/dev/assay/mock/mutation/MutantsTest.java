package dev.assay.mock.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Clause;
import dev.assay.contract.ContractReader;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MutantsTest {

  private static Set<String> clauses() {
    return Stream.of("haptik", "rooms")
        .flatMap(service -> new ContractReader().shipped(service).operations().stream())
        .flatMap(operation -> operation.clauses().stream())
        .map(Clause::id)
        .map(Object::toString)
        .collect(Collectors.toSet());
  }

  private static List<Mutant> all() {
    return Stream.concat(Defects.all().stream(), Variants.all().stream()).toList();
  }

  @Test
  void there_are_enough_of_both() {
    assertThat(Defects.all()).hasSizeGreaterThanOrEqualTo(150);
    assertThat(Variants.all()).hasSizeGreaterThanOrEqualTo(25);
  }

  @Test
  void names_are_slugs_and_there_once() {
    assertThat(all()).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(all()).allMatch(mutant -> mutant.id().matches("[a-z0-9-]+"));
  }

  @Test
  void a_defect_breaks_clauses_that_exist_and_a_variant_breaks_none() {
    Set<String> known = clauses();
    assertThat(Defects.all())
        .allSatisfy(defect -> assertThat(known).containsAll(defect.breaks()))
        .noneMatch(defect -> defect.breaks().isEmpty());
    assertThat(Variants.all()).allMatch(variant -> variant.breaks().isEmpty());
  }

  @Test
  void each_says_what_it_does() {
    assertThat(all())
        .allMatch(mutant -> !mutant.says().isBlank())
        .noneMatch(mutant -> mutant.says().contains("should"));
  }
}
