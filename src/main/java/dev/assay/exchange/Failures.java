package dev.assay.exchange;

import dev.assay.exchange.Failure.Kind;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Objects;
import javax.net.ssl.SSLException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.NoHttpResponseException;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.conn.ConnectionPoolTimeoutException;

/** Says in people's words why an exchange failed. */
final class Failures {

  private Failures() {}

  static Failure timeout(URI uri) {
    return new Failure(
        Kind.TIMEOUT,
        address(uri) + " did not answer in time; raise limits.timeoutSeconds if it is only slow");
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
    if (cause instanceof UnknownHostException) {
      return new Failure(
          Kind.UNKNOWN_HOST,
          "the host name " + uri.getHost() + " does not resolve; check the baseUrl and the DNS");
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
      return new Failure(
          Kind.TLS,
          "the TLS connection to "
              + address
              + " failed: "
              + reason(cause)
              + "; certificates are always verified, so the service needs a trusted one");
    }
    if (cause instanceof SocketTimeoutException
        || cause instanceof ConnectionPoolTimeoutException) {
      return timeout(uri);
    }
    if (cause instanceof NoHttpResponseException
        || cause instanceof ConnectionClosedException
        || cause instanceof SocketException) {
      return new Failure(Kind.RESET, address + " closed the connection without a whole answer");
    }
    return null;
  }

  private static String address(URI uri) {
    return uri.getScheme() + "://" + uri.getRawAuthority();
  }

  private static String reason(Throwable thrown) {
    String message =
        Objects.requireNonNullElse(thrown.getMessage(), thrown.getClass().getSimpleName());
    return message.lines().findFirst().orElse("");
  }
}
