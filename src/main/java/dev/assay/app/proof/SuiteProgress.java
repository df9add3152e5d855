package dev.assay.app.proof;

import dev.assay.app.ProgressDisplay;
import dev.assay.proof.external.SuiteListener;
import dev.assay.proof.shell.CommandRun;
import dev.assay.report.ReportFolder;
import dev.assay.report.text.Sanitizer;
import java.util.Optional;

/** Shows how many mutants a suite has met, and keeps what it printed. */
final class SuiteProgress implements SuiteListener, AutoCloseable {

  private final ReportFolder outputs;
  private final ProgressDisplay display;
  private volatile Optional<ProgressDisplay.Steps> steps = Optional.empty();

  SuiteProgress(ReportFolder outputs, ProgressDisplay display) {
    this.outputs = outputs;
    this.display = display;
  }

  @Override
  public void begins(int trials) {
    steps = Optional.of(display.steps("proving", trials));
  }

  @Override
  public void ran(String against, CommandRun run) {
    outputs.write(against + ".txt", Sanitizer.lines(run.output()));
  }

  @Override
  public void tried() {
    steps.ifPresent(ProgressDisplay.Steps::step);
  }

  @Override
  public void close() {
    steps.ifPresent(ProgressDisplay.Steps::close);
  }
}
