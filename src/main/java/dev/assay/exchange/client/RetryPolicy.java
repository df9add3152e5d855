package dev.assay.exchange.client;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Response;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Sends a request again where the answer need not be about it: to a server that asks to wait (with
 * 429, with 503 or another refusal and Retry-After), that is overloaded or away for a moment, or in
 * whose place something answers with a page. One that keeps it up is not waited for any longer, so
 * that a run ends.
 */
final class RetryPolicy {

  private static final Duration LONGEST_WAIT = Duration.ofSeconds(60);
  private static final Duration LONGEST_ABSENCE = Duration.ofSeconds(8);
  private static final Duration LONGEST_OF_GATEWAYS = Duration.ofSeconds(2);
  private static final Duration PAUSE_OF_OVERLOAD = Duration.ofMillis(250);
  private static final Duration PAUSE_OF_PAGES = Duration.ofMillis(50);
  private static final int FIRST_GUESS_MILLIS = 250;
  private static final int MOST_DOUBLINGS = 5;
  private static final int MOST_TRIES = 5;
  private static final int MOST_ALONE = 2;

  /** How many requests may be sent again in vain, before an answer of that status is believed. */
  private static final int MOST_VAIN = 3;

  private static final Set<Integer> OF_GATEWAYS = Set.of(502, 503, 504);
  private static final Set<Integer> OF_FIREWALLS = Set.of(403, 406);

  /** A token does not become right by waiting, nor a file smaller. */
  private static final Set<Integer> FINAL = Set.of(401, 413);

  private final Pacer pacer;
  private final Map<Integer, Integer> vain = new ConcurrentHashMap<>();

  RetryPolicy(Pacer pacer) {
    this.pacer = pacer;
  }

  /** How long one request has been waited for. */
  final class Waiting {

    private final CircuitBreaker circuit;
    private Duration soFar = Duration.ZERO;
    private int times;
    private Optional<Integer> last = Optional.empty();
    private Optional<Duration> alone = Optional.empty();

    Waiting(CircuitBreaker circuit) {
      this.circuit = circuit;
    }

    /**
     * Sends it beside others, or after a pause alone if the last answer was that of an overload.
     */
    Exchange sent(Supplier<Exchange> sending) {
      Traffic traffic = circuit.traffic();
      return alone
          .map(pause -> traffic.alone(() -> after(pause, sending)))
          .orElseGet(() -> traffic.beside(sending));
    }

    private Exchange after(Duration pause, Supplier<Exchange> sending) {
      pacer.pause(pause);
      return sending.get();
    }

    /**
     * Whether the request should be sent again; if so, holds everybody back as long as asked for.
     */
    boolean goesOnAfter(Exchange exchange) {
      Optional<Integer> status = exchange.response().map(Response::status);
      last.filter(before -> !status.equals(last)).ifPresent(vain::remove);
      alone = Optional.empty();
      boolean again = status.isPresent() ? answered(exchange) : absent(exchange);
      if (!again && status.equals(last)) {
        status.ifPresent(kept -> vain.merge(kept, 1, Integer::sum));
      }
      last = status;
      return again;
    }

    private boolean absent(Exchange exchange) {
      return circuit.mayComeBack() && isRefused(exchange) && waits(guess(), LONGEST_ABSENCE);
    }

    private boolean answered(Exchange exchange) {
      Response answer = exchange.response().orElseThrow();
      if (isByGateway(answer) && !asksToWait(answer)) {
        return circuit.mayComeBack() && waits(guess(), LONGEST_OF_GATEWAYS);
      }
      if (vain.getOrDefault(answer.status(), 0) >= MOST_VAIN) {
        return false;
      }
      if (asksToWait(answer)) {
        return waits(RetryAfter.of(answer).orElse(guess()), LONGEST_WAIT);
      }
      if (FINAL.contains(answer.status()) || answer.status() < 400) {
        return false;
      }
      Optional<Duration> asked = RetryAfter.of(answer);
      if (asked.isPresent()) {
        return times < MOST_TRIES && waits(asked.get(), LONGEST_WAIT);
      }
      if (OF_GATEWAYS.contains(answer.status())) {
        return waitsAlone();
      }
      return isPage(answer) && times < MOST_ALONE && waits(PAUSE_OF_PAGES, LONGEST_WAIT);
    }

    private boolean waitsAlone() {
      boolean waits = times < MOST_ALONE;
      alone = Optional.of(PAUSE_OF_OVERLOAD.multipliedBy(++times)).filter(pause -> waits);
      return waits;
    }

    private boolean waits(Duration wait, Duration longest) {
      if (soFar.plus(wait).compareTo(longest) > 0) {
        return false;
      }
      soFar = soFar.plus(wait);
      times++;
      pacer.holdBack(wait);
      return true;
    }

    private Duration guess() {
      return Duration.ofMillis((long) FIRST_GUESS_MILLIS << Math.min(times, MOST_DOUBLINGS));
    }
  }

  /** What it comes to when there is no more waiting. */
  static Exchange settled(Exchange exchange) {
    URI uri = exchange.request().uri();
    Optional<Response> answer = exchange.response();
    if (answer.filter(RetryPolicy::asksToWait).isPresent()) {
      return exchange.failing(Failures.rateLimited(uri));
    }
    return answer
        .filter(RetryPolicy::isByGateway)
        .map(page -> exchange.failing(Failures.gateway(uri, page.status())))
        .orElse(exchange);
  }

  private static boolean isRefused(Exchange exchange) {
    return exchange.failure().filter(f -> f.kind() == Failure.Kind.REFUSED).isPresent();
  }

  /**
   * Whether a proxy says that the service behind it is not to be had (RFC 9110, sections 15.6.3 to
   * 15.6.5): a service of ours would say so in JSON.
   */
  private static boolean isByGateway(Response answer) {
    return OF_GATEWAYS.contains(answer.status()) && isNoJson(answer);
  }

  /** Whether a firewall may have refused the request before the service saw it. */
  private static boolean isPage(Response answer) {
    return OF_FIREWALLS.contains(answer.status()) && isNoJson(answer) && !answer.text().isBlank();
  }

  private static boolean isNoJson(Response answer) {
    return answer.json().isEmpty() && answer.unread().isEmpty();
  }

  /** Whether this answer says nothing but that it asks to wait. */
  private static boolean asksToWait(Response answer) {
    return answer.status() == 429 || (answer.status() == 503 && RetryAfter.of(answer).isPresent());
  }
}
