package dev.assay.exchange.client;

import dev.assay.exchange.Failure;
import dev.assay.exchange.Failure.Kind;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.transport.NotHttpException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MessageConstraintException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.TruncatedChunkException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/** Says in people's words why an exchange failed. */
final class Failures {

  private static final int LONGEST_REASON = 200;

  private Failures() {}

  static Failure timeout(URI uri) {
    return new Failure(
        Kind.TIMEOUT,
        address(uri) + " did not answer in time; raise limits.timeoutSeconds if it is only slow");
  }

  /** The answer never came to its end, although each of its bytes came in time. */
  static Failure endless(URI uri, Duration limit) {
    return new Failure(
        Kind.TIMEOUT,
        "%s had not finished its answer after %s s; raise limits.timeoutSeconds if it is only slow"
            .formatted(address(uri), Math.max(1, limit.toSeconds())));
  }

  static Failure rateLimited(URI uri) {
    return new Failure(
        Kind.RATE_LIMITED,
        host(uri)
            + " kept asking to wait (429 or 503 with Retry-After);"
            + " lower limits.requestsPerSecond");
  }

  static Failure gateway(URI uri, int status) {
    return new Failure(
        Kind.GATEWAY,
        "a proxy answered for %s with status %s and no JSON, again and again; see whether the service behind it runs, and whether this request ends it"
            .formatted(address(uri), status));
  }

  /** Nothing was sent, because so many requests before had no answer. */
  static Failure silent(URI uri, Failure last, int times) {
    String often = times == 1 ? "before" : times + " times in a row";
    return new Failure(
        last.kind(),
        "%s gave no answer %s, so no more was sent; the last time: %s"
            .formatted(address(uri), often, last.detail()));
  }

  static Failure of(URI uri, Throwable thrown) {
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      Failure failure = recognised(uri, cause);
      if (failure != null) {
        return failure;
      }
    }
    return new Failure(
        Kind.MALFORMED, address(uri) + " answered with what is not HTTP: " + reason(thrown));
  }

  private static Failure recognised(URI uri, Throwable cause) {
    String address = address(uri);
    if (cause instanceof NotHttpException other) {
      return new Failure(Kind.MALFORMED, address + foreign(other.beginning()));
    }
    if (cause instanceof UnknownHostException) {
      return new Failure(
          Kind.UNKNOWN_HOST,
          "the host name " + host(uri) + " does not resolve; check the baseUrl and the DNS");
    }
    if (cause instanceof ConnectTimeoutException
        && !(cause instanceof ConnectionPoolTimeoutException)) {
      return new Failure(Kind.TIMEOUT, address + " did not accept the connection in time");
    }
    if (cause instanceof ConnectException || cause instanceof NoRouteToHostException) {
      return new Failure(
          Kind.REFUSED, address + " refused the connection; check the baseUrl and that it runs");
    }
    if (cause instanceof SSLException) {
      return new Failure(Kind.TLS, TlsProblem.of(cause).sentence(address));
    }
    if (cause instanceof MessageConstraintException || isAboutLength(cause)) {
      return new Failure(
          Kind.MALFORMED,
          address + " answered with headers without end: over 64 KiB, or more than 200 of them");
    }
    if (cause instanceof SocketTimeoutException
        || cause instanceof ConnectionPoolTimeoutException) {
      return timeout(uri);
    }
    if (cause instanceof NoHttpResponseException
        || cause instanceof ConnectionClosedException
        || cause instanceof TruncatedChunkException
        || cause instanceof SocketException) {
      return new Failure(
          Kind.RESET, address + " closed the connection without a whole answer" + perhaps(uri));
    }
    return null;
  }

  /** In TLS 1.3 a client may meet the end of the connection before the alert that explains it. */
  private static String perhaps(URI uri) {
    return "https".equalsIgnoreCase(uri.getScheme())
        ? "; if it asks for a client certificate, name one by tls.certificate and tls.key"
        : "";
  }

  private static String foreign(String beginning) {
    return " answered with what is not HTTP: `%s`; %s"
        .formatted(
            ForeignProtocol.shown(beginning),
            ForeignProtocol.of(beginning)
                .map(ForeignProtocol::advice)
                .orElse("check host and port in the baseUrl"));
  }

  private static String host(URI uri) {
    return Authority.of(uri).map(Authority::host).orElseGet(uri::getRawAuthority);
  }

  private static String address(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  /** Apache HttpClient has an exception of its own for too many lines only. */
  private static boolean isAboutLength(Throwable cause) {
    return "Maximum line length limit exceeded".equals(cause.getMessage());
  }

  /** What the innermost cause says: those around it often say nothing. */
  static String reason(Throwable thrown) {
    String reason = thrown.getClass().getSimpleName();
    for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
      reason = Objects.requireNonNullElse(cause.getMessage(), reason);
    }
    String line = reason.lines().findFirst().orElse("");
    return line.length() <= LONGEST_REASON ? line : line.substring(0, LONGEST_REASON) + "…";
  }
}
