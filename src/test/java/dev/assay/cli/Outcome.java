package dev.assay.cli;

import dev.assay.BusyMachine;
import dev.assay.report.PublishedSchema;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What a command said and how it ended.
 *
 * @param exitCode of the process
 * @param out what went to standard output
 * @param err what went to standard error
 */
public record Outcome(int exitCode, String out, String err) {

  /** Runs {@code assay contract} with its reports in that folder. */
  static Outcome of(Path report, String... options) {
    List<String> args = new ArrayList<>(List.of("contract", "--report", report.toString()));
    args.addAll(List.of(options));
    return ofCommand(args.toArray(String[]::new));
  }

  /** Runs a command; what it writes and reads is held to the published schemas. */
  public static Outcome ofCommand(String... args) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    int code =
        Main.run(
            args,
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8));
    PublishedSchema.holdFilesOf(List.of(args), code);
    return new Outcome(
        code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
  }

  /** Runs a command whose measurement is to hold on a busy machine, too. */
  static Outcome ofMeasurement(String... args) throws Exception {
    return BusyMachine.measured(() -> ofCommand(args), outcome -> outcome.out() + outcome.err());
  }

  /** The one line of an error that ends with exit code 2. */
  public String sentence() {
    if (exitCode != 2 || !out.isEmpty() || err.strip().contains("\n")) {
      throw new AssertionError("not one sentence: " + this);
    }
    return err.strip();
  }
}
