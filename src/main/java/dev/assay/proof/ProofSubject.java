package dev.assay.proof;

import dev.assay.contract.Contract;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.StandIn;
import dev.assay.mock.derived.DerivedStandIn;
import dev.assay.mock.derived.DerivedTarget;
import java.util.function.Function;

/**
 * Against what suites are proven.
 *
 * @param name as reports call it
 * @param standIn what the mock stands in for
 * @param target the target that such a mock is
 * @param caveat what a proof with it cannot show; empty where somebody wrote it by hand
 */
public record ProofSubject(
    String name, StandIn standIn, Function<MockServer, Target> target, String caveat) {

  /** Our stand-in for the services of the documents, which somebody wrote by hand. */
  public static final ProofSubject SHIPPED =
      new ProofSubject("the embedded mock", StandIn.SHIPPED, EmbeddedTarget::of, "");

  /** A stand-in that follows from the contract from which the suites follow too. */
  public static ProofSubject derivedFrom(Contract contract) {
    DerivedStandIn standIn = DerivedStandIn.of(contract);
    return new ProofSubject(
        "a stand-in derived from " + contract.file(),
        standIn,
        mock -> DerivedTarget.of(standIn, mock.baseUri()),
        "derived stand-in: shows that checks can fail, not that the contract is right");
  }
}
