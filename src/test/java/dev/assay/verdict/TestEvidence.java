package dev.assay.verdict;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.RecordedResponse;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Evidence as it could have been, where there are no credentials. */
public final class TestEvidence {

  private TestEvidence() {}

  /** A recorder that has nothing to replace. */
  public static Recorder recorder() {
    return new Recorder(Secrets.none(), Map.of());
  }

  /** What was received, and the same recorded. */
  public static Evidence received(Exchange... exchanges) {
    return Evidence.of(List.of(exchanges), recorder());
  }

  /** What reports show, and the answers to compare, which are the same. */
  public static Evidence recorded(RecordedExchange... exchanges) {
    return new Evidence(
        List.of(exchanges).stream().map(TestEvidence::asReceived).toList(),
        List.of(exchanges),
        recorder());
  }

  private static Response asReceived(RecordedResponse answer) {
    return new Response(
        answer.status(),
        answer.headers(),
        answer.text(),
        Optional.empty(),
        answer.size(),
        answer.fingerprint());
  }

  private static Exchange asReceived(RecordedExchange exchange) {
    return new Exchange(
        exchange.request(),
        exchange.response().map(TestEvidence::asReceived),
        exchange.failure(),
        exchange.sentAt(),
        exchange.receivedAt());
  }
}
