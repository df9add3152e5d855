package dev.assay.proof.external;

import dev.assay.proof.shell.CommandRun;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the suite made of the unmodified stand-in.
 *
 * @param all the runs, in the order of their numbers
 * @param limit how long each had
 * @param told the variables in which the suite is told whom the stand-in knows
 * @param sideBySide whether those after the first were under way together
 */
record UnmodifiedRuns(
    List<UnmodifiedRun> all, Duration limit, Set<String> told, boolean sideBySide) {

  static final int TIMES = 3;

  private static final int NOT_EXECUTABLE = 126;
  private static final int NOT_FOUND = 127;

  List<CommandRun> runs() {
    return all.stream().map(UnmodifiedRun::run).toList();
  }

  Duration slowest() {
    return runs().stream()
        .map(CommandRun::duration)
        .max(Comparator.naturalOrder())
        .orElse(Duration.ZERO);
  }

  /** Why nothing can be said about the suite, if that is so. */
  Optional<String> problem() {
    Optional<UnmodifiedRun> failed = all.stream().filter(each -> !each.run().passed()).findFirst();
    if (failed.isPresent()) {
      return Optional.of(failure(failed.get().run(), failed.get().number()));
    }
    if (all.stream().allMatch(each -> each.traffic().all() == 0)) {
      return Optional.of(
          "The suite passes, and no request arrived: its command has to send its requests to"
              + " {baseUrl}, or to what ASSAY_BASE_URL says.");
    }
    return Optional.empty();
  }

  private List<String> variables() {
    return Stream.concat(Stream.of("ASSAY_BASE_URL"), told.stream().sorted()).toList();
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
        ? "The suite fails on the unmodified stand-in (exit status %s), so a failure of it tells nothing. It is told %s."
            .formatted(status, String.join(", ", variables()))
        : "The suite passed on the unmodified stand-in and then failed there (run %s, exit status %s): it does not always say the same%s."
            .formatted(
                number, status, sideBySide ? ", or cannot run twice side by side (--jobs 1)" : "");
  }
}
