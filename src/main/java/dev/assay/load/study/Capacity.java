package dev.assay.load.study;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadVerdict;
import dev.assay.load.plan.CapacityRange;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * What a search for the highest rate that keeps the objectives found.
 *
 * @param range where it was looked for
 * @param keeps the highest rate that kept them, requests a second
 * @param breaks the lowest rate above it that did not
 * @param end why the search ended
 * @param probes every rate that was tried, in order
 */
public record Capacity(
    CapacityRange range, OptionalDouble keeps, OptionalDouble breaks, End end, List<Probe> probes) {

  /** Keeps a copy of the probes. */
  public Capacity {
    probes = List.copyOf(probes);
  }

  /**
   * A rate that was tried.
   *
   * @param rate requests a second
   * @param recovery whether only to see that the service had recovered
   */
  public record Probe(double rate, boolean recovery, LoadVerdict verdict) {}

  /** Why a search ended. */
  public enum End {
    /** The gap is small enough, or there is nothing left to try. */
    FOUND,
    /** The load generator could not send more. */
    GENERATOR_LIMIT,
    /** Not even the lowest rate kept the objectives again. */
    NOT_RECOVERED,
    /** A probe could not be judged. */
    UNDECIDED;

    static End of(LoadVerdict last) {
      return last.kind() == LoadVerdict.Kind.GENERATOR_LIMIT ? GENERATOR_LIMIT : UNDECIDED;
    }
  }

  /** Met if some rate keeps the objectives, missed if not even the lowest does. */
  public Conclusion conclusion() {
    return switch (end) {
      case FOUND -> keeps.isPresent() ? Conclusion.YES : Conclusion.NO;
      case GENERATOR_LIMIT -> keeps.isPresent() ? Conclusion.YES : Conclusion.UNDECIDED;
      case NOT_RECOVERED -> Conclusion.NO;
      case UNDECIDED -> Conclusion.UNDECIDED;
    };
  }

  /** The result as a sentence. */
  public String says() {
    String bounds = bounds();
    return switch (end) {
      case FOUND -> bounds;
      case GENERATOR_LIMIT ->
          "%s; at %s the load generator was the limit (%s)"
              .formatted(bounds, rate(last().rate()), last().verdict().reason());
      case NOT_RECOVERED ->
          "%s; after that the service did not recover: at %s requests a second it no longer keeps them (%s)"
              .formatted(bounds, rate(last().rate()), last().verdict().reason());
      case UNDECIDED ->
          "%s; the search ended at %s because %s"
              .formatted(bounds, rate(last().rate()), last().verdict().reason());
    };
  }

  private String bounds() {
    if (keeps.isEmpty()) {
      return breaks.isEmpty()
          ? "unknown"
          : "not even %s requests a second keep the objectives (%s)"
              .formatted(rate(range.lowest()), becauseOf(range.lowest()));
    }
    String low = rate(keeps.getAsDouble());
    if (breaks.isPresent()) {
      return "%s%s requests a second keep the objectives, %s do not (%s)"
          .formatted(
              end == End.FOUND ? "" : "at least ",
              low,
              rate(breaks.getAsDouble()),
              becauseOf(breaks.getAsDouble()));
    }
    return "at least %s requests a second keep the objectives%s"
        .formatted(low, end == End.FOUND ? ", and no more were asked for" : "");
  }

  private Probe last() {
    return probes.get(probes.size() - 1);
  }

  private String becauseOf(double rate) {
    return probes.stream()
        .filter(probe -> probe.rate() == rate && !probe.recovery())
        .map(probe -> probe.verdict().reason())
        .findFirst()
        .orElse("");
  }

  private static String rate(double rate) {
    return String.format(Locale.ROOT, rate == Math.rint(rate) ? "%.0f" : "%.1f", rate);
  }
}
