package dev.assay.load.run;

import dev.assay.load.record.Reasons;
import dev.assay.load.record.Snapshot;
import dev.assay.load.record.Standing;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** How far several injectors are together. */
public final class Snapshots {

  private final List<Snapshot> all;

  private Snapshots(List<Snapshot> all) {
    this.all = all;
  }

  /**
   * Counts are added up; of what cannot be, such as the latest percentiles, the worst stands.
   *
   * @param cpuShare how much of the cores of a machine the injectors on it used together, 0 to 1
   */
  public static Snapshot together(List<Snapshot> all, double cpuShare) {
    if (all.size() == 1) {
      return all.get(0);
    }
    Snapshots them = new Snapshots(all);
    long from = them.judgedFrom();
    return new Snapshot(
        them.sum(Snapshot::started),
        them.sum(Snapshot::finished),
        them.sum(Snapshot::judgedStarted),
        from,
        them.most(each -> since(from, each, each.startSeconds())),
        them.most(each -> since(from, each, each.endSeconds())),
        them.requests(),
        them.standings(),
        them.sum(Snapshot::warmUpFailures),
        them.most(Snapshot::p50),
        them.most(Snapshot::p99),
        cpuShare,
        them.most(Snapshot::gcShare),
        them.sum(Snapshot::uncheckedIds),
        all.stream().map(Snapshot::stopped).max(Comparator.comparing(String::length)).orElse(""),
        all.stream().allMatch(Snapshot::complete));
  }

  /** How far several injectors of one machine are. */
  public static Snapshot together(List<Snapshot> all) {
    return together(all, all.stream().mapToDouble(Snapshot::cpuShare).sum());
  }

  private long judgedFrom() {
    return all.stream().mapToLong(Snapshot::judgedFrom).filter(from -> from > 0).min().orElse(0);
  }

  private static double since(long from, Snapshot each, double seconds) {
    return each.judgedFrom() == 0 ? 0 : (each.judgedFrom() - from) / 1000.0 + seconds;
  }

  private long sum(ToLongFunction<Snapshot> part) {
    return all.stream().mapToLong(part).sum();
  }

  private double most(ToDoubleFunction<Snapshot> part) {
    return all.stream().mapToDouble(part).max().orElse(0);
  }

  private Map<String, Snapshot.Counts> requests() {
    Map<String, Snapshot.Counts> requests = new TreeMap<>();
    all.forEach(
        each ->
            each.requests()
                .forEach((slug, counts) -> requests.merge(slug, counts, Snapshots::sum)));
    return requests;
  }

  private Map<String, Standing> standings() {
    Map<String, Standing> standings = new TreeMap<>();
    all.forEach(
        each ->
            each.standings()
                .forEach((operation, one) -> standings.merge(operation, one, Standing::plus)));
    return standings;
  }

  private static Snapshot.Counts sum(Snapshot.Counts one, Snapshot.Counts other) {
    Map<String, Long> failures = new TreeMap<>(one.failures());
    other.failures().forEach((reason, times) -> Reasons.add(failures, reason, times));
    return new Snapshot.Counts(one.ok() + other.ok(), failures);
  }
}
