package dev.assay.exchange;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.exchange.record.RecordedExchange;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A request and what came back, to the letter, with timing. It is what is judged and compared; what
 * is shown or written is a {@link RecordedExchange}.
 *
 * @param before what was sent before it on the same connection, where that is what it is about
 * @param request with placeholders where its credentials were filled in
 * @param response what came back, or
 * @param failure why nothing did
 * @param sentAt when the first byte was about to be sent, by this machine's clock
 * @param receivedAt when the last byte had come, by the same clock
 */
public record Exchange(
    Optional<Request> before,
    Request request,
    Optional<Response> response,
    Optional<Failure> failure,
    Instant sentAt,
    Instant receivedAt) {

  /** An exchange that needs no other before it. */
  public Exchange(
      Request request,
      Optional<Response> response,
      Optional<Failure> failure,
      Instant sentAt,
      Instant receivedAt) {
    this(Optional.empty(), request, response, failure, sentAt, receivedAt);
  }

  /** This exchange, as what followed that request on its connection. */
  public Exchange following(Request other) {
    return new Exchange(Optional.of(other), request, response, failure, sentAt, receivedAt);
  }

  /** This exchange with no more of its answer than comparisons need. */
  public Exchange abridged() {
    return new Exchange(
        before, request, response.map(Response::abridged), failure, sentAt, receivedAt);
  }

  /** How long the client waited. */
  public Duration duration() {
    return Duration.between(sentAt, receivedAt);
  }

  /** This exchange without its answer, for that reason. */
  public Exchange failing(Failure because) {
    return new Exchange(
        before, request, Optional.empty(), Optional.of(because), sentAt, receivedAt);
  }

  /** Whether an answer came with a 2xx status. */
  public boolean succeeded() {
    return response.filter(Response::isSuccess).isPresent();
  }

  /** The member of the answer's JSON object, if there is an answer with such a member. */
  public Optional<JsonNode> member(String name) {
    return response.flatMap(answer -> answer.member(name));
  }
}
