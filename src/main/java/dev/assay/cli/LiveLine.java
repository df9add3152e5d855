package dev.assay.cli;

import dev.assay.load.plan.Profile;
import dev.assay.load.record.Snapshot;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.Consumer;

/** One line that is written over every second, where the launcher found a terminal. */
final class LiveLine implements Consumer<Snapshot> {

  private static final String CLEAR = "\r\u001b[K";

  private final Profile profile;
  private final PrintStream terminal;
  private final boolean shown;

  LiveLine(Profile profile, boolean wanted) {
    this.profile = profile;
    this.terminal = System.err;
    this.shown = wanted && Boolean.getBoolean("assay.terminal");
  }

  @Override
  public void accept(Snapshot now) {
    if (shown) {
      terminal.print(CLEAR + text(now));
      terminal.flush();
    }
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

  /** Removes it. */
  void clear() {
    if (shown) {
      terminal.print(CLEAR);
      terminal.flush();
    }
  }
}
