package dev.assay.exchange.connection;

/**
 * An address that is connected to in place of another, as with {@code curl --connect-to}: what is
 * said there, by Host, by the server name of TLS and by its certificate, is as without it.
 *
 * @param forHost whose connections go there; in lower case
 * @param forPort the port that they would go to
 * @param host a name or an address; an IPv6 address without brackets
 * @param port of the address
 */
public record ConnectTo(String forHost, int forPort, String host, int port) {

  /** Whether a connection to that host and port goes there. */
  public boolean isFor(String otherHost, int otherPort) {
    return forHost.equalsIgnoreCase(otherHost) && forPort == otherPort;
  }

  /** Host and port as a URL has them (RFC 3986, section 3.2). */
  public String authority() {
    return HostName.bracketed(host) + ":" + port;
  }
}
