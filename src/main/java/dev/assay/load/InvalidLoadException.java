package dev.assay.load;

/** A load run that cannot be made as asked for; the message says what is wrong, where, and why. */
public final class InvalidLoadException extends Exception {

  private static final long serialVersionUID = 1L;

  /** The message is shown to the user as it is. */
  public InvalidLoadException(String message) {
    super(message);
  }
}
