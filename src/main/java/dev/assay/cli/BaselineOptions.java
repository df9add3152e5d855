package dev.assay.cli;

import dev.assay.baseline.Baseline;
import dev.assay.baseline.BaselineReader;
import dev.assay.baseline.Proposal;
import dev.assay.baseline.Repertoire;
import dev.assay.exchange.Target;
import dev.assay.suite.ConformanceCase;
import dev.assay.verdict.Run;
import dev.assay.yaml.InvalidYamlException;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** What is known of an environment: read from a file, or proposed into one. */
final class BaselineOptions {

  private static final int FORGIVEN_DAYS = 30;

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Known deviations of this target: they are shown, and do not fail the run.")
  private Path read;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Proposes a baseline of what fails now, and of what no document lays down.")
  private Path write;

  /** Plays some of the cases again. */
  @FunctionalInterface
  interface Again {
    /** The run of those cases. */
    Run play(Predicate<ConformanceCase> wanted) throws InterruptedException;
  }

  /**
   * What was asked for, checked before anything is sent.
   *
   * @param baseline to be applied, if one was given
   * @param repertoire every case that there is
   * @param today in UTC
   * @param proposal where one is to be written
   */
  record Chosen(
      Optional<Baseline> baseline,
      Repertoire repertoire,
      LocalDate today,
      Optional<Path> proposal) {

    Run applied(Run run) {
      return baseline.map(known -> known.applied(run, repertoire, today)).orElse(run);
    }

    /** Writes a proposal where one was asked for. */
    void propose(Run run, Again again, PrintWriter out)
        throws UsageException, InterruptedException {
      if (proposal.isPresent()) {
        Set<String> silent = Proposal.silent(run);
        Run second = silent.isEmpty() ? run : again.play(c -> silent.contains(c.id()));
        write(proposal.get(), Proposal.of(run, second, today.plusDays(FORGIVEN_DAYS)));
        out.printf(
            "baseline: %s; fill in each owner and reason before you use it%n", proposal.get());
      }
    }

    private static void write(Path file, String text) throws UsageException {
      try {
        if (file.getParent() != null) {
          Files.createDirectories(file.getParent());
        }
        Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
      } catch (IOException e) {
        throw new UsageException(
            "the baseline %s cannot be written; choose another place".formatted(file));
      }
    }
  }

  Chosen chosen(Target target) throws InvalidYamlException, UsageException {
    Repertoire repertoire = AllCases.of(target);
    if (write != null && Files.exists(write)) {
      throw new UsageException(
          "%s is there already and is not written over; move it or name another file"
              .formatted(write));
    }
    return new Chosen(
        read == null ? Optional.empty() : Optional.of(new BaselineReader(repertoire).read(read)),
        repertoire,
        LocalDate.now(ZoneOffset.UTC),
        Optional.ofNullable(write));
  }
}
