package dev.assay.cli;

import dev.assay.exchange.InvalidTargetException;
import dev.assay.exchange.Target;
import dev.assay.mock.EmbeddedTarget;
import java.util.Optional;
import picocli.CommandLine.Option;

/** Which target a command asks. */
final class TargetOption {

  @Option(
      names = "--target",
      paramLabel = "T",
      defaultValue = EmbeddedTarget.NAME,
      description =
          "A name under contracts/targets/ or a path to a target file (${DEFAULT-VALUE}).")
  private String name;

  /** As it was given. */
  String name() {
    return name;
  }

  /**
   * The service that runs already; empty for the embedded mock, which has to be started.
   *
   * @throws InvalidTargetException if there is no such target, or its file is wrong
   */
  Optional<Target> running() throws InvalidTargetException {
    return Targets.ofThisProcess().running(name);
  }
}
