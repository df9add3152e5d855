package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Proxy;
import java.io.IOException;

/** A proxy opened no tunnel (RFC 9110, section 9.3.6), or asks who one is (section 15.5.8). */
public final class ProxyRefusal extends IOException {

  private static final long serialVersionUID = 1;

  private final transient Proxy proxy;
  private final int status;

  /**
   * One of a proxy.
   *
   * @param reason the words beside the status, perhaps none
   */
  public ProxyRefusal(Proxy proxy, int status, String reason) {
    super(status + " " + reason);
    this.proxy = proxy;
    this.status = status;
  }

  /** Which one. */
  public Proxy proxy() {
    return proxy;
  }

  /** With what status. */
  public int status() {
    return status;
  }
}
