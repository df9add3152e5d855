package dev.assay.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The option that names what is known of an environment. */
final class BaselineOption {

  @Option(
      names = "--baseline",
      paramLabel = "FILE",
      description = "Known violations of this target: they are shown, and do not fail the run.")
  private Path file;

  Optional<Path> file() {
    return Optional.ofNullable(file);
  }
}
