package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A contract that is given beside a target file.
 *
 * @param file an OpenAPI 3 file
 * @param overlay what is laid over it; the one beside it, NAME.overlay.yaml, where none is given
 */
public record GivenContract(Path file, Optional<Path> overlay) {

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
