package dev.assay.load;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a load: an open workload, whose requests arrive when they are due, whether or not
 * earlier ones were answered.
 *
 * @param name as the command line calls it
 * @param warmUpSeconds how long the first rate is sent before anything is judged
 * @param stopAtErrorShare the share of failures, from 0 to 1, at which a run ends early
 * @param phases what is judged
 */
public record Profile(
    String name, double warmUpSeconds, double stopAtErrorShare, List<Phase> phases) {

  /** Keeps a copy of the phases. */
  public Profile {
    phases = List.copyOf(phases);
  }

  /** Warm-up and all. */
  public List<Phase> allPhases() {
    List<Phase> all = new ArrayList<>();
    all.add(Phase.constant(Math.max(1, phases.get(0).from()), warmUpSeconds));
    all.addAll(phases);
    return List.copyOf(all);
  }

  /** What is really sent, warm-up and all. */
  public List<Slice> slices() {
    return allPhases().stream().flatMap(phase -> phase.slices().stream()).toList();
  }

  /** How many arrive after the warm-up. */
  public long plannedArrivals() {
    return phases.stream().mapToLong(Phase::arrivals).sum();
  }

  /** How long it takes after the warm-up, in seconds. */
  public double seconds() {
    return phases.stream().mapToDouble(Phase::seconds).sum();
  }

  /** The highest rate, arrivals a second. */
  public double peak() {
    return phases.stream().mapToDouble(Phase::peak).max().orElse(0);
  }

  /** The same shape with another highest rate. */
  public Profile withPeak(double perSecond) {
    return scaled(perSecond / peak(), 1);
  }

  /** The same shape, stretched or squeezed to take that long after the warm-up. */
  public Profile lasting(double seconds) {
    return scaled(1, seconds / seconds());
  }

  private Profile scaled(double rates, double time) {
    return new Profile(
        name,
        warmUpSeconds,
        stopAtErrorShare,
        phases.stream().map(phase -> phase.scaled(rates, time)).toList());
  }
}
