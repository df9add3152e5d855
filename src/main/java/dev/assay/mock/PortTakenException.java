package dev.assay.mock;

/** The stand-in could not start because its port on 127.0.0.1 cannot be had. */
public final class PortTakenException extends RuntimeException {

  private static final long serialVersionUID = 1;

  private final int port;

  PortTakenException(int port, Throwable cause) {
    super("port " + port + " on 127.0.0.1 is taken or not allowed", cause);
    this.port = port;
  }

  /** The port that was asked for. */
  public int port() {
    return port;
  }
}
