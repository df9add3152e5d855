package dev.assay.load.measure;

import dev.assay.load.record.Flaw;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Quantiles;
import dev.assay.load.record.Snapshot;
import dev.assay.load.request.LoadRequest;
import java.util.Map;

/**
 * What was measured of one request after the warm-up. Failures are among the times.
 *
 * @param request the name of which one
 * @param fileBytes the size of the file in it, in bytes; 0 for none
 * @param ok documented answers
 * @param failures how many failed, by reason
 * @param latency from the planned start to the end of the answer
 * @param service from the sending to the end of the answer
 * @param send from the sending until an upload was handed to the operating system whole
 * @param server from there to the end of the answer
 * @param seconds how long the judged part of the run took
 */
public record Measurement(
    String request,
    long fileBytes,
    long ok,
    Map<String, Long> failures,
    Quantiles latency,
    Quantiles service,
    Quantiles send,
    Quantiles server,
    double seconds) {

  /** What became of that request, with the times of its log. */
  static Measurement of(
      LoadRequest request, Snapshot.Counts counts, HistogramLog log, double seconds) {
    return new Measurement(
        request.slug(),
        request.fileBytes(),
        counts.ok(),
        counts.failures(),
        log.quantiles(LatencyRecorder.LATENCY),
        log.quantiles(LatencyRecorder.SERVICE),
        log.quantiles(LatencyRecorder.SEND),
        log.quantiles(LatencyRecorder.SERVER),
        seconds);
  }

  /** These requests as if none had been sent late: latency counts from the sending. */
  public Measurement fromTheSending() {
    return new Measurement(
        request, fileBytes, ok, failures, service, service, send, server, seconds);
  }

  /** How many failed. */
  public long failed() {
    return failures.values().stream().mapToLong(Long::longValue).sum();
  }

  /** How many answers were not as documented. */
  public long wronglyAnswered() {
    return failures.entrySet().stream()
        .filter(failure -> Flaw.isAnswered(failure.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** How many there were. */
  public long count() {
    return ok + failed();
  }

  /** Failures by all; 0 when there was none. */
  public double errorRate() {
    return count() == 0 ? 0 : (double) failed() / count();
  }

  /** Documented answers a second. */
  public double throughput() {
    return seconds == 0 ? 0 : ok / seconds;
  }

  /** Bytes of files that were accepted, in MB (1,000,000 bytes) a second. */
  public double megabytesPerSecond() {
    return throughput() * fileBytes / 1e6;
  }
}
