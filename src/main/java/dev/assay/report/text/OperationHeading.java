package dev.assay.report.text;

import dev.assay.exchange.record.RecordedExchange;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The cases of one operation, in the order of the run.
 *
 * @param operation its id
 */
public record OperationHeading(String operation, List<CaseResult> cases) {

  /** The cases of a run by operation, each in the order in which it first occurs. */
  public static List<OperationHeading> of(Run run) {
    Map<String, List<CaseResult>> byOperation = new LinkedHashMap<>();
    for (CaseResult result : run.cases()) {
      byOperation.computeIfAbsent(result.operation(), id -> new ArrayList<>()).add(result);
    }
    return byOperation.entrySet().stream()
        .map(entry -> new OperationHeading(entry.getKey(), List.copyOf(entry.getValue())))
        .toList();
  }

  /** Method and URL of the first request that was sent. */
  public Optional<String> address() {
    return cases.stream()
        .flatMap(result -> result.exchanges().stream())
        .findFirst()
        .map(RecordedExchange::request)
        .map(request -> Sanitizer.line(request.method() + " " + request.uri(), 300));
  }
}
