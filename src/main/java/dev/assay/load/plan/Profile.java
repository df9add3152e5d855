package dev.assay.load.plan;

import java.util.ArrayList;
import java.util.List;

/**
 * The shape of a load.
 *
 * @param name as the command line calls it
 * @param warmUpSeconds how long the first rate is sent before anything is judged
 * @param stopAtErrorShare which part of all requests, from 0 to 1, may fail before a run ends early
 * @param phases what is judged; in a closed workload only their times count
 * @param users who sends in a closed workload
 */
public record Profile(
    String name, double warmUpSeconds, double stopAtErrorShare, List<Phase> phases, Users users) {

  /** Keeps a copy of the phases. */
  public Profile {
    phases = List.copyOf(phases);
  }

  /** An open workload. */
  public Profile(String name, double warmUpSeconds, double stopAtErrorShare, List<Phase> phases) {
    this(name, warmUpSeconds, stopAtErrorShare, phases, Users.none());
  }

  /**
   * A closed workload of the same length with that many users. They come one after the other within
   * a time to think, so the warm-up is at least that long.
   *
   * @param thinkSeconds from an answer to the next request of the same user
   */
  public Profile closed(int count, double thinkSeconds) {
    return new Profile(
        name,
        Math.max(warmUpSeconds, thinkSeconds),
        stopAtErrorShare,
        List.of(new Phase(0, 0, seconds())),
        new Users(count, thinkSeconds));
  }

  /** What decides when the next request is sent. */
  public WorkloadModel model() {
    return users.count() == 0 ? WorkloadModel.OPEN : WorkloadModel.CLOSED;
  }

  /** Warm-up and all. */
  public List<Phase> allPhases() {
    List<Phase> all = new ArrayList<>();
    double rate = model() == WorkloadModel.OPEN ? Math.max(1, phases.get(0).from()) : 0;
    all.add(Phase.constant(rate, warmUpSeconds));
    all.addAll(phases);
    return List.copyOf(all);
  }

  /** What is really sent, warm-up and all. */
  public List<Slice> slices() {
    return allPhases().stream().flatMap(phase -> phase.slices().stream()).toList();
  }

  /** How many arrive after the warm-up; 0 in a closed workload, where nobody knows. */
  public long plannedArrivals() {
    return phases.stream().mapToLong(Phase::arrivals).sum();
  }

  /** How long it takes after the warm-up, in seconds. */
  public double seconds() {
    return phases.stream().mapToDouble(Phase::seconds).sum();
  }

  /**
   * The highest rate, arrivals a second, warm-up and all; in a closed workload the most possible.
   */
  public double mostPerSecond() {
    return model() == WorkloadModel.CLOSED
        ? users.mostPerSecond()
        : allPhases().stream().mapToDouble(Phase::peak).max().orElse(0);
  }

  /** The highest rate that is judged, arrivals a second; 0 in a closed workload. */
  public double peak() {
    return phases.stream().mapToDouble(Phase::peak).max().orElse(0);
  }

  /** This shape with another highest rate. */
  public Profile withPeak(double perSecond) {
    return scaled(perSecond / peak(), 1);
  }

  /** This shape, stretched or squeezed to take that long after the warm-up. */
  public Profile lasting(double seconds) {
    return scaled(1, seconds / seconds());
  }

  private Profile scaled(double rates, double time) {
    return new Profile(
        name,
        warmUpSeconds,
        stopAtErrorShare,
        phases.stream().map(phase -> phase.scaled(rates, time)).toList(),
        users);
  }
}
