package dev.assay.proof.shell;

import java.time.Duration;
import java.util.OptionalInt;

/**
 * How a command ended.
 *
 * @param status with which it ended; empty if it was ended when its time was over
 * @param output what it printed, its middle left out where it is long, without credentials
 */
public record CommandRun(OptionalInt status, Duration duration, String output) {

  public boolean passed() {
    return status.isPresent() && status.getAsInt() == 0;
  }
}
