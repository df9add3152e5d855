package dev.assay.load.record;

import dev.assay.load.record.Flaw.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one operation made of what it was sent, warm-up included.
 *
 * @param accepted documented answers
 * @param refusedAtLast how many documented refusals have come since one was accepted for the last
 *     time
 * @param failures by kind
 */
public record Standing(long accepted, long refusedAtLast, Map<Kind, Failures> failures) {

  private static final Failures NEVER = new Failures(0, "");

  /**
   * Failures of one kind.
   *
   * @param example the words for one of them
   */
  public record Failures(long times, String example) {

    Failures plus(Failures other) {
      return new Failures(times + other.times, example.isEmpty() ? other.example : example);
    }
  }

  /** Of several load generators together. */
  public Standing plus(Standing other) {
    Map<Kind, Failures> all = new EnumMap<>(Kind.class);
    all.putAll(failures);
    other.failures.forEach((kind, failures) -> all.merge(kind, failures, Failures::plus));
    return new Standing(
        accepted + other.accepted, refusedAtLast + other.refusedAtLast, Map.copyOf(all));
  }

  public Failures failures(Kind kind) {
    return failures.getOrDefault(kind, NEVER);
  }

  /** How many failures were answers. */
  public long wrong() {
    return failures.entrySet().stream()
        .filter(each -> each.getKey() != Kind.NO_ANSWER)
        .mapToLong(each -> each.getValue().times())
        .sum();
  }
}
