package dev.assay.verdict;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;

/**
 * What a case sent and received.
 *
 * @param received to the letter, to be judged and compared
 * @param recorded the same, in the same order, as it may be shown
 * @param recorder replaces credentials in texts about it
 */
public record Evidence(
    List<Exchange> received, List<RecordedExchange> recorded, Recorder recorder) {

  public Evidence {
    received = List.copyOf(received);
    recorded = List.copyOf(recorded);
  }

  /** Of those exchanges. */
  public static Evidence of(List<Exchange> received, Recorder recorder) {
    return new Evidence(received, received.stream().map(recorder::recorded).toList(), recorder);
  }

  /** Of a case that sent nothing. */
  public static Evidence none() {
    return of(List.of(), new Recorder(Secrets.none(), Map.of()));
  }

  /** Of several cases together. */
  public static Evidence ofAll(List<Evidence> cases, Recorder recorder) {
    return new Evidence(
        cases.stream().flatMap(each -> each.received().stream()).toList(),
        cases.stream().flatMap(each -> each.recorded().stream()).toList(),
        recorder);
  }

  /** Of those exchanges alone. */
  public Evidence only(Predicate<Exchange> wanted) {
    int[] kept =
        IntStream.range(0, received.size()).filter(i -> wanted.test(received.get(i))).toArray();
    return new Evidence(
        IntStream.of(kept).mapToObj(received::get).toList(),
        IntStream.of(kept).mapToObj(recorded::get).toList(),
        recorder);
  }

  /** This evidence with no more of long answers than comparisons need. */
  public Evidence abridged() {
    return new Evidence(received.stream().map(Exchange::abridged).toList(), recorded, recorder);
  }
}
