package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.exchange.target.GivenContract;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Option;

/** For which service a mock stands in, if not for ours. */
final class StandInOptions {

  @Option(
      names = "--contract",
      paramLabel = "FILE",
      description =
          "An OpenAPI 3 file: the mock then stands in for its service, as far as the file tells, and"
              + " not for ours.")
  private Path contract;

  @Option(
      names = "--overlay",
      paramLabel = "FILE",
      description = "An OpenAPI Overlay over it (NAME.overlay.yaml beside it, if there is one).")
  private Path overlay;

  /**
   * The contract of that service, if one is given.
   *
   * @throws UserException if it cannot be read, or is no contract
   */
  Optional<Contract> contract() {
    if (contract == null && overlay != null) {
      throw new UserException("--overlay is laid over a contract; give one with --contract FILE");
    }
    return Optional.ofNullable(contract)
        .map(file -> new GivenContract(file, Optional.ofNullable(overlay)).read(key(file)));
  }

  /** The same options again, to stand behind a command. */
  String again() {
    String overlaid = overlay == null ? "" : " --overlay " + CommandText.quoted(overlay.toString());
    return contract == null
        ? ""
        : "--contract " + CommandText.quoted(contract.toString()) + overlaid;
  }

  private static String key(Path file) {
    String name = file.getFileName().toString().replaceFirst("(\\.openapi)?\\.[^.]*$", "");
    String key = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
    return key.replaceAll("^-|-$", "").isEmpty() ? "service" : key.replaceAll("^-|-$", "");
  }
}
