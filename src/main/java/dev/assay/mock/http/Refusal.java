package dev.assay.mock.http;

/** Ends the handling of a request: it is answered with this status and this text. */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int status;

  public Refusal(int status, String text) {
    super(text, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
