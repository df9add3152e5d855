package dev.assay.cli;

import dev.assay.app.ProgressDisplay;
import dev.assay.load.plan.Profile;
import dev.assay.load.record.Snapshot;
import java.io.PrintStream;
import java.util.Locale;

/**
 * How far a load is, in one line that is written over every second.
 *
 * @param profile of the load
 * @param terminal where it is shown
 */
public record LiveLine(Profile profile, PrintStream terminal) implements ProgressDisplay.LiveLoad {

  private static final String CLEAR = "\r\u001b[K";

  @Override
  public void accept(Snapshot now) {
    print(CLEAR + text(now));
  }

  private String text(Snapshot now) {
    if (now.judgedStarted() == 0) {
      return "warming up, %s requests sent".formatted(now.started());
    }
    return String.format(
        Locale.ROOT,
        "%.0f/s  p50 %.1f ms  p99 %.1f ms  %d failed  %d in flight  %.0f s left",
        now.judgedStarted() / Math.max(1, now.startSeconds()),
        now.p50(),
        now.p99(),
        now.failed(),
        now.started() - now.finished(),
        Math.max(0, profile.seconds() - now.startSeconds()));
  }

  @Override
  public void close() {
    print(CLEAR);
  }

  private void print(String text) {
    terminal.print(text);
    terminal.flush();
  }
}
