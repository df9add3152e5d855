package dev.assay.exchange;

import dev.assay.exchange.Failure.Kind;
import java.net.URI;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * A circuit breaker: a service that has given no answer many times in a row is not asked any more,
 * so that a run against a dead one ends soon. Safe for use by several threads.
 */
final class Circuit {

  private static final int SUSPECT = 8;
  private static final int OPEN = 24;

  /** A reset or a malformed answer is a sign of life, and costs no time. */
  private static final Set<Kind> SILENT =
      EnumSet.of(Kind.REFUSED, Kind.TIMEOUT, Kind.UNKNOWN_HOST, Kind.TLS, Kind.GATEWAY);

  private boolean hasAnswered;
  private int silences;
  private Failure last;

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
    return silences < OPEN ? Optional.empty() : Optional.of(Failures.silent(uri, last, OPEN));
  }

  /** Whether the service may be away for a moment only, as one that is started anew is. */
  synchronized boolean mayComeBack() {
    return hasAnswered && silences < SUSPECT;
  }
}
