package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.compare.baseline.BaselineDraft;
import dev.assay.suite.ConformanceCase;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.Set;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** Where a baseline is to be proposed, if anywhere. */
final class BaselineProposal {

  private static final int FORGIVEN_DAYS = 30;

  @Option(
      names = "--write-baseline",
      paramLabel = "FILE",
      description = "Proposes a baseline of what fails now, and of what no document lays down.")
  private Path file;

  /** Runs some of the cases again, with other data. */
  @FunctionalInterface
  interface Again {
    /** The run of those cases. */
    Run run(Predicate<ConformanceCase> wanted) throws InterruptedException;
  }

  /** To be asked before anything is sent. */
  void requireNewFile() {
    if (file != null && Files.exists(file)) {
      throw new UserException(
          "%s is there already and is not written over; move it or name another file"
              .formatted(file));
    }
  }

  /**
   * Writes a proposal where one was asked for.
   *
   * @param run as it is, without any baseline
   */
  void propose(Run run, Again again, LocalDate today, PrintWriter out) throws InterruptedException {
    if (file != null) {
      Set<String> ids = BaselineDraft.caseIds(run);
      Run second = ids.isEmpty() ? run : again.run(c -> ids.contains(c.id()));
      write(BaselineDraft.of(run, second, today.plusDays(FORGIVEN_DAYS)));
      out.printf("baseline: %s; fill in each owner and reason before you use it%n", file);
    }
  }

  private void write(String text) {
    try {
      if (file.getParent() != null) {
        Files.createDirectories(file.getParent());
      }
      Files.writeString(file, text, StandardCharsets.UTF_8, StandardOpenOption.CREATE_NEW);
    } catch (IOException e) {
      throw new UserException(
          "the baseline %s cannot be written; choose another place".formatted(file));
    }
  }
}
