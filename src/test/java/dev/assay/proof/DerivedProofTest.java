package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.proof.MutantResult.Outcome;
import dev.assay.proof.derived.DerivedMutants;
import dev.assay.report.json.ProofJson;
import dev.assay.report.text.ProofSummary;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The proof for a service for which nobody wrote a stand-in. */
class DerivedProofTest {

  private static Proof proof;

  @BeforeAll
  static void prove() throws Exception {
    String text =
        new String(
            DerivedProofTest.class.getResourceAsStream("/derived/things.yaml").readAllBytes(),
            StandardCharsets.UTF_8);
    Contract contract = new ContractReader().read("things", "things.yaml", text);
    proof =
        new MutationRunner(
                RunInfo.starting("1", "a stand-in"),
                ProofSubject.derivedFrom(contract),
                target -> ServiceSuites.of(target, new TestData(1)),
                TrialListener.NONE,
                true)
            .prove(DerivedMutants.defects(contract), DerivedMutants.variants(contract));
  }

  @Test
  void the_stand_in_conforms_and_so_does_whatever_its_contract_leaves_open() {
    assertThat(proof.plain().outcome()).isEqualTo(Outcome.CLEAN);
    assertThat(proof.variants()).hasSizeGreaterThan(30);
    assertThat(proof.falseAlarms()).isEmpty();
  }

  @Test
  void what_breaks_the_contract_is_blamed_or_leaves_a_run_undecided() {
    assertThat(proof.exact()).hasSizeGreaterThan(40);
    assertThat(proof.survivors()).extracting(MutantResult::id).isEmpty();
    assertThat(proof.conclusion()).isEqualTo(Conclusion.YES);
  }

  @Test
  void it_says_what_it_cannot_show() {
    assertThat(ProofJson.of(proof).path("caveat").asText())
        .isEqualTo("derived stand-in: shows that checks can fail, not that the contract is right");
    assertThat(new ProofSummary(proof).line()).contains(" killed, 0 survived").contains("proven");
  }
}
