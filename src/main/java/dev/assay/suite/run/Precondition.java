package dev.assay.suite.run;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;

/**
 * That the plain documented request, accepted at first, still is. Tokens expire, users are removed,
 * firewalls and overload come while a run is under way: whoever blames a refusal makes sure with
 * that request first. Safe for use by several threads.
 */
final class Precondition {

  /** A service that refuses now and then is at fault, and shows it by accepting in between. */
  private static final int TRIES = 3;

  private static final long PAUSE_NANOS = 100_000_000;

  private final OperationSuite suite;
  private final PreconditionDiagnosis recognition;
  private final Client client;
  private final List<Outage> outages = new ArrayList<>();
  private Instant lastGood = Instant.MIN;
  private int asked;
  private Optional<String> lost = Optional.empty();
  private Optional<Integer> lastStatus = Optional.empty();

  /** A time in which a token was of no use, until it was renewed. */
  private record Outage(Instant from, Instant to) {

    boolean covers(Instant instant) {
      return instant.isAfter(from) && instant.isBefore(to);
    }
  }

  Precondition(OperationSuite suite, PreconditionDiagnosis recognition, Client client) {
    this.suite = suite;
    this.recognition = recognition;
    this.client = client;
  }

  /** Takes notice of answers to requests that must succeed. */
  synchronized void saw(List<Exchange> mustSucceed) {
    mustSucceed.stream()
        .filter(Exchange::succeeded)
        .map(Exchange::sentAt)
        .filter(lastGood::isBefore)
        .forEach(sentAt -> lastGood = sentAt);
  }

  /** Why nothing can be judged any more, if that was found out. */
  synchronized Optional<String> lost() {
    return lost;
  }

  /** The result of that case, once it is sure that its refusals are about what it asks. */
  synchronized CaseResult confirmed(ConformanceCase c, CaseResult result) {
    if (!everHeld()) {
      return result;
    }
    if (c.promisesSuccess()) {
      saw(result.evidence().received());
    }
    if (lost.isEmpty() && isDoubtful(result) && blamesARefusal(result)) {
      ask();
    }
    return c.promisesRefusal()
        ? result
        : result.undecided(verdict -> isOfPage(result, verdict), PreconditionDiagnosis::notItsOwn);
  }

  /**
   * Asks for the last time if anything was refused: whoever has an expired token is refused as the
   * documents say, for another reason. It is not left out where the last case was a success, for
   * which case is the last one is a matter of chance, and the same run sends the same requests.
   */
  synchronized void end(List<CaseResult> results) {
    if (everHeld() && lost.isEmpty() && results.stream().anyMatch(Precondition::hasRefusal)) {
      ask();
    }
  }

  /**
   * What was found out after it was lost, or may have been, is no finding. Servers that share the
   * work need not all know of it at once, so refusals like the one that ended it are none either.
   */
  synchronized CaseResult judged(CaseResult result) {
    if (lost.isEmpty()) {
      return result;
    }
    boolean doubtful = isDoubtful(result);
    return result.undecided(
        verdict ->
            isOfTheSameKind(result, verdict) || (doubtful && !isOfAcceptance(result, verdict)),
        verdict -> lost.get());
  }

  private boolean isOfTheSameKind(CaseResult result, Verdict verdict) {
    return isBlame(verdict)
        && !ConformanceCase.isAboutRefusal(verdict.clause())
        && shows(result, verdict, answer -> Optional.of(answer.status()).equals(lastStatus));
  }

  private boolean everHeld() {
    return lastGood.isAfter(Instant.MIN);
  }

  private boolean isDoubtful(CaseResult result) {
    return result.evidence().received().stream()
        .filter(exchange -> !exchange.succeeded())
        .anyMatch(exchange -> exchange.receivedAt().isAfter(lastGood));
  }

  private static boolean hasRefusal(CaseResult result) {
    return result.evidence().received().stream().anyMatch(exchange -> !exchange.succeeded());
  }

  private static boolean blamesARefusal(CaseResult result) {
    return result.verdicts().stream()
        .anyMatch(verdict -> isBlame(verdict) && shows(result, verdict, Precondition::isRefusal));
  }

  private void ask() {
    Instant before = lastGood;
    Optional<Exchange> refused = refusal();
    if (refused.filter(Precondition::isForWantOfToken).isPresent() && client.renewCredentials()) {
      refused = refusal();
      if (refused.isEmpty()) {
        outages.add(new Outage(before, lastGood));
      }
    }
    lost = refused.map(recognition::changed);
    lastStatus = refused.flatMap(Exchange::response).map(Response::status);
  }

  /** How it is refused now; empty if it is accepted. */
  private Optional<Exchange> refusal() {
    Optional<Exchange> refused = Optional.empty();
    for (int i = 0; i < TRIES; i++) {
      LockSupport.parkNanos(i * PAUSE_NANOS);
      Exchange exchange = client.send(suite.precondition().interaction().another().apply(++asked));
      if (exchange.response().filter(answer -> !isRefusal(answer)).isPresent()) {
        lastGood = exchange.sentAt();
        return Optional.empty();
      }
      refused = Optional.of(exchange);
    }
    return refused;
  }

  private static boolean isForWantOfToken(Exchange exchange) {
    return exchange.response().filter(answer -> answer.status() == 401).isPresent();
  }

  /** Whether it was refused in part while the token was of no use: it is to be asked again. */
  synchronized boolean fellIntoOutage(CaseResult result) {
    return result.evidence().received().stream()
        .filter(exchange -> !exchange.succeeded())
        .map(Exchange::receivedAt)
        .anyMatch(at -> outages.stream().anyMatch(outage -> outage.covers(at)));
  }

  /**
   * Whether an answer may tell of the credentials, the way or the load. Whatever else comes instead
   * of what was accepted before is the service's own fault.
   */
  private static boolean isRefusal(Response answer) {
    int status = answer.status();
    return status / 100 == 4 || (status >= 502 && status <= 504);
  }

  private static boolean isOfPage(CaseResult result, Verdict verdict) {
    return isBlame(verdict) && shows(result, verdict, Precondition::isPage);
  }

  private static boolean isPage(Response answer) {
    boolean forbidden = answer.status() == 403 || answer.status() == 406;
    boolean json = answer.json().isPresent() || answer.unread().isPresent();
    return forbidden && !json && !answer.text().isBlank();
  }

  private static boolean isOfAcceptance(CaseResult result, Verdict verdict) {
    return isBlame(verdict) && shows(result, verdict, Response::isSuccess);
  }

  private static boolean isBlame(Verdict verdict) {
    return verdict.outcome() == Outcome.FAIL || verdict.outcome() == Outcome.WARN;
  }

  private static boolean shows(CaseResult result, Verdict verdict, Predicate<Response> such) {
    return result.shownBy(verdict).flatMap(Exchange::response).filter(such).isPresent();
  }
}
