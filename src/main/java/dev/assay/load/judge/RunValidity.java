package dev.assay.load.judge;

import dev.assay.load.measure.Measurement;
import dev.assay.load.measure.Metric;
import dev.assay.load.plan.LoadRequest;
import dev.assay.load.plan.Users;
import dev.assay.load.record.Flaw;
import dev.assay.load.record.Snapshot;
import dev.assay.load.run.LoadRun;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * Why a run cannot be believed, if so: the load generator, and not the service, then made the
 * figures what they are.
 *
 * @param result what was measured
 * @param end how the load generator ended
 * @param received requests that the embedded mock received, warm-up included
 */
public record RunValidity(LoadResult result, LoadRun.End end, OptionalLong received) {

  private static final double LEAST_RATE = 0.95;
  private static final double MOST_CPU = 0.9;
  private static final double MOST_GC = 0.1;
  private static final double LAG_OF_BOUND = 0.5;
  private static final double HARMLESS_LAG = 5;

  List<String> invalidBecause() {
    ServiceDoubts doubts = new ServiceDoubts(result.plan(), end.last());
    List<String> because = new ArrayList<>(doubts.ofCredentials().toList());
    if (result.objectives().stream().anyMatch(verdict -> !verdict.met())) {
      because.addAll(doubts.ofStrangers().toList());
    }
    ended(because);
    because.addAll(generatorLimits());
    agreement(because);
    boolean judged = result.achieved().requests() > 0;
    if (!judged) {
      because.add("nothing was measured");
    }
    if (result.answered() == 0 && (judged || (end.last().finished() > 0 && !isAnswered()))) {
      because.add("not a single request was answered: " + silence());
    }
    unsent(because);
    return List.copyOf(because);
  }

  private boolean isAnswered() {
    return end.last().standings().values().stream()
        .anyMatch(standing -> standing.accepted() + standing.wrong() > 0);
  }

  /** What the first one met. */
  private String silence() {
    return end.last().standings().values().stream()
        .map(standing -> standing.told(Flaw.Kind.NO_ANSWER).example())
        .findFirst()
        .map(reason -> reason.replaceFirst("^" + LoadRequest.NO_ANSWER + ": ", ""))
        .orElse("the service cannot be reached");
  }

  private void unsent(List<String> because) {
    if (because.isEmpty() && end.last().stopped().isEmpty()) {
      result.objectives().stream()
          .filter(verdict -> !verdict.isMeasured())
          .map(verdict -> verdict.objective().request().slug())
          .distinct()
          .forEach(
              slug ->
                  because.add(
                      "not one %s was sent, so its objectives cannot be judged: use a higher rate or a longer time"
                          .formatted(slug)));
    }
  }

  /** In what the load generator itself fell short. */
  List<String> generatorLimits() {
    List<String> limits = new ArrayList<>(sentTooFew());
    lag(limits);
    busy(limits);
    exhausted(limits);
    return limits;
  }

  /** Whether the generator fell behind the plan, in a run that was to reach its end. */
  public List<String> sentTooFew() {
    List<String> limits = new ArrayList<>();
    if (end.last().complete()
        && !end.cancelled()
        && end.exitCode() == 0
        && end.last().stopped().isEmpty()) {
      rate(limits);
    }
    return limits;
  }

  private void exhausted(List<String> because) {
    long failures =
        result.measurements().stream()
            .mapToLong(each -> each.failures().getOrDefault(LoadRequest.EXHAUSTED, 0L))
            .sum();
    if (failures > 0) {
      because.add(
          "the load generator could not open a connection %s times, for want of ports or open files"
              .formatted(failures));
    }
  }

  private void ended(List<String> because) {
    Snapshot last = end.last();
    if (end.cancelled()) {
      because.add("the run was interrupted");
    } else if (!last.stopped().isEmpty()) {
      if (!isTheServiceToBlame()) {
        because.add(last.stopped());
      }
    } else if (!last.complete() || end.exitCode() != 0) {
      because.add(
          "the load generator ended before its time with exit code %s; gatling.log tells more"
              .formatted(end.exitCode()));
    }
  }

  /** Whether it answered, and so wrongly that its error rate is missed whatever would have come. */
  private boolean isTheServiceToBlame() {
    return 2 * result.wronglyAnswered() > end.last().failed()
        && result.objectives().stream()
            .anyMatch(v -> v.objective().metric() == Metric.ERROR_RATE && !v.met());
  }

  private void rate(List<String> because) {
    double planned = result.planned().map(LoadResult.Rate::perSecond).orElseGet(this::ofUsers);
    double achieved = result.achieved().perSecond();
    if (achieved < LEAST_RATE * planned) {
      because.add(
          text(
              "only %.1f of %.1f requests a second were sent: use a lower rate",
              achieved, planned));
    }
  }

  /**
   * What users who wait for their answers and think send a second (Little's law), less what the
   * beginning and the end of the run can make of it.
   */
  private double ofUsers() {
    Users users = result.plan().users();
    long count = result.measurements().stream().mapToLong(Measurement::count).sum();
    double waited =
        result.measurements().stream().mapToDouble(m -> m.count() * m.service().mean()).sum();
    double cycle = users.thinkSeconds() + waited / 1000 / Math.max(1, count);
    double edge = users.count() / result.plan().profile().seconds();
    return cycle == 0 ? 0 : Math.max(0, users.count() / cycle - edge);
  }

  private void lag(List<String> because) {
    double lag = result.startLag().p99();
    double tightest =
        latencies().mapToDouble(v -> v.objective().limit()).min().orElse(Double.POSITIVE_INFINITY);
    if (lag > HARMLESS_LAG && lag > LAG_OF_BOUND * tightest) {
      because.add(
          text(
              "one request in a hundred was sent %.1f ms late or more, too much to judge a bound of %.1f ms",
              lag, tightest));
      return;
    }
    latencies()
        .filter(verdict -> !verdict.met() && isMetFromTheSending(verdict))
        .forEach(
            verdict ->
                because.add(
                    text(
                        "%s %s %s is missed only because requests were sent late, the worst by %.1f ms",
                        verdict.objective().request().slug(),
                        verdict.objective().metric().word(),
                        verdict.objective().bound(),
                        result.startLag().max())));
  }

  private Stream<ObjectiveVerdict> latencies() {
    return result.objectives().stream()
        .filter(
            verdict -> verdict.objective().metric().isLatency() && verdict.objective().atMost());
  }

  /** In an open workload only the generator itself delays a sending. */
  private boolean isMetFromTheSending(ObjectiveVerdict verdict) {
    return result.measurements().stream()
        .filter(each -> each.request() == verdict.objective().request() && each.count() > 0)
        .anyMatch(
            each -> verdict.objective().isMetBy(verdict.objective().metric().ofService(each)));
  }

  private void busy(List<String> because) {
    if (end.last().cpuShare() > MOST_CPU) {
      because.add(
          text(
              "the load generator used %.0f %% of this machine's processors",
              100 * end.last().cpuShare()));
    }
    if (end.last().gcShare() > MOST_GC) {
      because.add(
          text(
              "the load generator spent %.0f %% of its time collecting garbage",
              100 * end.last().gcShare()));
    }
  }

  private void agreement(List<String> because) {
    if (received.isPresent()
        && end.last().complete()
        && received.getAsLong() != end.last().started()) {
      because.add(
          "%s requests were sent, but the mock received %s: some were lost or sent twice"
              .formatted(end.last().started(), received.getAsLong()));
    }
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
