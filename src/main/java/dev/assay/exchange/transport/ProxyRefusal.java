package dev.assay.exchange.transport;

import java.io.IOException;
import java.util.Objects;
import java.util.OptionalInt;

/** A proxy opened no tunnel (RFC 9110, section 9.3.6), or asks who one is (section 15.5.8). */
public final class ProxyRefusal extends IOException {

  /** It did not answer in time. */
  public static final String LATE = "no answer in time";

  /** It did not answer at all. */
  public static final String NO_ANSWER = "it closed the connection without an answer";

  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * One with that status.
   *
   * @param reason the words beside it, perhaps none
   */
  public ProxyRefusal(int status, String reason) {
    super((status + " " + Objects.toString(reason, "")).strip());
    this.status = status;
  }

  /**
   * One without a status.
   *
   * @param what came instead of an answer
   */
  public ProxyRefusal(String what) {
    super(what);
    this.status = 0;
  }

  /** With what status, if with any. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }
}
