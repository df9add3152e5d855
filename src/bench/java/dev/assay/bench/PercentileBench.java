package dev.assay.bench;

import dev.assay.app.ProgressDisplay;
import dev.assay.app.load.LoadSession;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.measure.Metric;
import dev.assay.load.plan.Injector;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.request.LoadRequest;
import dev.assay.report.ReportFolder;
import dev.assay.suite.run.Cancellation;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.DoublePredicate;
import java.util.function.LongUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.LongStream;

/**
 * Percentiles of {@code assay load} against services whose delays are known, by what arithmetic
 * says that an open workload must see of them. Where a client of nothing but sockets, by turns with
 * it, does not see that either, or only some rounds do, this machine cannot tell.
 */
final class PercentileBench implements BenchCommand.Bench {

  private static final double RATE = 50;
  private static final double WARM_UP = 20;
  private static final double SECONDS = 20;
  private static final double SHARE = 0.02;
  private static final double MILLIS = 2;

  /** Delays after which no other request is due: what happens at once would wait for a core. */
  private static final long BASE = 25;

  private static final long SLOW = 205;
  private static final long FREEZE = 2_000;
  private static final long FIRST_JUDGED = Math.round(WARM_UP * RATE);
  private static final long JUDGED = Math.round(SECONDS * RATE);
  private static final long FIRST_FROZEN = FIRST_JUDGED + Math.round(SECONDS * RATE / 2);
  private static final Scenario MESSAGE =
      new Scenario("message", List.of(new Scenario.Share(LoadRequest.of("log-message"), 1)));
  private static final Profile OPEN =
      new Profile("open", WARM_UP, 0.5, List.of(Phase.constant(RATE, SECONDS)));

  private static final List<Percentile> PERCENTILES =
      List.of(
          new Percentile(Metric.P50, 0.5),
          new Percentile(Metric.P95, 0.95),
          new Percentile(Metric.P99, 0.99),
          new Percentile(Metric.P999, 0.999));
  private static final List<Supplier<Known>> SERVICES =
      List.of(PercentileBench::fixed, PercentileBench::bimodal, PercentileBench::frozen);

  /** A metric, and the share of all requests that do not exceed it. */
  private record Percentile(Metric metric, double share) {

    private double of(List<Double> sorted) {
      return sorted.get((int) Math.ceil(share * sorted.size()) - 1);
    }
  }

  /** A delay by number, for the server and, in ms, for arithmetic. */
  private record Known(String name, BenchServer.Delay served, LongUnaryOperator expected) {

    /** Of the judged requests, ms, sorted. */
    private List<Double> delays() {
      return LongStream.range(FIRST_JUDGED, FIRST_JUDGED + JUDGED)
          .map(expected)
          .asDoubleStream()
          .sorted()
          .boxed()
          .toList();
    }
  }

  /**
   * What one service was measured to be.
   *
   * @param bare latencies that the bare client saw, ms, sorted
   */
  private record Round(List<Double> bare, LoadResult ours) {}

  @Override
  public List<BenchRow> run(ReportFolder folder, int rounds) throws Exception {
    List<BenchRow> rows = new ArrayList<>();
    for (Supplier<Known> service : SERVICES) {
      String name = service.get().name();
      List<Round> done = new ArrayList<>();
      for (int number = 1; number <= rounds; number++) {
        List<Double> bare = bare(service.get());
        LoadResult ours = ours(service.get(), folder.below(name + "-" + number));
        done.add(new Round(bare, ours));
      }
      PERCENTILES.forEach(each -> rows.add(row(service.get(), done, each)));
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

  /** With twice the threads that arithmetic asks for, lest a late answer makes others late. */
  private static List<Double> bare(Known known) throws Exception {
    double longest = known.delays().get((int) JUDGED - 1) / 1000;
    int senders = 2 * (1 + (int) Math.ceil(RATE * longest));
    try (BenchServer server = BenchServer.answering(known.served())) {
      return new BareLoad(RATE, FIRST_JUDGED, JUDGED, senders)
          .millis(server.target().service("haptik").orElseThrow().baseUrl());
    }
  }

  private static LoadResult ours(Known known, ReportFolder folder) throws Exception {
    try (BenchServer server = BenchServer.answering(known.served());
        LoadSession session =
            LoadSession.open(
                Optional.of(server.target()),
                Injector.all(1),
                ProgressDisplay.NONE,
                Cancellation.onRequest())) {
      return session.run(new LoadSession.Load(MESSAGE, OPEN, List.of()), folder);
    }
  }

  private static BenchRow row(Known known, List<Round> rounds, Percentile percentile) {
    double expected = percentile.of(known.delays());
    double allowed = Math.max(MILLIS, SHARE * expected);
    List<Double> ours =
        figures(rounds, round -> percentile.metric().of(round.ours().measurements().get(0)));
    double bare = BenchRow.median(figures(rounds, round -> percentile.of(round.bare())));
    double lag = BenchRow.median(figures(rounds, round -> round.ours().figures().startLag().p99()));
    return new BenchRow(
        "%s of a service with a %s delay".formatted(percentile.metric().word(), known.name()),
        text(
            "%.1f ms (%.1f to %.1f), start lag p99 %.1f, sockets alone %.1f",
            BenchRow.median(ours), Collections.min(ours), Collections.max(ours), lag, bare),
        text("%.0f ± %.0f ms", expected, allowed),
        verdict(ours, bare, figure -> Math.abs(figure - expected) <= allowed));
  }

  /**
   * A bound is missed where no round keeps it and sockets alone do. Where some round of the same
   * code keeps it, or not even sockets do, the machine decides.
   */
  static BenchRow.Verdict verdict(List<Double> ours, double bare, DoublePredicate keeps) {
    if (keeps.test(BenchRow.median(ours))) {
      return BenchRow.Verdict.KEPT;
    }
    boolean missed = keeps.test(bare) && ours.stream().noneMatch(keeps::test);
    return missed ? BenchRow.Verdict.MISSED : BenchRow.Verdict.CANNOT_TELL;
  }

  private static List<Double> figures(List<Round> rounds, ToDoubleFunction<Round> figure) {
    return rounds.stream().mapToDouble(figure).boxed().toList();
  }

  private static String text(String format, Object... figures) {
    return String.format(Locale.ROOT, format, figures);
  }
}
