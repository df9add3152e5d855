package dev.assay.exchange;

/**
 * Why an exchange has no response.
 *
 * @param kind what happened
 * @param detail one sentence for people: what, where, what to do
 */
public record Failure(Kind kind, String detail) {

  /** The ways in which an exchange can fail. */
  public enum Kind {
    /** The host's name does not resolve. */
    UNKNOWN_HOST,
    /** Nobody listens there, or no route leads there. */
    REFUSED,
    /** The TLS handshake failed or the certificate is not trusted. */
    TLS,
    /** No answer in time. */
    TIMEOUT,
    /** The connection ended before an answer. */
    RESET,
    /** The server asked to wait, again and again or for too long. */
    RATE_LIMITED,
    /** What came back is not HTTP, or is without end. */
    MALFORMED,
    /** A proxy in front of the service answered in its place. */
    GATEWAY,
    /** The proxy that the settings name could not be reached, or let nothing through. */
    PROXY,
    /** No token could be had. */
    AUTHENTICATION,
    /** The run was over before there was an answer. */
    CANCELLED
  }
}
