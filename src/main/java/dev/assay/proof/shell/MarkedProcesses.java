package dev.assay.proof.shell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The processes that a command has started: its descendants, and, where the system tells what
 * processes have in their environment, those that broke away from it.
 *
 * @param mark what stands in the environment of each
 */
record MarkedProcesses(String mark) {

  private static final Path SYSTEM = Path.of("/proc");

  /** What forks all the time may be ahead of whoever ends it. */
  private static final int MOST_ROUNDS = 100;

  /** Ends them all, at once. */
  void end(Process command) {
    List<ProcessHandle> descendants = command.descendants().toList();
    command.toHandle().destroyForcibly(); // unlike the process itself, it leaves what was printed
    descendants.forEach(ProcessHandle::destroyForcibly);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      List<ProcessHandle> others = all();
      if (others.isEmpty()) {
        return;
      }
      others.forEach(ProcessHandle::destroyForcibly);
    }
  }

  private List<ProcessHandle> all() {
    if (!Files.isDirectory(SYSTEM)) {
      return List.of();
    }
    return ProcessHandle.allProcesses().filter(this::isMarked).toList();
  }

  private boolean isMarked(ProcessHandle process) {
    try {
      Path environment = SYSTEM.resolve(process.pid() + "/environ");
      String told = new String(Files.readAllBytes(environment), StandardCharsets.ISO_8859_1);
      return Stream.of(told.split("\0")).anyMatch(mark::equals);
    } catch (IOException e) {
      return false; // it is over, or somebody else's
    }
  }
}
