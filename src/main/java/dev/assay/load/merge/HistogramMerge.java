package dev.assay.load.merge;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.request.LoadRequest;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogReader;
import org.HdrHistogram.HistogramLogWriter;

/**
 * Adds the histogram logs of several runs up, second by second. Histograms of the same precision
 * add up without loss, so the percentiles of the sum are those of one that was fed with all values.
 *
 * @param folders where the runs left theirs
 * @param into where the sums go
 */
record HistogramMerge(List<Path> folders, Path into) {

  private static final double MILLIS_OF_INTERVAL = 1000;

  /** A log that is read on, interval by interval. */
  private record Log(HistogramLogReader reader, long firstRow) {

    /** The next interval; none when the log is at its end, or was cut off by a kill. */
    Optional<Histogram> next() {
      try {
        return reader.nextIntervalHistogram() instanceof Histogram next
            ? Optional.of(next)
            : Optional.empty();
      } catch (RuntimeException e) {
        return Optional.empty();
      }
    }
  }

  void merge(LoadPlan plan) throws IOException {
    List<Long> rows = firstRows();
    merge(LatencyRecorder.START_LAG, List.of(LatencyRecorder.START_LAG), rows);
    for (LoadRequest request : plan.scenario().requests()) {
      merge(request.slug(), LatencyRecorder.tags(request), rows);
    }
  }

  /** How many intervals later than the first run each of them began. */
  private List<Long> firstRows() throws IOException {
    List<Long> ends = new ArrayList<>();
    for (Path folder : folders) {
      Optional<Histogram> first = Optional.empty();
      Path file = folder.resolve(LatencyRecorder.START_LAG + ".hlog");
      if (Files.isRegularFile(file)) {
        try (HistogramLogReader reader = reader(file)) {
          first = new Log(reader, 0).next();
        }
      }
      ends.add(first.map(Histogram::getEndTimeStamp).orElse(Long.MAX_VALUE));
    }
    long earliest = ends.stream().mapToLong(Long::longValue).min().orElse(0);
    return ends.stream().map(end -> Math.round((end - earliest) / MILLIS_OF_INTERVAL)).toList();
  }

  private void merge(String name, List<String> tags, List<Long> rows) throws IOException {
    List<Log> logs = new ArrayList<>();
    try (PrintStream file =
        new PrintStream(
            Files.newOutputStream(into.resolve(name + ".hlog")), false, StandardCharsets.UTF_8)) {
      for (int i = 0; i < folders.size(); i++) {
        Path log = folders.get(i).resolve(name + ".hlog");
        if (Files.isRegularFile(log)) {
          logs.add(new Log(reader(log), rows.get(i)));
        }
      }
      merge(logs, tags, new HistogramLogWriter(file));
      if (file.checkError()) {
        throw new IOException(name + ".hlog cannot be written; is the disk full?");
      }
    } finally {
      logs.forEach(log -> log.reader().close());
    }
  }

  /** In each log, intervals of the same moment follow each other, one of each tag. */
  private static void merge(List<Log> logs, List<String> tags, HistogramLogWriter writer) {
    writer.outputComment("times in microseconds");
    writer.outputLogFormatVersion();
    List<Log> open = new ArrayList<>(logs);
    for (long row = 0; !open.isEmpty(); row++) {
      for (String tag : tags) {
        write(sum(open, tag, row), writer);
      }
    }
  }

  private static Histogram sum(List<Log> open, String tag, long row) {
    Histogram sum = new Histogram(LatencyRecorder.DIGITS);
    sum.setTag(tag);
    for (Log log : List.copyOf(open)) {
      if (row >= log.firstRow()) {
        log.next().ifPresentOrElse(sum::add, () -> open.remove(log));
      }
    }
    return sum;
  }

  /** Nothing is known of when an interval without any log was. */
  private static void write(Histogram sum, HistogramLogWriter writer) {
    if (sum.getEndTimeStamp() > 0) {
      writer.outputIntervalHistogram(sum);
    }
  }

  private static HistogramLogReader reader(Path file) throws FileNotFoundException {
    return new HistogramLogReader(file.toFile());
  }
}
