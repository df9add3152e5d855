package dev.assay.simulations;

import dev.assay.load.record.Flaw;
import dev.assay.load.record.ReceivedResponse;
import dev.assay.load.record.SentRequest;
import dev.assay.load.request.RequestTemplate;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Optional;
import java.util.OptionalLong;

/** The one request of a virtual user, and what has become of it. One thread at a time uses it. */
final class VirtualUserRequest {

  private final SentRequest sent;
  private final String mark;
  private int status;
  private OptionalLong sentWhole = OptionalLong.empty();
  private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
  private Optional<Flaw> failure = Optional.empty();

  /**
   * A request of a run.
   *
   * @param mark that no other request has
   */
  VirtualUserRequest(SentRequest sent, String mark) {
    this.sent = sent;
    this.mark = mark;
  }

  SentRequest sent() {
    return sent;
  }

  /** What it has of its own. */
  String mark() {
    return mark;
  }

  /** The text of its template, with what it has of its own. */
  String own(String text) {
    return RequestTemplate.own(text, mark);
  }

  /**
   * The answer has come.
   *
   * @param sent when the request had been sent whole, on the clock of {@link System#nanoTime()}
   */
  void answeredWith(HttpResponseStatus code, HttpHeaders answered, OptionalLong sent) {
    status = code.code();
    headers = answered;
    sentWhole = sent;
  }

  /** The answer with that body. */
  ReceivedResponse answer(byte[] body) {
    return new ReceivedResponse(status, name -> Optional.ofNullable(headers.get(name)), body);
  }

  OptionalLong sentWhole() {
    return sentWhole;
  }

  void failedBecause(Flaw flaw) {
    failure = Optional.of(flaw);
  }

  Optional<Flaw> failure() {
    return failure;
  }
}
