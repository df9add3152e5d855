package dev.assay;

/**
 * Something that whoever runs Assay can put right: a file that cannot be understood, an option that
 * makes no sense, a folder that cannot be written. The message is a sentence for people: what is
 * wrong, where, and what to do; it is shown as it is, without a stack trace.
 */
public final class UserException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** The message is shown as it is. */
  public UserException(String message) {
    super(message);
  }

  /** The message is shown as it is; the cause only on request. */
  public UserException(String message, Throwable cause) {
    super(message, cause);
  }
}
