package dev.assay.load.request;

/**
 * A request that load is made of: the documented one of an operation.
 *
 * @param slug its name in settings, objectives and reports
 * @param operation the id of the contract's operation
 * @param fileBytes the size of the file in it, in bytes; 0 for none
 * @param fileType the extension of that file, without the dot; empty for none
 */
public record LoadRequest(String slug, String operation, long fileBytes, String fileType) {

  /** Names differ; each request of a run asks for it several times. */
  @Override
  public int hashCode() {
    return slug.hashCode();
  }

  @Override
  public boolean equals(Object other) {
    return this == other
        || (other instanceof LoadRequest that
            && slug.equals(that.slug)
            && operation.equals(that.operation)
            && fileBytes == that.fileBytes
            && fileType.equals(that.fileType));
  }

  /** One without a file, which is called as its operation. */
  public static LoadRequest of(String operation) {
    return new LoadRequest(operation, operation, 0, "");
  }
}
