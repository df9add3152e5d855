package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.Targets;
import dev.assay.exchange.target.GivenContract;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import java.nio.file.Path;
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

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description =
          "An OpenAPI 3 or Swagger 2.0 file: what the service of the target file promises.")
  private Path contract;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description = "An OpenAPI Overlay over it (NAME.overlay.yaml beside it, if there is one).")
  private Path overlay;

  @Option(
      names = "--allow-destructive",
      description = "Ask DELETE operations too, which remove what they are sent to.")
  private boolean allowDestructive;

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
    if (given().isPresent() && name.equals(EmbeddedTarget.NAME)) {
      throw new UserException(
          "--contract says what a service promises, and the embedded mock has contracts of its own;"
              + " give a target file with --target, which `assay init FILE` writes");
    }
    return targets().running(name).map(target -> allowDestructive ? target.allowingAll() : target);
  }

  /** Where it is sought. */
  Targets targets() {
    return given()
        .map(contract -> environment.targets().with(contract))
        .orElseGet(environment::targets);
  }

  private Optional<GivenContract> given() {
    return GivenContract.of(Optional.ofNullable(contract), Optional.ofNullable(overlay));
  }
}
