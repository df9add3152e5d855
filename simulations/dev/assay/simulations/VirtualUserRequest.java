package dev.assay.simulations;

import dev.assay.load.record.Flaw;
import dev.assay.load.record.ReceivedResponse;
import dev.assay.load.record.SentRequest;
import io.netty.handler.codec.http.EmptyHttpHeaders;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponseStatus;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** The one request of a virtual user, and what has become of it. One thread at a time uses it. */
final class VirtualUserRequest {

  private static final int NORMAL = 0;
  private static final int IMAGE = 1;
  private static final int DOCUMENT = 52;

  private final SentRequest sent;
  private final String marker;
  private final Map<String, String> asked;
  private int status;
  private OptionalLong sentWhole = OptionalLong.empty();
  private HttpHeaders headers = EmptyHttpHeaders.INSTANCE;
  private Optional<Flaw> failure = Optional.empty();

  /**
   * A request of a run.
   *
   * @param asked the headers that its service asks for at this moment
   * @param run a word that no other run has
   */
  VirtualUserRequest(SentRequest sent, Map<String, String> asked, String run) {
    this.asked = asked;
    this.sent = sent;
    this.marker = run + "-" + sent.arrival().number();
  }

  SentRequest sent() {
    return sent;
  }

  /** The value of a header that its service asks for. */
  String asked(String header) {
    return asked.get(header);
  }

  /** A text that no other request carries, in plain ASCII. */
  String text() {
    return "assay load " + marker;
  }

  String fileName() {
    return "assay-" + marker + (sent.request().isImage() ? ".jpg" : ".csv");
  }

  /** The documented message_type of what is sent. */
  int messageType() {
    if (sent.request().fileBytes() == 0) {
      return NORMAL;
    }
    return sent.request().isImage() ? IMAGE : DOCUMENT;
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
