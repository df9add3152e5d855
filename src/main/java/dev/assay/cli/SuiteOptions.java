package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.proof.external.TrialPlan;
import dev.assay.report.json.EarlierSurvivors;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import picocli.CommandLine.Option;

/** Whose suite is proven, if not ours, and how. */
final class SuiteOptions {

  private static final double LONGEST = TimeOption.WEEK;
  private static final Duration LEAST = Duration.ofSeconds(10);
  private static final int MOST_JOBS = 64;

  @Option(
      names = "--suite",
      paramLabel = "COMMAND",
      description =
          "Proves your own suite instead: the command that runs it, by sh, in which {baseUrl} stands for"
              + " where the stand-in is. It has to pass there, and should fail each defect.")
  private String command;

  @Option(
      names = "--sample",
      paramLabel = "N",
      description = "Tries so many of the defects that the suite can see, taken at random.")
  private Integer sample;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The same seed tries the same sample in the same order (1).")
  private Long seed;

  @Option(
      names = "--since",
      paramLabel = "REPORT",
      description = "Tries only what survived in an earlier report of --suite.")
  private Path since;

  @Option(
      names = "--budget",
      paramLabel = "TIME",
      description = "When no other trial begins, such as 10m.")
  private String budget;

  @Option(
      names = "--suite-timeout",
      paramLabel = "TIME",
      description =
          "How long the suite may take on the unmodified stand-in (5m); on a defect it gets three times"
              + " what it took there.")
  private String timeout;

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "How many of the suite run side by side (the processors of this machine).")
  private Integer jobs;

  @Option(
      names = "--threshold",
      paramLabel = "PERCENT",
      description = "The least score; below it the exit code is 1.")
  private Double threshold;

  /** The command of a suite, if one is given. */
  Optional<String> command() {
    boolean others =
        sample != null
            || seed != null
            || since != null
            || budget != null
            || timeout != null
            || jobs != null
            || threshold != null;
    if (command == null && others) {
      throw new UserException(
          "--sample, --seed, --since, --budget, --suite-timeout, --jobs and --threshold go with --suite"
              + " COMMAND");
    }
    if (command != null && command.isBlank()) {
      throw new UserException("--suite is empty; give the command that runs the suite");
    }
    return Optional.ofNullable(command);
  }

  /**
   * How it is to be tried.
   *
   * @throws UserException if an option makes no sense
   */
  TrialPlan plan() {
    return new TrialPlan(
        seconds("--suite-timeout", timeout == null ? "5m" : timeout),
        LEAST,
        within("--jobs", jobs == null ? processors() : jobs, MOST_JOBS),
        sample == null
            ? OptionalInt.empty()
            : OptionalInt.of(within("--sample", sample, Integer.MAX_VALUE)),
        seed == null ? 1 : seed,
        Optional.ofNullable(since).map(EarlierSurvivors::in),
        Optional.ofNullable(budget).map(time -> seconds("--budget", time)),
        least());
  }

  private static int processors() {
    return Math.min(MOST_JOBS, Runtime.getRuntime().availableProcessors());
  }

  private static Duration seconds(String option, String text) {
    double seconds = new TimeOption(option, 1, LONGEST).seconds(text);
    return Duration.ofMillis((long) (seconds * 1_000));
  }

  private static int within(String option, int number, int most) {
    if (number < 1 || number > most) {
      throw new UserException(
          "%s must lie between 1 and %s, not %s".formatted(option, most, number));
    }
    return number;
  }

  private OptionalDouble least() {
    if (threshold == null) {
      return OptionalDouble.empty();
    }
    if (!(threshold >= 0 && threshold <= 100)) {
      throw new UserException("--threshold must lie between 0 and 100, not " + threshold);
    }
    return OptionalDouble.of(threshold / 100);
  }
}
