package dev.assay.exchange;

/**
 * One header line.
 *
 * @param name as written; compared without regard to case (RFC 9110, section 5.1)
 * @param value as written; a request's may hold placeholders such as {@code $TOKEN}
 */
public record Header(String name, String value) {

  /** Whether this header has that name. */
  public boolean isNamed(String other) {
    return name.equalsIgnoreCase(other);
  }
}
