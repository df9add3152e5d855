package dev.assay.load.request;

import dev.assay.UserException;
import dev.assay.contract.Field;
import dev.assay.contract.FileKinds;
import dev.assay.contract.Operation;
import dev.assay.contract.SizeLimit;
import dev.assay.request.SampleFile;
import dev.assay.request.SizedFile;
import java.util.List;
import java.util.Locale;
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
    if (file.isEmpty() && fileBytes.isPresent()) {
      throw new UserException(operation.id() + " takes no file, so no size can be given");
    }
    return file.map(taken -> with(taken, fileBytes))
        .orElseGet(() -> LoadRequest.of(operation.id()));
  }

  private LoadRequest with(Field file, Optional<Long> fileBytes) {
    long most = file.limit().map(SizeLimit::acceptedUpTo).orElse(Long.MAX_VALUE);
    long bytes = fileBytes.orElse(Math.min(USUAL_BYTES, most));
    List<String> documented = file.kinds().map(FileKinds::all).orElse(SizedFile.TYPES);
    return documented.stream()
        .filter(SizedFile.TYPES::contains)
        .filter(type -> bytes >= SizedFile.LEAST)
        .findFirst()
        .map(type -> request(bytes, type))
        .or(() -> fileBytes.isPresent() ? Optional.empty() : sample(documented, most))
        .orElseThrow(
            () ->
                new UserException(
                    String.format(
                        Locale.ROOT,
                        "%s takes files of %s, and none of %,d bytes can be made: that takes %s, and 2 kB or more",
                        operation.id(),
                        String.join(", ", documented),
                        bytes,
                        String.join(", ", SizedFile.TYPES))));
  }

  /** As it is, where no file of any size can be made. */
  private Optional<LoadRequest> sample(List<String> documented, long most) {
    return SampleFile.ALL.stream()
        .filter(sample -> documented.contains(sample.extension()))
        .filter(sample -> sample.bytes().length <= most)
        .findFirst()
        .map(sample -> request(sample.bytes().length, sample.extension()));
  }

  private LoadRequest request(long bytes, String type) {
    return new LoadRequest(operation.id(), operation.id(), bytes, type);
  }
}
