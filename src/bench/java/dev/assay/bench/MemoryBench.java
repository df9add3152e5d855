package dev.assay.bench;

import dev.assay.app.ProgressDisplay;
import dev.assay.app.load.LoadSession;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.request.LoadRequest;
import dev.assay.report.ReportFolder;
import dev.assay.suite.run.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * The peak resident memory of the load generator with 50 uploads of 24 MiB at the same time, by
 * that with as many messages. Linux tells it.
 */
final class MemoryBench implements BenchCommand.Bench {

  private static final double MOST = 1.2;
  private static final int USERS = 50;
  private static final LoadRequest UPLOAD =
      new LoadRequest("upload-24mib", "upload-file", 24 << 20, "jpg");
  private static final long EVERY_NANOS = 100_000_000;

  private static Profile profile(double think) {
    return new Profile("fifty", 2, 0.9, List.of(Phase.constant(1, 15))).closed(USERS, think);
  }

  @Override
  public List<BenchRow> run(ReportFolder folder, int rounds) throws Exception {
    List<Double> ratios = new ArrayList<>();
    List<Double> uploads = new ArrayList<>();
    try (BenchServer server = BenchServer.answering(number -> 0);
        LoadSession session =
            LoadSession.open(
                Optional.of(server.target()),
                Injector.all(1),
                ProgressDisplay.NONE,
                Cancellation.onRequest())) {
      for (int round = 1; round <= rounds; round++) {
        long message =
            peak(session, LoadRequest.of("log-message"), 0.05, folder.below("message-" + round));
        long upload = peak(session, UPLOAD, 0, folder.below("upload-" + round));
        uploads.add(upload / 1024.0);
        ratios.add((double) upload / message);
      }
    }
    double ratio = BenchRow.median(ratios);
    return List.of(
        BenchRow.bounded(
            "peak memory of the generator, 50 uploads of 24 MiB at once by 50 messages",
            String.format(Locale.ROOT, "%.2f (%.0f MiB)", ratio, BenchRow.median(uploads)),
            "at most 1.2",
            ratio <= MOST));
  }

  /** In KiB. */
  private static long peak(
      LoadSession session, LoadRequest request, double think, ReportFolder folder)
      throws Exception {
    AtomicLong peak = new AtomicLong();
    Thread watcher = new Thread(() -> watch(peak), "memory");
    watcher.start();
    try {
      Scenario scenario = new Scenario(request.slug(), List.of(new Scenario.Share(request, 1)));
      session.run(new LoadSession.Load(scenario, profile(think), List.of()), folder);
    } finally {
      watcher.interrupt();
      watcher.join();
    }
    return Math.max(1, peak.get());
  }

  private static void watch(AtomicLong peak) {
    while (!Thread.currentThread().isInterrupted()) {
      ProcessHandle.current()
          .children()
          .forEach(child -> peak.accumulateAndGet(residentPeak(child.pid()), Math::max));
      LockSupport.parkNanos(EVERY_NANOS);
    }
  }

  /** The high-water mark of resident memory, KiB; 0 if it cannot be had. */
  private static long residentPeak(long pid) {
    try {
      return Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToLong(line -> Long.parseLong(line.replaceAll("\\D+", "")))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0; // it has ended
    }
  }
}
