package dev.assay.proof.external;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Operation;
import dev.assay.proof.replay.RecordedTraffic.Answered;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a suite asks of an operation.
 *
 * @param operation its id
 * @param statuses how often each status was the answer
 * @param unprovoked the statuses that are documented and were never the answer, as the contract
 *     writes them
 */
public record OperationReach(
    String operation, Map<Integer, Integer> statuses, List<String> unprovoked) {

  static OperationReach of(Operation operation, List<Answered> itsOwn) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    itsOwn.forEach(step -> statuses.merge(step.response().status(), 1, Integer::sum));
    List<String> unprovoked =
        operation
            .allResponses()
            .filter(documented -> statuses.keySet().stream().noneMatch(documented::covers))
            .map(DocumentedResponse::key)
            .toList();
    return new OperationReach(operation.id(), statuses, unprovoked);
  }

  /** How many requests of it there were. */
  public int requests() {
    return statuses.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether the status was met that a clause of this operation is about, if it is about one. */
  boolean reaches(String clause) {
    String[] steps = clause.split("/", -1);
    return requests() > 0
        && (steps.length < 3
            || !steps[1].matches("\\d{3}")
            || statuses.containsKey(Integer.valueOf(steps[1])));
  }
}
