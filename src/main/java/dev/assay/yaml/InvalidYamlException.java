package dev.assay.yaml;

/** A file that cannot be understood; the message says what is wrong, where, and what to do. */
public final class InvalidYamlException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is shown to the user as it is. */
  public InvalidYamlException(String message) {
    super(message);
  }
}
