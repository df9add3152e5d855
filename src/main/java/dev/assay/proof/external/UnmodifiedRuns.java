package dev.assay.proof.external;

import dev.assay.proof.replay.RecordedTraffic;
import dev.assay.proof.shell.CommandRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What the suite made of the unmodified stand-in.
 *
 * @param runs each time that it was tried
 * @param traffic what it asked each time
 * @param limit how long it had
 */
record UnmodifiedRuns(List<CommandRun> runs, List<RecordedTraffic> traffic, Duration limit) {

  static final int TIMES = 3;

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  Duration slowest() {
    return runs.stream()
        .map(CommandRun::duration)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Why nothing can be said about the suite, if that is so. */
  Optional<String> problem() {
    for (CommandRun run : runs) {
      if (!run.passed()) {
        return Optional.of(failure(run, runs.indexOf(run) + 1));
      }
    }
    if (traffic.stream().allMatch(each -> each.all() == 0)) {
      return Optional.of(
          "The suite passes, and no request arrived: its command has to send its requests to"
              + " {baseUrl}, or to what ASSAY_BASE_URL says.");
    }
    return Optional.empty();
  }

  private String failure(CommandRun run, int number) {
    if (run.status().isEmpty()) {
      return "The suite did not end within %s s on the unmodified stand-in; it was ended. If it needs longer, give it that with --suite-timeout."
          .formatted(limit.toSeconds());
    }
    int status = run.status().getAsInt();
    if (status == NOT_FOUND || status == NOT_EXECUTABLE) {
      return "The shell cannot run the command of the suite (exit status %s): see that its program is there and can be executed."
          .formatted(status);
    }
    return number == 1
        ? "The suite fails on the unmodified stand-in (exit status %s), so a failure of it tells nothing."
            .formatted(status)
        : "The suite passed on the unmodified stand-in and then failed there (run %s, exit status %s): it does not always say the same%s."
            .formatted(
                number, status, number > 2 ? "" : ", or cannot run twice side by side (--jobs 1)");
  }
}
