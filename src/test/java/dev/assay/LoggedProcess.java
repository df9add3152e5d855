package dev.assay;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Somebody else's program, which writes to a log that tests read; closing it ends it. */
public final class LoggedProcess implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofMinutes(8);

  private final Process process;
  private final Path log;

  /**
   * What a program did.
   *
   * @param said all that it printed
   */
  public record Ended(int exitCode, String said) {}

  private LoggedProcess(Process process, Path log) {
    this.process = process;
    this.log = log;
  }

  /**
   * Starts it.
   *
   * @param folder that it works in; its log is beside it
   * @param environment on top of this process's
   */
  public static LoggedProcess start(
      Path folder, Map<String, String> environment, List<String> command) throws IOException {
    Path log = Files.createTempFile(folder, "said", ".log");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(log.toFile());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    builder.environment().putAll(environment);
    return new LoggedProcess(builder.start(), log);
  }

  /** A port of the loopback address that was free a moment ago. */
  public static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Waits until it has said that, as long as it lives. */
  public LoggedProcess until(String text) throws InterruptedException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!said().contains(text)) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS) || System.nanoTime() > end) {
        throw new AssertionError("it never said `" + text + "`: " + said());
      }
    }
    return this;
  }

  /** How it ended, once it has. */
  public Ended end() throws InterruptedException {
    return end(PATIENCE);
  }

  private Ended end(Duration patience) throws InterruptedException {
    if (!process.waitFor(patience.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("it hangs: " + said());
    }
    return new Ended(process.exitValue(), said());
  }

  /** All that it printed once it is over, with exit code 0. */
  public String ended() throws InterruptedException {
    return ended(PATIENCE);
  }

  /** The same for what may take as long as that. */
  public String ended(Duration patience) throws InterruptedException {
    Ended end = end(patience);
    if (end.exitCode() != 0) {
      throw new AssertionError("exit code " + end.exitCode() + ": " + end.said());
    }
    return end.said();
  }

  /** What it has printed so far. */
  public String said() {
    try {
      return new String(Files.readAllBytes(log), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }
}
