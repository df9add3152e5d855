package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * A contract that is given beside a target file.
 *
 * @param file an OpenAPI 3 or Swagger 2.0 file
 * @param overlay what is laid over it; the one beside it, NAME.overlay.yaml, where none is given
 */
public record GivenContract(Path file, Optional<Path> overlay) {

  /**
   * The files of two options, the second of which is laid over the first.
   *
   * @throws UserException if there is nothing that the overlay could be laid over
   */
  public static Optional<GivenContract> of(Optional<Path> file, Optional<Path> overlay) {
    if (file.isEmpty() && overlay.isPresent()) {
      throw new UserException("--overlay is laid over a contract; give one with --contract FILE");
    }
    return file.map(path -> new GivenContract(path, overlay));
  }

  /** The key of the service that such a file is about, by the file's name. */
  public static String service(Path file) {
    String name = file.getFileName().toString().replaceFirst("(\\.openapi)?\\.(ya?ml|json)$", "");
    String key =
        name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
    return key.isEmpty() ? "service" : key;
  }

  /**
   * It, for the service of that key.
   *
   * @throws UserException if a file cannot be read, or is no contract
   */
  public Contract read(String service) {
    for (Path path : overlay.map(above -> new Path[] {file, above}).orElse(new Path[] {file})) {
      if (!Files.isRegularFile(path) || !Files.isReadable(path)) {
        throw new UserException(path + ": is no file that can be read; correct the path");
      }
    }
    return overlay
        .map(above -> new ContractReader().at(service, file, above))
        .orElseGet(() -> new ContractReader().at(service, file));
  }
}
