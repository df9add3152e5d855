package dev.assay.load.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.load.request.LoadRequest;
import java.util.Map;
import java.util.Optional;

/**
 * How far a run is, as the load generator reports it every second.
 *
 * @param started requests sent, warm-up included
 * @param finished requests that are over, warm-up included
 * @param judgedStarted requests sent after the warm-up
 * @param judgedFrom when the first of them was due, in milliseconds since the epoch; 0 without one
 * @param startSeconds from the planned start of the first judged request to the last sending
 * @param endSeconds from there to the last end of an answer
 * @param requests what became of the judged ones, by name
 * @param standings what each operation made of all that it was sent, by its id
 * @param warmUpFailures failed requests of the warm-up
 * @param p50 the median latency since the last snapshot, ms
 * @param p99 the 99th percentile since then, ms
 * @param cpuShare how much of all its cores the generator used after the warm-up, from 0 to 1
 * @param gcShare how much of that time its garbage collector took, from 0 to 1
 * @param uncheckedIds ids that could not be compared with all earlier ones
 * @param stopped why the run ended early; empty if it did not
 * @param complete whether the run is over and nothing is in flight
 */
public record Snapshot(
    long started,
    long finished,
    long judgedStarted,
    long judgedFrom,
    double startSeconds,
    double endSeconds,
    Map<String, Counts> requests,
    Map<String, Standing> standings,
    long warmUpFailures,
    double p50,
    double p99,
    double cpuShare,
    double gcShare,
    long uncheckedIds,
    String stopped,
    boolean complete) {

  /** The line of a load generator that waits for the word to begin: any line. */
  public static final String READY = "@assay-ready";

  private static final String MARK = "@assay ";
  private static final JsonMapper JSON = new JsonMapper();

  /**
   * What became of one kind of request.
   *
   * @param ok documented answers
   * @param failures by reason
   */
  public record Counts(long ok, Map<String, Long> failures) {}

  /** Nothing has happened yet. */
  public static Snapshot none() {
    return new Snapshot(0, 0, 0, 0, 0, 0, Map.of(), Map.of(), 0, 0, 0, 0, 0, 0, "", false);
  }

  /** This one with what a comparison of several injectors changes. */
  public Snapshot with(Map<String, Counts> others, long failedInWarmUp, long unchecked) {
    return new Snapshot(
        started,
        finished,
        judgedStarted,
        judgedFrom,
        startSeconds,
        endSeconds,
        others,
        standings,
        failedInWarmUp,
        p50,
        p99,
        cpuShare,
        gcShare,
        unchecked,
        stopped,
        complete);
  }

  /** What became of that request after the warm-up. */
  public Counts counts(LoadRequest request) {
    return requests.getOrDefault(request.slug(), new Counts(0, Map.of()));
  }

  /** All that failed after the warm-up. */
  public long failed() {
    return requests.values().stream()
        .flatMap(counts -> counts.failures().values().stream())
        .mapToLong(Long::longValue)
        .sum();
  }

  /** How many requests made something, warm-up included. */
  public long made() {
    return standings.values().stream().mapToLong(Standing::made).sum();
  }

  /** As one line. */
  public String line() {
    try {
      return MARK + JSON.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The snapshot in that line, if it is one. */
  public static Optional<Snapshot> in(String line) {
    if (!line.startsWith(MARK)) {
      return Optional.empty();
    }
    try {
      return Optional.of(JSON.readValue(line.substring(MARK.length()), Snapshot.class));
    } catch (JsonProcessingException e) {
      return Optional.empty(); // cut off by a kill: the one before it counts
    }
  }
}
