package dev.assay.cli;

import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Signals to other processes. */
final class Signals {

  private static final Map<String, Integer> NUMBERS =
      Map.of("HUP", 1, "INT", 2, "KILL", 9, "TERM", 15);

  private Signals() {}

  /**
   * Leaves the test out where whoever started the build ignores that signal, as nohup does: what is
   * ignored is so for all that is started from there.
   */
  static void assumeHeard(String name) throws IOException {
    assumeThat(isIgnored(NUMBERS.get(name))).as("SIG%s is ignored here", name).isFalse();
  }

  /** Sends one, such as INT. */
  static void send(String name, ProcessHandle process) throws IOException, InterruptedException {
    assumeHeard(name);
    new ProcessBuilder("kill", "-" + name, Long.toString(process.pid())).start().waitFor();
  }

  /** Linux tells which signals a process ignores. */
  private static boolean isIgnored(int signal) throws IOException {
    Path status = Path.of("/proc/self/status");
    return Files.exists(status)
        && Files.readAllLines(status).stream()
            .filter(line -> line.startsWith("SigIgn:"))
            .map(line -> Long.parseUnsignedLong(line.substring(7).strip(), 16))
            .anyMatch(ignored -> (ignored >> (signal - 1) & 1) == 1);
  }
}
