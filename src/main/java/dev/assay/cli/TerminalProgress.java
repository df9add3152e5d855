package dev.assay.cli;

import dev.assay.app.ProgressDisplay;
import dev.assay.load.plan.Profile;
import java.io.PrintStream;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/**
 * Shows progress in one line that is written over again and again.
 *
 * @param terminal where it is shown
 */
record TerminalProgress(PrintStream terminal) implements ProgressDisplay {

  private static final int EVERY_MILLIS = 100;

  /** On the terminal that the launcher found, if it found one and it is wanted there. */
  static ProgressDisplay unless(boolean quiet) {
    return quiet || !Boolean.getBoolean("assay.terminal") ? NONE : new TerminalProgress(System.err);
  }

  @Override
  public Steps steps(String task, int count) {
    ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName(task)
            .setInitialMax(count)
            .setStyle(ProgressBarStyle.ASCII)
            .setUpdateIntervalMillis(EVERY_MILLIS)
            .setConsumer(new ConsoleProgressBarConsumer(terminal))
            .clearDisplayOnFinish()
            .build();
    return new Steps() {
      @Override
      public void step() {
        bar.step();
      }

      @Override
      public void close() {
        bar.close();
      }
    };
  }

  @Override
  public LiveLoad load(Profile profile) {
    return new LiveLine(profile, terminal);
  }
}
