package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.ProgressDisplay;
import dev.assay.report.ReportFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Where a command reports, and how much of it on the console. */
final class ReportOptions {

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where reports go (reports/NAME-TIME).")
  private Path report;

  @Option(
      names = "--quiet",
      description = "Prints what is wrong and the summary only, without progress.")
  private boolean quiet;

  @Mixin private CiOption ci;

  boolean quiet() {
    return quiet;
  }

  /** What shows progress, unless the console is to be quiet. */
  ProgressDisplay display() {
    return TerminalProgress.unless(quiet);
  }

  /**
   * Tells a build server, if there is one, what those commands wrote into the folder.
   *
   * @throws UserException if something cannot be written
   */
  void tellCi(Path folder, PrintWriter out, String... commands) {
    ci.tell(folder, out, commands);
  }

  /** The folder that was asked for, if one was. */
  Optional<Path> asked() {
    return Optional.ofNullable(report);
  }

  /**
   * The folder that was asked for, or else a new one for a run of that name.
   *
   * @throws UserException if it cannot be made or written to
   */
  ReportFolder folder(String name) {
    return ReportFolder.chosen(asked(), name);
  }
}
