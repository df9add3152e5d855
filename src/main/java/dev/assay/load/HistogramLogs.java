package dev.assay.load;

import java.io.FileNotFoundException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.HdrHistogram.EncodableHistogram;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;

/**
 * Reads back what a {@link LatencyRecorder} wrote. Interval logs add up without loss.
 *
 * @param folder where the files are
 */
record HistogramLogs(Path folder) {

  private static final int DIGITS = 3;

  Quantiles latency(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.LATENCY));
  }

  Quantiles service(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.SERVICE));
  }

  Quantiles send(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.SEND));
  }

  Quantiles server(LoadRequest request) {
    return Quantiles.of(sum(request.slug(), LatencyRecorder.SERVER));
  }

  Quantiles startLag() {
    return Quantiles.of(sum(LatencyRecorder.START_LAG, LatencyRecorder.START_LAG));
  }

  /** All intervals of that tag; empty when there is no file. */
  private Histogram sum(String name, String tag) {
    Histogram sum = new Histogram(DIGITS);
    Path file = folder.resolve(name + ".hlog");
    if (!Files.isRegularFile(file)) {
      return sum;
    }
    try (HistogramLogReader reader = new HistogramLogReader(file.toFile())) {
      EncodableHistogram interval = reader.nextIntervalHistogram();
      while (interval != null) {
        if (tag.equals(interval.getTag()) && interval instanceof Histogram histogram) {
          sum.add(histogram);
        }
        interval = reader.nextIntervalHistogram();
      }
    } catch (FileNotFoundException e) {
      throw new IllegalStateException(e);
    } catch (RuntimeException e) {
      // The last line of a killed run may be cut off; what stands before it is whole.
      return sum;
    }
    return sum;
  }
}
