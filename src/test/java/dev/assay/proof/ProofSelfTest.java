package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The whole kill matrix, as {@code assay prove} plays it. */
class ProofSelfTest {

  private static Proof proof;

  @BeforeAll
  static void prove() throws InterruptedException {
    TestData data = new TestData(1);
    proof =
        new MutationRunner(
                RunInfo.starting("1", "the embedded mock"),
                ProofSubject.SHIPPED,
                target -> ServiceSuites.of(target, data),
                TrialListener.NONE,
                false)
            .prove(Defects.all(), Variants.all());
  }

  @Test
  void every_defect_is_killed_by_exactly_the_clauses_that_it_breaks() {
    assertThat(proof.defects())
        .hasSizeGreaterThan(150)
        .filteredOn(result -> !result.isAsItShould())
        .isEmpty();
  }

  @Test
  void every_conforming_variant_is_quiet() {
    assertThat(proof.variants())
        .hasSizeGreaterThan(25)
        .filteredOn(result -> !result.isAsItShould())
        .isEmpty();
  }

  @Test
  void every_clause_that_a_server_can_break_is_broken_by_a_defect() {
    assertThat(proof.breakableClauses()).isGreaterThan(100);
    assertThat(proof.unchallenged()).isEmpty();
  }

  @Test
  void all_of_it_together_is_a_proof() {
    assertThat(proof.plain().outcome()).isEqualTo(MutantResult.Outcome.CLEAN);
    assertThat(proof.conclusion()).isEqualTo(Conclusion.YES);
  }
}
