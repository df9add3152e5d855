package dev.assay.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A command as the launcher starts it, in a process of its own; what it says and its temporary
 * files are kept in a folder.
 */
final class AssayProcess implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 240;

  private final Process process;
  private final Path folder;

  private AssayProcess(Process process, Path folder) {
    this.process = process;
    this.folder = folder;
  }

  /**
   * How it is started.
   *
   * @param folder for its output ({@code out}, {@code err}) and temporary files ({@code tmp})
   * @param heap of the JVM, such as 256m
   * @param shell what a shell does before it becomes the JVM
   * @param environment on top of this process's
   * @param options more of them for the JVM
   */
  record Launch(
      Path folder,
      String heap,
      String shell,
      Map<String, String> environment,
      List<String> options) {

    static Launch in(Path folder) {
      return new Launch(folder, "512m", ":", Map.of(), List.of());
    }

    Launch withHeap(String other) {
      return new Launch(folder, other, shell, environment, options);
    }

    Launch after(String command) {
      return new Launch(folder, heap, command, environment, options);
    }

    Launch with(Map<String, String> variables) {
      return new Launch(folder, heap, shell, variables, options);
    }

    Launch withOptions(List<String> more) {
      return new Launch(folder, heap, shell, environment, more);
    }

    AssayProcess start(String... arguments) throws IOException {
      Path temporary = Files.createDirectories(folder.resolve("tmp"));
      List<String> command = new ArrayList<>(List.of("sh", "-c", shell + "; exec \"$@\"", "sh"));
      command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData"));
      command.addAll(List.of("-Xmx" + heap, "-Dfile.encoding=UTF-8"));
      command.add("-Dslf4j.internal.verbosity=WARN");
      command.add("-Dslf4j.provider=org.slf4j.nop.NOPServiceProvider");
      command.add("-Djava.io.tmpdir=" + temporary);
      command.addAll(options);
      command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
      command.addAll(List.of(arguments));
      ProcessBuilder builder =
          new ProcessBuilder(command)
              .redirectOutput(folder.resolve("out").toFile())
              .redirectError(folder.resolve("err").toFile());
      builder.environment().remove("JAVA_TOOL_OPTIONS");
      builder.environment().putAll(environment);
      return new AssayProcess(builder.start(), folder);
    }
  }

  ProcessHandle handle() {
    return process.toHandle();
  }

  /** Sends a signal, such as INT. */
  void signal(String name) throws IOException, InterruptedException {
    Signals.send(name, process.toHandle());
  }

  /** Waits for that, as long as the process lives. */
  void until(BooleanSupplier condition) throws InterruptedException {
    while (!condition.getAsBoolean()) {
      if (process.waitFor(50, TimeUnit.MILLISECONDS)) {
        throw new AssertionError("it ended too soon: " + out() + err());
      }
    }
  }

  /** Its exit code, once it is over. */
  int exitCode() throws InterruptedException {
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      throw new AssertionError("it hangs: " + out() + err());
    }
    return process.exitValue();
  }

  String out() {
    return said("out");
  }

  String err() {
    return said("err");
  }

  private String said(String file) {
    try {
      return new String(Files.readAllBytes(folder.resolve(file)), StandardCharsets.UTF_8);
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
