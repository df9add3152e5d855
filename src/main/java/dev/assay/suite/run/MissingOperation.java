package dev.assay.suite.run;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Operation;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.suite.OperationSuite;
import java.util.Optional;
import java.util.Set;

/**
 * Whether an answer says that there is no such operation (RFC 9110, sections 15.5.5, 15.5.6 and
 * 15.6.2), which a service that is at the wrong address says too.
 */
final class MissingOperation {

  static final Set<Integer> OF_THE_METHOD = Set.of(405, 501);

  private MissingOperation() {}

  /** Whether the answer to the documented request can mean nothing else, if it is the service. */
  static boolean is(OperationSuite suite, Exchange exchange) {
    Optional<Integer> status = exchange.response().map(answer -> answer.status());
    return status.filter(OF_THE_METHOD::contains).isPresent()
        || (status.filter(code -> code == 404).isPresent()
            && suite.operation().allResponses().noneMatch(MissingOperation::tellsOfIt)
            && namesNothing(suite.operation(), exchange.request()));
  }

  /** Whether the documents tell of 404, and not merely of whatever else there may be. */
  private static boolean tellsOfIt(DocumentedResponse response) {
    return response.status() != 0 && response.covers(404);
  }

  /** Whether the request has no value that the service may fail to know. */
  private static boolean namesNothing(Operation operation, Request request) {
    return !operation.path().contains("{")
        && request.query().isEmpty()
        && request.body().size() == 0;
  }
}
