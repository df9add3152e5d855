package dev.assay.cli;

import dev.assay.load.LoadRequest;
import dev.assay.load.LoadResult;
import dev.assay.load.Metric;
import dev.assay.load.Phase;
import dev.assay.load.Profile;
import dev.assay.load.Scenario;
import dev.assay.report.ReportFolder;
import dev.assay.suite.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.stream.LongStream;

/**
 * Percentiles of {@code assay load} against services whose delays are known, by what arithmetic
 * says that an open workload must see of them, and beside what a bare client sees on the same
 * machine: what both miss is the machine's.
 */
final class PercentileBench implements BenchCommand.Bench {

  private static final double RATE = 100;
  private static final double WARM_UP = 15;
  private static final double SECONDS = 20;
  private static final double SHARE = 0.02;
  private static final double MILLIS = 2;
  private static final long BASE = 20;
  private static final long SLOW = 200;
  private static final long FREEZE = 2_000;
  private static final long FIRST_JUDGED = Math.round(WARM_UP * RATE);
  private static final long JUDGED = Math.round(SECONDS * RATE);
  private static final long FIRST_FROZEN = FIRST_JUDGED + Math.round(SECONDS * RATE / 2);
  private static final Scenario MESSAGE =
      new Scenario("message", List.of(new Scenario.Share(LoadRequest.LOG_MESSAGE, 1)));
  private static final Profile OPEN =
      new Profile("open", WARM_UP, 0.5, List.of(Phase.constant(RATE, SECONDS)));

  private static final List<Supplier<Known>> SERVICES =
      List.of(PercentileBench::fixed, PercentileBench::bimodal, PercentileBench::frozen);

  /** A delay by number, for the server and, in ms, for arithmetic. */
  private record Known(String name, BenchServer.Delay served, LongUnaryOperator expected) {}

  @Override
  public List<BenchRow> run(ReportFolder folder, int rounds, Cancellation cancellation)
      throws Exception {
    List<BenchRow> rows = new ArrayList<>();
    for (Supplier<Known> service : SERVICES) {
      List<Double> bare = bare(service.get(), cancellation);
      if (cancellation.why().isEmpty()) {
        Known known = service.get();
        rows.addAll(rows(known, bare, folder.below(known.name()), cancellation));
      }
    }
    return rows;
  }

  private static Known fixed() {
    return new Known("fixed", number -> nanos(BASE), number -> BASE);
  }

  /** One request in ten is slow. */
  private static Known bimodal() {
    LongUnaryOperator millis = number -> number % 10 == 9 ? SLOW : BASE;
    return new Known("bimodal", number -> nanos(millis.applyAsLong(number)), millis);
  }

  /** What comes within 2 s from a certain request on is begun at the end of these. */
  private static Known frozen() {
    AtomicLong thaw = new AtomicLong();
    return new Known(
        "freeze",
        number -> {
          long now = System.nanoTime();
          if (number == FIRST_FROZEN) {
            thaw.set(now + nanos(FREEZE));
          }
          return nanos(BASE) + Math.max(0, number < FIRST_FROZEN ? 0 : thaw.get() - now);
        },
        number -> {
          long since = Math.round((number - FIRST_FROZEN) * 1000 / RATE);
          return BASE + (since < 0 ? 0 : Math.max(0, FREEZE - since));
        });
  }

  private static long nanos(long millis) {
    return TimeUnit.MILLISECONDS.toNanos(millis);
  }

  private static List<Double> bare(Known known, Cancellation cancellation) throws IOException {
    try (BenchServer server = BenchServer.answering(known.served())) {
      return new BareLoad(RATE, FIRST_JUDGED, JUDGED)
          .millis(server.target().haptik().orElseThrow().baseUrl(), cancellation);
    }
  }

  private static List<BenchRow> rows(
      Known known, List<Double> bare, ReportFolder folder, Cancellation cancellation)
      throws Exception {
    try (BenchServer server = BenchServer.answering(known.served());
        LoadSession session = LoadSession.open(Optional.of(server.target()), true, cancellation)) {
      LoadResult result = session.run(new LoadSession.Load(MESSAGE, OPEN, List.of()), folder);
      List<BenchRow> rows = new ArrayList<>();
      rows.add(row(known, bare, result, Metric.P50, 0.5));
      rows.add(row(known, bare, result, Metric.P95, 0.95));
      rows.add(row(known, bare, result, Metric.P99, 0.99));
      rows.add(row(known, bare, result, Metric.P999, 0.999));
      return rows;
    }
  }

  private static BenchRow row(
      Known known, List<Double> bare, LoadResult result, Metric metric, double share) {
    double expected = expected(known, share);
    double measured = metric.of(result.measurements().get(0));
    double allowed = Math.max(MILLIS, SHARE * expected);
    return new BenchRow(
        "%s of a service with a %s delay".formatted(metric.word(), known.name()),
        String.format(
            Locale.ROOT,
            "%.1f ms, start lag p99 %.1f (a bare client %.1f)",
            measured,
            result.startLag().p99(),
            at(share, bare)),
        String.format(Locale.ROOT, "%.0f ± %.0f ms", expected, allowed),
        Math.abs(measured - expected) <= allowed);
  }

  /** The smallest delay that at least that share of all judged requests do not exceed, ms. */
  private static double expected(Known known, double share) {
    return at(
        share,
        LongStream.range(FIRST_JUDGED, FIRST_JUDGED + JUDGED)
            .map(known.expected())
            .asDoubleStream()
            .sorted()
            .boxed()
            .toList());
  }

  private static double at(double share, List<Double> sorted) {
    return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
  }
}
