package dev.assay.mock.derived;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.mock.MockSetup;
import dev.assay.mock.StandIn;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.FileStore;
import dev.assay.request.SchemaValues;
import dev.assay.request.TestData;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * A stand-in for any contract, which follows from the contract itself: it shows that checks can
 * fail, not that the contract is right. It remembers nothing but files that are to be served.
 *
 * @param values of the target, by the names under which the contract refers to them
 */
public record DerivedStandIn(Contract contract, Map<String, String> values, SchemaMemory schemas)
    implements StandIn {

  /** Always the same, so that an answer can be compared with another. */
  private static final long SEED = 20;

  /** One for a contract, with values of its own. */
  public static DerivedStandIn of(Contract contract) {
    return new DerivedStandIn(contract, StandInValues.of(contract), new SchemaMemory());
  }

  @Override
  public Serving afresh(MockSetup setup, URI baseUri, FileStore files, List<Mutant> mutants) {
    AnswerMaker answers = new AnswerMaker(schemas, new SchemaValues(new TestData(SEED), true));
    AtomicLong numbers = new AtomicLong(1_000);
    return new DerivedServing(
        setup,
        contract,
        operation ->
            endpoint(
                operation,
                answers,
                new AnswerTraits(operation.body(), files, numbers, setup.fresh())),
        files,
        mutants);
  }

  private DerivedEndpoint endpoint(Operation operation, AnswerMaker answers, AnswerTraits traits) {
    return new DerivedEndpoint(operation, values, schemas, answers, traits);
  }
}
