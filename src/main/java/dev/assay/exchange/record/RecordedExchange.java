package dev.assay.exchange.record;

import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * An exchange as it may be shown and written: every credential in it is replaced, and a long answer
 * is cut. Nothing is judged by it.
 *
 * @param request with placeholders instead of credentials
 * @param curl a command that sends the same request from a shell
 * @param response what came back, or
 * @param failure why nothing did
 * @param sentAt when the first byte was about to be sent, by this machine's clock
 * @param receivedAt when the last byte had come, by the same clock
 */
public record RecordedExchange(
    Request request,
    CurlCommand curl,
    Optional<RecordedResponse> response,
    Optional<Failure> failure,
    Instant sentAt,
    Instant receivedAt) {

  /** How long the client waited. */
  public Duration duration() {
    return Duration.between(sentAt, receivedAt);
  }
}
