package dev.assay.proof.shell;

import dev.assay.UserException;
import dev.assay.exchange.secret.Redactor;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;
import java.util.concurrent.TimeUnit;

/**
 * A suite, as the command that runs it: by {@code sh -c}, with nothing to read.
 *
 * @param text in which {@code {baseUrl}} stands for where the stand-in is
 * @param environment what it is told besides
 * @param redactor keeps credentials out of what it prints
 */
public record ShellCommand(String text, Map<String, String> environment, Redactor redactor) {

  /** The variable by which processes are found that a command leaves behind. */
  private static final String MARK = "ASSAY_SUITE_RUN";

  private static final File NOTHING = new File("/dev/null");

  /**
   * Runs it against the stand-in at that address, and ends whatever it leaves running.
   *
   * @param limit after which it is ended
   */
  public CommandRun run(URI baseUrl, Duration limit) throws InterruptedException {
    String mark = UUID.randomUUID().toString();
    long begun = System.nanoTime();
    Process process = start(baseUrl, mark);
    BoundedOutput output = BoundedOutput.of(process.getInputStream());
    OptionalInt status = OptionalInt.empty();
    try {
      if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
        status = OptionalInt.of(process.exitValue());
      }
    } finally {
      new MarkedProcesses(MARK + "=" + mark).end(process);
    }
    Duration took = Duration.ofNanos(System.nanoTime() - begun);
    return new CommandRun(status, took, redactor.text(output.text()));
  }

  private Process start(URI baseUrl, String mark) {
    Map<String, String> told = new HashMap<>(environment);
    told.put("ASSAY_BASE_URL", baseUrl.toString());
    told.put(MARK, mark);
    ProcessBuilder builder =
        new ProcessBuilder("sh", "-c", text.replace("{baseUrl}", baseUrl.toString()))
            .redirectErrorStream(true)
            .redirectInput(NOTHING);
    builder.environment().putAll(told);
    try {
      return builder.start();
    } catch (IOException e) {
      throw new UserException(
          "the suite cannot be started: there is no sh to run its command, or it is too long", e);
    }
  }
}
