package dev.assay.load.measure;

import dev.assay.load.plan.LoadRequest;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Quantiles;
import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Reads back what a {@link LatencyRecorder} wrote. Interval logs add up without loss.
 *
 * @param folder where the files are
 */
public record HistogramLogs(Path folder) {

  public static final int DIGITS = 3;

  public Quantiles latency(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.LATENCY));
  }

  public Quantiles service(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.SERVICE));
  }

  public Quantiles send(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.SEND));
  }

  public Quantiles server(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.SERVER));
  }

  public Quantiles startLag() {
    return Quantiles.of(sum(LatencyRecorder.START_LAG, LatencyRecorder.START_LAG));
  }

  /** Hands over the latencies of each interval, in order; nothing when there is no file. */
  void latencies(LoadRequest request, Consumer<Histogram> use) {
    each(request.slug(), LatencyRecorder.LATENCY, use);
  }

  /** Hands over the delays of each interval's sendings, in order; nothing without a file. */
  void starts(Consumer<Histogram> use) {
    each(LatencyRecorder.START_LAG, LatencyRecorder.START_LAG, use);
  }

  /** All intervals of that tag; empty when there is no file. */
  private Histogram sum(String name, String tag) {
    Histogram sum = new Histogram(DIGITS);
    each(name, tag, sum::add);
    return sum;
  }

  private void each(String name, String tag, Consumer<Histogram> use) {
    Path file = folder.resolve(name + ".hlog");
    if (!Files.isRegularFile(file)) {
      return;
    }
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      EncodableHistogram interval = reader.nextIntervalHistogram();
      while (interval != null) {
        if (tag.equals(interval.getTag()) && interval instanceof Histogram histogram) {
          use.accept(histogram);
        }
        interval = reader.nextIntervalHistogram();
      }
    } catch (FileNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      // The last line of a killed run may be cut off; what stands before it is whole.
      return;
    }
  }
}
