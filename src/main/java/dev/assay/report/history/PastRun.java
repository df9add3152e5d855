package dev.assay.report.history;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.report.json.RunFile;
import dev.assay.report.text.Sanitizer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * What a folder says about the run that wrote it.
 *
 * @param folder where it is
 * @param command contract, load, prove, prove-suite, gate or cutover
 * @param target what was checked; of a suite, its command as well
 * @param startedAt when it began
 * @param outcome in the command's own word
 */
public record PastRun(
    Path folder, String command, String target, Instant startedAt, String outcome) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * The run that wrote the folder; empty if it holds no run at all.
   *
   * @throws IOException if it holds one that cannot be read, as of another format
   */
  static Optional<PastRun> in(Path folder) throws IOException {
    Optional<PastRun> run = Optional.empty();
    for (RunFile file : RunFile.ALL) {
      if (file.isIn(folder)) {
        Map<String, String> head = file.read(folder);
        run = run.isPresent() ? run : Optional.of(of(folder, file.command(), head));
      }
    }
    return run;
  }

  private static PastRun of(Path folder, String command, Map<String, String> head)
      throws IOException {
    try {
      return new PastRun(
          folder,
          command,
          checked(command, head),
          Instant.parse(required(head, "startedAt")),
          required(head, "outcome"));
    } catch (DateTimeException e) {
      throw new IOException("its startedAt is no time", e);
    }
  }

  private static String checked(String command, Map<String, String> head) throws IOException {
    return switch (command) {
      case "prove" -> "the embedded mock";
      case "prove-suite" -> required(head, "command") + " with " + required(head, "target");
      default -> required(head, "target");
    };
  }

  private static String required(Map<String, String> head, String name) throws IOException {
    if (!head.containsKey(name)) {
      throw new IOException("it does not say its " + name);
    }
    return Sanitizer.line(head.get(name), 200);
  }

  /** One of its files; an empty object if it is not there or cannot be read. */
  JsonNode file(String name) {
    Path file = folder.resolve(name);
    try {
      return Files.isRegularFile(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    } catch (IOException e) {
      return JSON.createObjectNode();
    }
  }

  /** Whether the two can be compared. */
  boolean isLike(PastRun other) {
    return command.equals(other.command) && target.equals(other.target);
  }
}
