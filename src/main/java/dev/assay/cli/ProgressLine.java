package dev.assay.cli;

import dev.assay.suite.run.Progress;
import dev.assay.verdict.CaseResult;
import java.util.Optional;
import me.tongfei.progressbar.ConsoleProgressBarConsumer;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;

/** A progress bar where the launcher found a terminal, and nothing elsewhere. */
final class ProgressLine implements Progress, AutoCloseable {

  private static final int EVERY_MILLIS = 100;

  private final Optional<ProgressBar> bar;

  private ProgressLine(Optional<ProgressBar> bar) {
    this.bar = bar;
  }

  /**
   * A bar of that length.
   *
   * @param task what is going on, in a word
   * @param wanted whether it may be shown at all
   */
  static ProgressLine start(String task, int steps, boolean wanted) {
    if (!wanted || !Boolean.getBoolean("assay.terminal")) {
      return new ProgressLine(Optional.empty());
    }
    return new ProgressLine(
        Optional.of(
            new ProgressBarBuilder()
                .setTaskName(task)
                .setInitialMax(steps)
                .setStyle(ProgressBarStyle.ASCII)
                .setUpdateIntervalMillis(EVERY_MILLIS)
                .setConsumer(new ConsoleProgressBarConsumer(System.err))
                .clearDisplayOnFinish()
                .build()));
  }

  @Override
  public void finished(CaseResult result) {
    step();
  }

  /** Something is done; may be called by several threads. */
  void step() {
    bar.ifPresent(ProgressBar::step);
  }

  @Override
  public void close() {
    bar.ifPresent(ProgressBar::close);
  }
}
