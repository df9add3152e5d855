package dev.assay.proof.external;

import dev.assay.contract.ClauseId;
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
 * @param statuses how often each status was the answer in one run of it: where runs differ, in the
 *     one that met it most
 * @param unprovoked the statuses that are documented and were never the answer, as the contract
 *     writes them
 */
public record OperationReach(
    String operation, Map<Integer, Integer> statuses, List<String> unprovoked) {

  static OperationReach of(Operation operation, List<List<Answered>> runs) {
    Map<Integer, Integer> statuses = new TreeMap<>();
    runs.forEach(run -> counts(run).forEach((s, count) -> statuses.merge(s, count, Math::max)));
    List<String> unprovoked =
        operation
            .allResponses()
            .filter(documented -> statuses.keySet().stream().noneMatch(documented::covers))
            .map(DocumentedResponse::key)
            .toList();
    return new OperationReach(operation.id(), statuses, unprovoked);
  }

  private static Map<Integer, Integer> counts(List<Answered> run) {
    Map<Integer, Integer> counts = new TreeMap<>();
    run.forEach(step -> counts.merge(step.response().status(), 1, Integer::sum));
    return counts;
  }

  /** How many requests of it there are in one run of the suite. */
  public int requests() {
    return statuses.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** Whether the status was met that a clause of this operation is about, if it is about one. */
  boolean reaches(String clause) {
    return requests() > 0
        && unprovoked.stream()
            .noneMatch(status -> ClauseId.isUnder(clause, operation + "/" + status));
  }
}
