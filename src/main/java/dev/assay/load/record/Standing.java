package dev.assay.load.record;

import dev.assay.load.record.Flaw.Kind;
import java.util.EnumMap;
import java.util.Map;

/**
 * What one operation made of what it was sent, warm-up included.
 *
 * @param accepted documented answers
 * @param made answers with a 2xx status, where the method asks for something to be made
 * @param failures by kind
 */
public record Standing(long accepted, long made, Map<Kind, Failures> failures) {

  private static final Failures NEVER = new Failures(0, "", 0, 0);

  /**
   * Failures of one kind.
   *
   * @param example the words for one of them
   * @param atLast how many have come since a request was accepted for the last time; of refused
   *     tokens, also how many came before the token was renewed, if none was accepted in between
   * @param since when the first of these came, in milliseconds since the epoch; 0 without one
   */
  public record Failures(long times, String example, long atLast, long since) {

    Failures plus(Failures other) {
      return new Failures(
          times + other.times,
          example.isEmpty() ? other.example : example,
          atLast + other.atLast,
          since == 0 || other.since == 0 ? since + other.since : Math.min(since, other.since));
    }
  }

  /** Of several load generators, or several operations, together. */
  public Standing plus(Standing other) {
    Map<Kind, Failures> all = new EnumMap<>(Kind.class);
    all.putAll(failures);
    other.failures.forEach((kind, failures) -> all.merge(kind, failures, Failures::plus));
    return new Standing(accepted + other.accepted, made + other.made, Map.copyOf(all));
  }

  public Failures failures(Kind kind) {
    return failures.getOrDefault(kind, NEVER);
  }

  /** How many failures were answers. */
  public long wrong() {
    return failures.entrySet().stream()
        .filter(each -> each.getKey().isAnswered())
        .mapToLong(each -> each.getValue().times())
        .sum();
  }
}
