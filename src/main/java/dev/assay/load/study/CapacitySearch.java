package dev.assay.load.study;

import dev.assay.load.judge.LoadVerdict;
import dev.assay.load.judge.LoadVerdict.Kind;
import dev.assay.load.plan.CapacityRange;
import dev.assay.load.plan.Schedule;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;

/**
 * A search for the highest rate that keeps the objectives: the rate is doubled until one does not,
 * and the gap is then halved. Each rate that did not is followed by the lowest one, which must keep
 * the objectives again before the search goes on: a service that is still busy with the last probe
 * would spoil the next.
 *
 * @param range where it looks
 */
public record CapacitySearch(CapacityRange range) {

  /** Tries a rate, requests a second. */
  public interface Prober<E extends Exception> {
    /** What it said. */
    LoadVerdict probe(double rate, boolean recovery) throws E, InterruptedException;
  }

  /** Makes the search. */
  public <E extends Exception> Capacity run(Prober<E> prober) throws E, InterruptedException {
    List<Capacity.Probe> probes = new ArrayList<>();
    OptionalDouble keeps = OptionalDouble.empty();
    OptionalDouble breaks = OptionalDouble.empty();
    OptionalDouble next = OptionalDouble.of(range.lowest());
    while (next.isPresent()) {
      double rate = next.getAsDouble();
      LoadVerdict verdict = probe(prober, rate, false, probes);
      if (verdict.kind() == Kind.MET) {
        keeps = next;
      } else if (!isOfTheService(verdict, keeps.isPresent())) {
        return new Capacity(range, keeps, breaks, Capacity.End.of(verdict), probes);
      } else {
        breaks = next;
      }
      next = next(keeps, breaks);
      if (next.isPresent() && breaks.equals(OptionalDouble.of(rate))) {
        LoadVerdict again = probe(prober, range.lowest(), true, probes);
        if (again.kind() != Kind.MET) {
          Capacity.End end =
              isOfTheService(again, true) ? Capacity.End.NOT_RECOVERED : Capacity.End.of(again);
          return new Capacity(range, keeps, breaks, end, probes);
        }
      }
    }
    return new Capacity(range, keeps, breaks, Capacity.End.FOUND, probes);
  }

  /**
   * Whether the service is the cause that the objectives were not met.
   *
   * @param reached whether it has answered at a lower rate; if not, its address may be wrong
   */
  private static boolean isOfTheService(LoadVerdict verdict, boolean reached) {
    return verdict.kind() == Kind.MISSED || (verdict.kind() == Kind.UNANSWERED && reached);
  }

  private static <E extends Exception> LoadVerdict probe(
      Prober<E> prober, double rate, boolean recovery, List<Capacity.Probe> probes)
      throws E, InterruptedException {
    LoadVerdict verdict = prober.probe(rate, recovery);
    probes.add(new Capacity.Probe(rate, recovery, verdict));
    return verdict;
  }

  /** The rate to try after those two; none if the search is over. */
  private OptionalDouble next(OptionalDouble keeps, OptionalDouble breaks) {
    if (keeps.isEmpty()) {
      return OptionalDouble.empty();
    }
    double low = keeps.getAsDouble();
    if (breaks.isEmpty()) {
      return low >= range.highest()
          ? OptionalDouble.empty()
          : OptionalDouble.of(Math.min(range.highest(), 2 * low));
    }
    double high = breaks.getAsDouble();
    double middle = rounded((low + high) / 2);
    return high - low <= range.precision() * low || middle <= low || middle >= high
        ? OptionalDouble.empty()
        : OptionalDouble.of(middle);
  }

  /** Whole requests a second from ten on, tenths below. */
  private static double rounded(double rate) {
    return rate >= 10 ? Math.round(rate) : Math.round(rate * 10) / 10.0;
  }

  /**
   * The probes of the search that sends most, whatever the service answers: what a plan must reckon
   * with.
   */
  public List<Capacity.Probe> worst() {
    List<Capacity.Probe> worst = List.of();
    for (double limit = range.lowest();
        limit < range.highest() * (1 + range.precision());
        limit *= 1 + range.precision() / 2) {
      List<Capacity.Probe> probes = probesUpTo(limit);
      if (sent(probes) > sent(worst)) {
        worst = probes;
      }
    }
    return worst;
  }

  private List<Capacity.Probe> probesUpTo(double limit) {
    try {
      return this.<RuntimeException>run(
              (rate, recovery) ->
                  LoadVerdict.certain(rate <= limit ? Kind.MET : Kind.MISSED, List.of()))
          .probes();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e); // nothing waits
    }
  }

  private long sent(List<Capacity.Probe> probes) {
    return probes.stream().mapToLong(probe -> new Schedule(range.at(probe.rate())).total()).sum();
  }
}
