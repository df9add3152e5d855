package dev.assay.app.contract;

import dev.assay.exchange.target.Target;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.ServiceSuite;
import java.time.Duration;
import java.util.List;

/** When a contract run ends at the latest. */
public final class Deadline {

  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final double SECONDS_A_CASE = 2;

  private Deadline() {}

  /** Ample for a slow service, and still an end: five minutes, two seconds a case, the pacing. */
  public static Duration of(Target target, List<ServiceSuite> suites) {
    List<ConformanceCase> cases =
        suites.stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(suite -> suite.cases().stream())
            .toList();
    long requests = cases.stream().mapToLong(c -> c.interaction().planned().size()).sum();
    double pacing = 2 * requests / target.limits().requestsPerSecond();
    return LEAST.plusSeconds(Math.round(SECONDS_A_CASE * cases.size() + pacing));
  }
}
