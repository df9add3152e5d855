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
 * @param failures by what they tell
 */
public record Standing(long accepted, long refusedAtLast, Map<Kind, Told> failures) {

  private static final Told NEVER = new Told(0, "");

  /**
   * Failures of one kind.
   *
   * @param example the words for one of them
   */
  public record Told(long times, String example) {

    Told plus(Told other) {
      return new Told(times + other.times, example.isEmpty() ? other.example : example);
    }
  }

  /** Of several load generators together. */
  public Standing plus(Standing other) {
    Map<Kind, Told> all = new EnumMap<>(Kind.class);
    all.putAll(failures);
    other.failures.forEach((kind, told) -> all.merge(kind, told, Told::plus));
    return new Standing(
        accepted + other.accepted, refusedAtLast + other.refusedAtLast, Map.copyOf(all));
  }

  public Told told(Kind kind) {
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
