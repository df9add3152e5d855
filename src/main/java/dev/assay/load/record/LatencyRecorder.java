package dev.assay.load.record;

import dev.assay.load.request.LoadRequest;
import java.io.Closeable;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.HdrHistogram.Histogram;
import org.HdrHistogram.HistogramLogWriter;
import org.HdrHistogram.Recorder;

/**
 * Records times in microseconds with three significant digits, and streams what it recorded to
 * {@code *.hlog} files in the format of HdrHistogram: memory stays flat, and a killed run keeps
 * what it measured. Any number of threads may record; one thread flushes.
 */
public final class LatencyRecorder implements Closeable {

  /** The tag of times from the planned start. */
  public static final String LATENCY = "latency";

  /** The tag of times from the sending. */
  public static final String SERVICE = "service";

  /** The tag of times from the sending until an upload is sent whole. */
  public static final String SEND = "send";

  /** The tag of times from there. */
  public static final String SERVER = "server";

  /** The tag, and the file, of delays of the sending itself. */
  public static final String START_LAG = "start-lag";

  /** Significant digits that are kept of a time. */
  public static final int DIGITS = 3;

  private static final long LONGEST_MICROS = TimeUnit.HOURS.toMicros(24);

  private final Map<LoadRequest, Map<String, Series>> series = new LinkedHashMap<>();
  private final Series startLag;
  private final List<PrintStream> files = new ArrayList<>();
  private final Histogram latest = new Histogram(DIGITS);

  private record Series(String tag, Recorder recorder, HistogramLogWriter writer) {

    void record(long nanos) {
      long micros = TimeUnit.NANOSECONDS.toMicros(nanos);
      recorder.recordValue(Math.max(0, Math.min(micros, LONGEST_MICROS)));
    }

    Histogram flush() {
      Histogram interval = recorder.getIntervalHistogram();
      interval.setTag(tag);
      writer.outputIntervalHistogram(interval);
      return interval;
    }
  }

  /**
   * A recorder of those requests, with its files in that folder.
   *
   * @throws IOException if a file cannot be made there
   */
  public LatencyRecorder(Path folder, Set<LoadRequest> requests) throws IOException {
    for (LoadRequest request : requests) {
      series.put(request, series(writer(folder, request.slug()), tags(request)));
    }
    startLag = series(writer(folder, START_LAG), List.of(START_LAG)).get(START_LAG);
  }

  private static Map<String, Series> series(HistogramLogWriter writer, List<String> tags) {
    Map<String, Series> series = new LinkedHashMap<>();
    tags.forEach(
        tag -> series.put(tag, new Series(tag, new Recorder(LONGEST_MICROS, DIGITS), writer)));
    return series;
  }

  /** The tags in the file of that request, in their order. */
  public static List<String> tags(LoadRequest request) {
    return request.fileBytes() > 0
        ? List.of(LATENCY, SERVICE, SEND, SERVER)
        : List.of(LATENCY, SERVICE);
  }

  private HistogramLogWriter writer(Path folder, String name) throws IOException {
    PrintStream file =
        new PrintStream(
            Files.newOutputStream(folder.resolve(name + ".hlog")), false, StandardCharsets.UTF_8);
    files.add(file);
    HistogramLogWriter writer = new HistogramLogWriter(file);
    writer.outputComment("times in microseconds");
    writer.outputLogFormatVersion();
    writer.outputStartTime(System.currentTimeMillis());
    writer.outputLegend();
    return writer;
  }

  /**
   * A request is over, well or not.
   *
   * @param latencyNanos from the planned start to its end
   * @param serviceNanos from the sending to its end
   */
  public void finished(LoadRequest request, long latencyNanos, long serviceNanos) {
    series.get(request).get(LATENCY).record(latencyNanos);
    series.get(request).get(SERVICE).record(serviceNanos);
  }

  /**
   * An upload was sent whole before it was answered; other requests are not split.
   *
   * @param sendNanos from the sending until its last byte was handed to the operating system
   * @param serverNanos from there to the end of the answer
   */
  public void sent(LoadRequest request, long sendNanos, long serverNanos) {
    if (request.fileBytes() > 0) {
      series.get(request).get(SEND).record(sendNanos);
      series.get(request).get(SERVER).record(serverNanos);
    }
  }

  /** A request is sent, that much later than planned. */
  public void started(long lagNanos) {
    startLag.record(lagNanos);
  }

  /**
   * Writes what was recorded since the last time.
   *
   * @throws IOException if a file cannot be written, as on a full disk
   */
  public synchronized void flush() throws IOException {
    latest.reset();
    series.values().forEach(tags -> tags.values().forEach(this::flush));
    startLag.flush();
    for (PrintStream file : files) {
      if (file.checkError()) {
        throw new IOException("the histogram logs cannot be written; is the disk full?");
      }
    }
  }

  private void flush(Series times) {
    Histogram interval = times.flush();
    if (times.tag().equals(LATENCY)) {
      latest.add(interval);
    }
  }

  /** The latencies of all requests between the last two flushes. */
  public synchronized Quantiles latest() {
    return Quantiles.of(latest);
  }

  @Override
  public synchronized void close() throws IOException {
    flush();
    files.forEach(PrintStream::close);
  }
}
