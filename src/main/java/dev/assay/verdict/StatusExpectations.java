package dev.assay.verdict;

import dev.assay.exchange.Response;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.Collection;
import java.util.stream.Collectors;

/** What the status of any answer must be, whatever was asked. */
public final class StatusExpectations {

  private StatusExpectations() {}

  /** One of those that a document tells of. */
  public static Expectation documented(Collection<Integer> statuses) {
    return Expectation.ofEach(
        "one of the documented statuses "
            + statuses.stream().map(String::valueOf).collect(Collectors.joining(", ")),
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return statuses.contains(response.status())
              ? new Satisfied("status " + response.status())
              : new Violated(ResponseExpectations.inBrief(response), 0);
        });
  }
}
