package dev.assay.load.record;

import dev.assay.load.record.Flaw.Kind;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;

/** Keeps what each operation makes of what it is sent; any number of threads may report. */
public final class Standings {

  private final Map<String, Counts> operations = new TreeMap<>();

  private static final class Counts {

    private final Map<Kind, Standing.Failures> failures = new EnumMap<>(Kind.class);
    private long accepted;
    private long refusedAtLast;
    private long firstOfThese;

    /** What was sent before the first refusal came may still be on its way. */
    private void accepted(long sentNanos) {
      accepted++;
      if (refusedAtLast > 0 && sentNanos - firstOfThese > 0) {
        refusedAtLast = 0;
      }
    }

    private void failed(Kind kind, String words, long now) {
      failures.merge(kind, new Standing.Failures(1, words), Standing.Failures::plus);
      if (kind == Kind.REFUSED && refusedAtLast++ == 0) {
        firstOfThese = now;
      }
    }

    private Standing standing() {
      return new Standing(accepted, refusedAtLast, Map.copyOf(failures));
    }
  }

  public synchronized void accepted(SentRequest sent) {
    counts(sent).accepted(sent.sentNanos());
  }

  public synchronized void failed(SentRequest sent, Kind kind, String words, long now) {
    counts(sent).failed(kind, words, now);
  }

  private Counts counts(SentRequest sent) {
    return operations.computeIfAbsent(sent.request().operation(), none -> new Counts());
  }

  public synchronized Map<String, Standing> all() {
    Map<String, Standing> all = new TreeMap<>();
    operations.forEach((operation, counts) -> all.put(operation, counts.standing()));
    return all;
  }
}
