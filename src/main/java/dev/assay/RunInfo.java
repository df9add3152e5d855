package dev.assay;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalLong;

/**
 * What is known of every run, whatever it checks.
 *
 * @param version of Assay
 * @param target the name of what is checked
 * @param startedAt when it began
 * @param duration how long it took
 * @param partial whether it did not come to its end
 * @param seed of the generated data; empty if none was generated
 * @param way to the services in sentences, without what is secret; none where it is the usual one
 */
public record RunInfo(
    String version,
    String target,
    Instant startedAt,
    Duration duration,
    boolean partial,
    OptionalLong seed,
    List<String> way) {

  /** Keeps a copy. */
  public RunInfo {
    way = List.copyOf(way);
  }

  /** A run that begins now, without generated data. */
  public static RunInfo starting(String version, String target) {
    return new RunInfo(
        version, target, Instant.now(), Duration.ZERO, false, OptionalLong.empty(), List.of());
  }

  /** This run, with data generated from that seed. */
  public RunInfo seeded(long value) {
    return new RunInfo(version, target, startedAt, duration, partial, OptionalLong.of(value), way);
  }

  /** This run, which went that way. */
  public RunInfo by(List<String> taken) {
    return new RunInfo(version, target, startedAt, duration, partial, seed, taken);
  }

  /** This run against another target. */
  public RunInfo against(String other) {
    return new RunInfo(version, other, startedAt, duration, partial, seed, way);
  }

  /** Another run of the same kind, which begins now. */
  public RunInfo again() {
    return new RunInfo(version, target, Instant.now(), Duration.ZERO, false, seed, way);
  }

  /** This run, which has lasted until now. */
  public RunInfo untilNow() {
    return lasting(Duration.between(startedAt, Instant.now()));
  }

  /** This run, which took that long. */
  public RunInfo lasting(Duration time) {
    return new RunInfo(version, target, startedAt, time, partial, seed, way);
  }

  /** This run, which did not come to its end. */
  public RunInfo cutShort() {
    return new RunInfo(version, target, startedAt, duration, true, seed, way);
  }
}
