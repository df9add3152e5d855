package dev.assay.cli;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/**
 * The shell script that started this process, if one did: it must be able to tell an exit code of
 * Assay from one of a failing JVM, and this process must not outlive it.
 *
 * @param pid of the script
 */
record Launcher(Optional<Long> pid) {

  /** What the script takes off again; no JVM ends with so much by itself. */
  private static final int SAID_BY_ASSAY = 64;

  static Launcher ofThisProcess() {
    return new Launcher(Optional.ofNullable(Long.getLong("assay.launcher")));
  }

  /** The code to end this process with, so that whoever started it sees that exit code. */
  int processCode(int exitCode) {
    return pid.isPresent() ? SAID_BY_ASSAY + exitCode : exitCode;
  }

  /** Ends as soon as the script has ended without a word, as after a SIGKILL. */
  CompletableFuture<?> ended() {
    return pid.map(id -> ProcessHandle.of(id).map(ProcessHandle::onExit))
        .map(script -> script.orElseGet(() -> CompletableFuture.completedFuture(null)))
        .orElseGet(CompletableFuture::new);
  }
}
