package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.report.history.History;
import dev.assay.report.history.PastRun;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay history}: past runs, and what changed between them. */
@Command(
    name = "history",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Lists past runs, and what changed from each to the next of the same target.",
    footer = {
      "",
      "Exit codes: 0 listed, 2 there was nothing to list.",
      "",
      "Example: assay history"
    })
final class HistoryCommand implements Callable<Integer> {

  @Parameters(
      paramLabel = "DIR",
      arity = "0..1",
      defaultValue = "reports",
      description = "The folder that holds the folders of the runs (${DEFAULT-VALUE}).")
  private Path reports;

  @Option(names = "--target", paramLabel = "T", description = "Only runs of that target.")
  private String target;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    History history = History.in(reports);
    List<PastRun> runs =
        history.runs().stream()
            .filter(run -> target == null || run.target().equals(target))
            .toList();
    PrintWriter out = spec.commandLine().getOut();
    history.unreadable().forEach(sentence -> out.println("! " + sentence));
    if (runs.isEmpty()) {
      out.flush();
      throw new UserException(
          "there is no run%s in %s".formatted(target == null ? "" : " of " + target, reports));
    }
    runs.forEach(run -> print(run, history.changes(run), out));
    out.flush();
    return 0;
  }

  private static void print(PastRun run, Optional<List<String>> changes, PrintWriter out) {
    out.printf(
        "%s  %-8s  %-10s  %s  %s%n",
        run.startedAt().toString().substring(0, "2026-11-01T00:00:00".length()),
        run.command(),
        run.outcome(),
        run.target(),
        run.folder());
    changes.ifPresent(
        changed -> {
          changed.forEach(change -> out.println("    " + change));
          if (changed.isEmpty()) {
            out.println("    as before");
          }
        });
  }
}
