package dev.assay.app.load;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.service.TestAccounts;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;

/** The embedded mock as a process of its own; it ends when this one does. */
final class MockProcess implements AutoCloseable {

  private static final int GRACE_SECONDS = 10;

  private final Process process;
  private final BufferedReader says;
  private final URI baseUri;

  private MockProcess(Process process, BufferedReader says, URI baseUri) {
    this.process = process;
    this.says = says;
    this.baseUri = baseUri;
  }

  /** Starts it and waits until it is warm. */
  static MockProcess start() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx512m",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider",
            "-cp",
            System.getProperty("java.class.path"),
            LoadMock.class.getName());
    builder.environment().remove("JAVA_TOOL_OPTIONS");
    Process process = builder.redirectError(ProcessBuilder.Redirect.DISCARD).start();
    BufferedReader says = process.inputReader(StandardCharsets.UTF_8);
    String where = says.readLine();
    // A JVM that lacks memory complains on standard output, too.
    if (where == null || !where.startsWith("http://")) {
      process.destroyForcibly();
      throw new IOException("the embedded mock did not start, for want of memory perhaps");
    }
    return new MockProcess(process, says, URI.create(where));
  }

  Target target() {
    return EmbeddedTarget.at(baseUri, TestAccounts.sample());
  }

  /** How many requests it has received since it was warm, unless it is dead. */
  OptionalLong received() throws IOException {
    String counts = asked();
    if (counts == null) {
      return OptionalLong.empty();
    }
    Map<String, Long> received =
        new JsonMapper().readValue(counts, new TypeReference<Map<String, Long>>() {});
    return OptionalLong.of(received.values().stream().mapToLong(Long::longValue).sum());
  }

  private String asked() {
    try {
      process.getOutputStream().write('\n');
      process.getOutputStream().flush();
      return says.readLine();
    } catch (IOException e) {
      return null; // it is dead
    }
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(GRACE_SECONDS, TimeUnit.SECONDS)) {
        process.destroyForcibly();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }
}
