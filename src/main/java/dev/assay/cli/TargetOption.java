package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.Targets;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import java.util.Optional;
import picocli.CommandLine.Mixin;
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

  @Mixin private EnvironmentOption environment;

  /** As it was given. */
  String name() {
    return name;
  }

  /**
   * The service that runs already; empty for the embedded mock, which has to be started.
   *
   * @throws UserException if there is no such target, or its file is wrong
   */
  Optional<Target> running() {
    return targets().running(name);
  }

  /** Where it is sought. */
  Targets targets() {
    return environment.targets();
  }
}
