package dev.assay.exchange;

/** A target that cannot be used; the message says what is wrong, where, and what to do. */
public final class InvalidTargetException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is shown to the user as it is. */
  public InvalidTargetException(String message) {
    super(message);
  }
}
