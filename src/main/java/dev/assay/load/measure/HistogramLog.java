package dev.assay.load.measure;

import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Quantiles;
import dev.assay.load.request.LoadRequest;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * A file that a {@link LatencyRecorder} wrote, read back: its intervals add up without loss. One
 * that does not exist reads as one without intervals.
 */
public final class HistogramLog {

  /** More stretches of time than that nobody can tell apart on a screen. */
  private static final int MOST_INTERVALS = 400;

  private final Map<String, Histogram> sums = new HashMap<>();
  private final Intervals intervals = new Intervals(MOST_INTERVALS);

  private HistogramLog(Path file, String tag) {
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      for (EncodableHistogram next = reader.nextIntervalHistogram();
          next != null;
          next = reader.nextIntervalHistogram()) {
        if (next instanceof Histogram interval) {
          add(interval, tag);
        }
      }
    } catch (FileNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      // The last line of a killed run may be cut off; what stands before it is whole.
      return;
    }
  }

  /** The times of a request; the intervals are those of its latencies. */
  public static HistogramLog of(Path folder, LoadRequest request) {
    return new HistogramLog(folder.resolve(request.slug() + ".hlog"), LatencyRecorder.LATENCY);
  }

  /** How late requests were sent. */
  public static HistogramLog ofStarts(Path folder) {
    String name = LatencyRecorder.START_LAG;
    return new HistogramLog(folder.resolve(name + ".hlog"), name);
  }

  private void add(Histogram interval, String tag) {
    sum(String.valueOf(interval.getTag())).add(interval);
    if (tag.equals(interval.getTag())) {
      intervals.add(interval);
    }
  }

  /** All times of that tag. */
  Histogram sum(String tag) {
    return sums.computeIfAbsent(tag, none -> new Histogram(LatencyRecorder.DIGITS));
  }

  /** Where the times of that tag lie. */
  public Quantiles quantiles(String tag) {
    return Quantiles.of(sum(tag));
  }

  /** The intervals in order, neighbours of a long run merged. */
  List<Histogram> intervals() {
    return intervals.all();
  }
}
