package dev.assay.exchange.client;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Failure.Kind;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A circuit breaker: a host that has given no answer many times in a row is not asked any more, so
 * that a run against a dead one ends soon. Safe for use by several threads.
 */
final class CircuitBreaker {

  /** A reset or a malformed answer is a sign of life, and costs no time. */
  private static final Set<Kind> SILENT =
      EnumSet.of(Kind.REFUSED, Kind.TIMEOUT, Kind.UNKNOWN_HOST, Kind.TLS, Kind.GATEWAY, Kind.PROXY);

  private final Traffic traffic = new Traffic();
  private final int suspect;
  private final int open;
  private boolean hasAnswered;
  private int silences;
  private Failure last;

  private CircuitBreaker(int suspect, int open) {
    this.suspect = suspect;
    this.open = open;
  }

  /** That of the service itself. */
  static CircuitBreaker ofService() {
    return new CircuitBreaker(8, 24);
  }

  /** That of a host which is only asked for a file: nothing is lost if it is not asked again. */
  static CircuitBreaker ofOther() {
    return new CircuitBreaker(0, 1);
  }

  /** The requests that are on their way to it. */
  Traffic traffic() {
    return traffic;
  }

  /** Takes notice of how a request ended. */
  synchronized void saw(Exchange exchange) {
    Optional<Failure> silence = exchange.failure().filter(f -> SILENT.contains(f.kind()));
    if (silence.isPresent()) {
      silences++;
      last = silence.get();
    } else if (exchange.response().isPresent()) {
      hasAnswered = true;
      silences = 0;
    }
  }

  /** Why nothing is sent any more, if so. */
  synchronized Optional<Failure> open(URI uri) {
    return silences < open ? Optional.empty() : Optional.of(Failures.silent(uri, last, open));
  }

  /** Whether it has answered, or was given up. */
  synchronized boolean isKnown() {
    return hasAnswered || silences >= open;
  }

  /** Whether it may be away for a moment only, as one that is started anew is. */
  synchronized boolean mayComeBack() {
    return hasAnswered && silences < suspect;
  }
}
