package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.report.CiReports;
import dev.assay.report.ci.CiSystem;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Option;

/** For which build server a command reports besides. */
final class CiOption {

  private static final String SUMMARY = "GITHUB_STEP_SUMMARY";

  @Option(
      names = "--ci",
      paramLabel = "SYSTEM",
      description =
          "Reports for github, gitlab or jenkins as well, or for none (what the environment shows).")
  private CiSystem asked;

  /**
   * Writes and prints what the build server shows.
   *
   * @param folder of the reports
   * @param commands that wrote a JSON file there; the one that was asked for first
   * @throws UserException if something cannot be written
   */
  void tell(Path folder, PrintWriter out, String... commands) {
    Map<String, String> environment = System.getenv();
    CiSystem system = asked == null ? CiSystem.in(environment) : asked;
    new CiReports(folder).write(system, List.of(commands)).forEach(out::println);
    out.flush();
    String summary = environment.getOrDefault(SUMMARY, "");
    if (system == CiSystem.GITHUB && !summary.isEmpty()) {
      append(folder.resolve("report.md"), Path.of(summary));
    }
  }

  private static void append(Path report, Path summary) {
    try {
      Files.write(
          summary,
          Files.readAllBytes(report),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UserException(
          "the summary of the job, which %s names, cannot be written: %s"
              .formatted(SUMMARY, e.getMessage()));
    }
  }
}
