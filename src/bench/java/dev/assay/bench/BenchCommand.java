package dev.assay.bench;

import dev.assay.UserException;
import dev.assay.bench.BenchRow.Verdict;
import dev.assay.report.ReportFolder;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code ./bench}: what Assay itself costs. */
@Command(
    name = "bench",
    mixinStandardHelpOptions = true,
    description = {
      "Measures Assay itself, in runs that take turns, and prints a Markdown table.",
      "Run it on an idle machine: other work there spoils the figures."
    },
    footer = {
      "",
      "Exit codes: 0 every figure keeps its bound, 1 some do not, 2 this machine cannot tell.",
      "",
      "Example: ./bench rate percentiles"
    })
public final class BenchCommand implements Callable<Integer> {

  /** Measures one thing. */
  interface Bench {
    /** What it found. */
    List<BenchRow> run(ReportFolder folder, int rounds) throws Exception;
  }

  private static final Map<String, Bench> ALL =
      Map.of(
          "rate", new RateBench(),
          "memory", new MemoryBench(),
          "percentiles", new PercentileBench(),
          "contract", new ContractBench());

  private static final int CANNOT_TELL = 2;

  private static final List<String> ORDER = List.of("rate", "memory", "percentiles", "contract");

  @Parameters(
      arity = "0..*",
      paramLabel = "PART",
      description =
          "What to measure: rate, memory, percentiles or contract; without any, all of it.")
  private List<String> parts = List.of();

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "3",
      description = "How often each run is made; medians are printed (${DEFAULT-VALUE}).")
  private int rounds;

  @Option(
      names = "--report",
      paramLabel = "DIR",
      description = "Where the runs leave their files (reports/bench-TIME).")
  private Path report;

  @Spec private CommandSpec spec;

  /** Measures, and ends the process with the exit code. */
  public static void main(String[] args) {
    Locale.setDefault(Locale.ROOT);
    System.exit(commandLine().execute(args));
  }

  static CommandLine commandLine() {
    return new CommandLine(new BenchCommand())
        .setExecutionExceptionHandler(
            (failure, command, result) -> {
              command.getErr().println("bench: " + failure.getMessage());
              return CANNOT_TELL;
            });
  }

  @Override
  public Integer call() throws Exception {
    if (!ORDER.containsAll(parts)) {
      throw new UserException("a part is one of " + String.join(", ", ORDER));
    }
    if (rounds < 1 || rounds > 100) {
      throw new UserException("--rounds must lie between 1 and 100, not " + rounds);
    }
    ReportFolder folder = ReportFolder.chosen(Optional.ofNullable(report), "bench");
    PrintWriter out = spec.commandLine().getOut();
    List<BenchRow> rows = new ArrayList<>();
    out.println("| what | measured | bound | |\n|---|---|---|---|");
    for (String part : ORDER) {
      if (parts.isEmpty() || parts.contains(part)) {
        List<BenchRow> found = ALL.get(part).run(folder.below(part), rounds);
        found.forEach(row -> out.println(row.markdown()));
        out.flush();
        rows.addAll(found);
      }
    }
    return exitCode(rows);
  }

  static int exitCode(List<BenchRow> rows) {
    Set<Verdict> verdicts = rows.stream().map(BenchRow::verdict).collect(Collectors.toSet());
    if (verdicts.contains(Verdict.MISSED)) {
      return 1;
    }
    return verdicts.contains(Verdict.CANNOT_TELL) ? CANNOT_TELL : 0;
  }
}
