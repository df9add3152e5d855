package dev.assay.contract;

/**
 * Where a document says it.
 *
 * @param document the name under which the document is cited
 * @param section the heading inside that document
 */
public record Source(String document, String section) {

  @Override
  public String toString() {
    return document + ", " + section;
  }
}
