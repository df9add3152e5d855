package dev.assay.exchange.transport;

import java.io.IOException;

/** What came back does not begin as an answer of HTTP/1 does (RFC 9112, section 4). */
public final class NotHttpException extends IOException {

  private static final long serialVersionUID = 1;

  private final String beginning;

  NotHttpException(String beginning) {
    super("it does not begin with HTTP/");
    this.beginning = beginning;
  }

  /** Its first bytes, each as one character; perhaps with credentials in them. */
  public String beginning() {
    return beginning;
  }
}
