package dev.assay.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * A request as sent and what came back, with timing; credentials are already replaced.
 *
 * @param request with placeholders instead of credentials
 * @param curl a command that sends the same request from a shell
 * @param response what came back, or
 * @param failure why nothing did
 * @param sentAt when the first byte was about to be sent, by this machine's clock
 * @param receivedAt when the last byte had come, by the same clock
 * @param redaction how credentials are replaced, so that expected texts can be treated alike
 */
public record Exchange(
    Request request,
    String curl,
    Optional<Response> response,
    Optional<Failure> failure,
    Instant sentAt,
    Instant receivedAt,
    UnaryOperator<String> redaction) {

  /** The same with an answer of which no more is kept than records need. */
  public Exchange abridged() {
    return new Exchange(
        request, curl, response.map(Response::abridged), failure, sentAt, receivedAt, redaction);
  }

  /** How long the client waited. */
  public Duration duration() {
    return Duration.between(sentAt, receivedAt);
  }

  /** The same without its answer, for that reason. */
  public Exchange failing(Failure because) {
    return new Exchange(
        request, curl, Optional.empty(), Optional.of(because), sentAt, receivedAt, redaction);
  }

  /** Whether an answer came with a 2xx status. */
  public boolean succeeded() {
    return response.filter(Response::isSuccess).isPresent();
  }

  /** The member of the answer's JSON object, if there is an answer, an object and a member. */
  public Optional<JsonNode> member(String name) {
    return response.flatMap(answer -> answer.member(name));
  }

  /**
   * The text as it would stand in this record. A credential can be a part of an ordinary text; both
   * sides of a comparison must then have it replaced.
   */
  public String recorded(String text) {
    return redaction.apply(text);
  }
}
