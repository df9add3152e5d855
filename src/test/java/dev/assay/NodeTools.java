package dev.assay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A folder with a {@code package.json}, copied below {@code target} and installed there.
 *
 * @param folder the copy
 */
public record NodeTools(Path folder) {

  /** They are to say nothing to anybody. */
  private static final Map<String, String> SILENCE =
      Map.of(
          "DO_NOT_TRACK", "1",
          "REDOCLY_TELEMETRY", "off",
          "REDOCLY_SUPPRESS_UPDATE_NOTICE", "true",
          "SCARF_ANALYTICS", "false",
          "SPECMATIC_DISABLE_TELEMETRY", "true");

  /** Hundreds of megabytes, perhaps over a slow network. */
  private static final Duration DOWNLOAD = Duration.ofMinutes(20);

  /** Whether there is an npm to install them with. */
  public static boolean canBeInstalled() throws Exception {
    return new ProcessBuilder("sh", "-c", "command -v node && command -v npm")
            .redirectErrorStream(true)
            .start()
            .waitFor()
        == 0;
  }

  /**
   * Copies the folder and installs what its package.json names; exactly what its lock file names if
   * it has one.
   */
  public static NodeTools install(Path source) throws Exception {
    Path copy = Path.of("target", "installed-" + source.getFileName()).toAbsolutePath();
    copy(source, copy);
    NodeTools tools = new NodeTools(copy);
    boolean locked = Files.exists(copy.resolve("package-lock.json"));
    String how = locked ? "npm ci" : "npm install --no-package-lock";
    String options =
        " --ignore-scripts --no-audit --no-fund --loglevel=error --fetch-timeout=60000";
    try (LoggedProcess download = tools.start(how + options, Map.of())) {
      download.ended(DOWNLOAD);
    }
    return tools;
  }

  /** Runs that shell command there, and gives what it printed. */
  public String run(String command) throws Exception {
    try (LoggedProcess process = start(command, Map.of())) {
      return process.ended();
    }
  }

  /** Starts that shell command there. */
  public LoggedProcess start(String command, Map<String, String> environment) throws IOException {
    List<String> shell =
        List.of("sh", "-c", "export PATH=\"$PWD/node_modules/.bin:$PATH\"; " + command);
    Map<String, String> all = new java.util.HashMap<>(SILENCE);
    all.putAll(environment);
    return LoggedProcess.start(folder, all, shell);
  }

  /** Copies a folder over another. */
  public static void copy(Path source, Path target) throws IOException {
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : (Iterable<Path>) files.filter(Files::isRegularFile)::iterator) {
        Path copy = target.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }
}
