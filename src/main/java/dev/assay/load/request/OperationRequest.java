package dev.assay.load.request;

import dev.assay.UserException;
import dev.assay.contract.Field;
import dev.assay.contract.Operation;
import dev.assay.contract.SizeLimit;
import dev.assay.request.SizedFile;
import java.util.List;
import java.util.Optional;

/**
 * The request of an operation that no file declares.
 *
 * @param operation of a contract
 */
record OperationRequest(Operation operation) {

  private static final long USUAL_BYTES = 1_000_000;

  /**
   * The request, called as its operation.
   *
   * @param fileBytes the size of its file; 1 MB, or the most that is accepted, where it is not
   *     given
   * @throws UserException if it takes no file, or none of that size can be made
   */
  LoadRequest read(Optional<Long> fileBytes) {
    Optional<Field> file = operation.body().file();
    if (file.isEmpty()) {
      if (fileBytes.isPresent()) {
        throw new UserException(
            "%s takes no file, so no size can be given".formatted(operation.id()));
      }
      return LoadRequest.of(operation.id());
    }
    long most = file.get().limit().map(SizeLimit::acceptedUpTo).orElse(Long.MAX_VALUE);
    long bytes = fileBytes.orElse(Math.min(USUAL_BYTES, most));
    return new LoadRequest(operation.id(), operation.id(), bytes, type(file.get()));
  }

  /** The first that is documented, of those that can be made in any size. */
  private String type(Field file) {
    List<String> documented = file.kinds().map(kinds -> kinds.all()).orElse(SizedFile.TYPES);
    return documented.stream()
        .filter(SizedFile.TYPES::contains)
        .findFirst()
        .orElseThrow(
            () ->
                new UserException(
                    "%s takes files of %s, and only files of %s can be made for load"
                        .formatted(
                            operation.id(),
                            String.join(", ", documented),
                            String.join(", ", SizedFile.TYPES))));
  }
}
