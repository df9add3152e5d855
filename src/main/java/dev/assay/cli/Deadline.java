package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.exchange.target.Target;
import dev.assay.load.plan.LoadSettings;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.ServiceSuite;
import java.time.Duration;
import java.util.List;

/** When a contract run ends at the latest. */
final class Deadline {

  private static final Duration LEAST = Duration.ofMinutes(5);
  private static final double SECONDS_A_CASE = 2;
  private static final double LONGEST_SECONDS = 7 * 24 * 3600;

  private Deadline() {}

  /**
   * As the user wrote it, such as 90s or 30m.
   *
   * @throws UserException if it is no time, or none that makes sense
   */
  static Duration of(String text) {
    double seconds;
    try {
      seconds = LoadSettings.seconds(text);
    } catch (IllegalArgumentException e) {
      throw new UserException("--deadline " + e.getMessage());
    }
    if (!(seconds >= 1 && seconds <= LONGEST_SECONDS)) {
      throw new UserException("--deadline must lie between 1s and 7 days, not " + text);
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  /** Ample for a slow service, and still an end: five minutes, two seconds a case, the pacing. */
  static Duration of(Target target, List<ServiceSuite> suites) {
    List<ConformanceCase> cases =
        suites.stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(suite -> suite.cases().stream())
            .toList();
    long requests = cases.stream().mapToLong(c -> c.script().planned().size()).sum();
    double pacing = 2 * requests / target.limits().requestsPerSecond();
    return LEAST.plusSeconds(Math.round(SECONDS_A_CASE * cases.size() + pacing));
  }
}
