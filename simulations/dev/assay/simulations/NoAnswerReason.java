package dev.assay.simulations;

import dev.assay.exchange.client.TlsProblem;
import dev.assay.load.record.Flaw;
import io.netty.handler.ssl.NotSslRecordException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/** Says in people's words why a request got no answer. */
final class NoAnswerReason {

  private static final int LONGEST = 160;

  private NoAnswerReason() {}

  /** Without data of its own, so that it can be counted. */
  static Flaw flaw(Throwable thrown) {
    return causes(thrown)
        .filter(WayFailure.class::isInstance)
        .map(WayFailure.class::cast)
        .filter(WayFailure::isOfProxy)
        .map(failure -> Flaw.onTheWay(failure.getMessage()))
        .findFirst()
        .orElseGet(() -> Flaw.noAnswer(reason(thrown)));
  }

  private static String reason(Throwable thrown) {
    String text =
        Optional.ofNullable(innermost(thrown).getMessage())
            .orElse("")
            .lines()
            .findFirst()
            .orElse("");
    String lower = text.toLowerCase(Locale.ROOT);
    boolean ours = lower.contains("cannot assign") || lower.contains("too many open files");
    return ours ? Flaw.EXHAUSTED : Flaw.NO_ANSWER + ": " + kind(thrown, text, lower);
  }

  private static String kind(Throwable thrown, String text, String lower) {
    if (has(thrown, WayFailure.class)) {
      return text;
    }
    if (has(thrown, UnknownHostException.class)) {
      return "the host name does not resolve; check the baseUrl and the DNS";
    }
    if (has(thrown, SSLException.class)) {
      return tls(thrown);
    }
    if (lower.contains("timeout") || lower.contains("timed out")) {
      return "timed out";
    }
    if (lower.contains("refused")) {
      return "connection refused";
    }
    if (lower.contains("reset") || lower.contains("broken pipe")) {
      return "connection reset";
    }
    if (lower.contains("premature close") || has(thrown, ClosedChannelException.class)) {
      return "connection closed before an answer";
    }
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }

  private static String tls(Throwable thrown) {
    TlsProblem flaw =
        has(thrown, NotSslRecordException.class)
            ? TlsProblem.of(new SSLException(TlsProblem.NO_TLS))
            : TlsProblem.of(thrown);
    return "the TLS connection failed: %s; %s".formatted(flaw.what(), flaw.advice());
  }

  private static Throwable innermost(Throwable thrown) {
    Throwable cause = thrown;
    while (cause.getCause() != null) {
      cause = cause.getCause();
    }
    return cause;
  }

  private static boolean has(Throwable thrown, Class<? extends Throwable> kind) {
    return causes(thrown).anyMatch(kind::isInstance);
  }

  private static Stream<Throwable> causes(Throwable thrown) {
    return Stream.iterate(thrown, cause -> cause != null, Throwable::getCause);
  }
}
