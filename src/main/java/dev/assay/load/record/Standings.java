package dev.assay.load.record;

import dev.assay.load.record.Flaw.Kind;
import dev.assay.load.request.RequestTemplate;
import java.util.EnumMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongUnaryOperator;

/** Keeps what each operation makes of what it is sent; any number of threads may report. */
public final class Standings {

  private final Map<String, Counts> operations = new TreeMap<>();
  private final LongUnaryOperator epochMillis;

  private static final class Counts {

    private final String service;
    private final Map<Kind, Streak> failures = new EnumMap<>(Kind.class);
    private long accepted;
    private long made;

    private Counts(String service) {
      this.service = service;
    }

    private Standing standing(LongUnaryOperator epochMillis) {
      Map<Kind, Standing.Failures> all = new EnumMap<>(Kind.class);
      failures.forEach((kind, streak) -> all.put(kind, streak.failures(epochMillis)));
      return new Standing(accepted, made, Map.copyOf(all));
    }
  }

  /**
   * Those of nobody yet.
   *
   * @param epochMillis from the clock of {@link System#nanoTime()} to milliseconds since the epoch
   */
  public Standings(LongUnaryOperator epochMillis) {
    this.epochMillis = epochMillis;
  }

  /** Whoever accepts a token at one operation shows that it is good at the others. */
  public synchronized void accepted(SentRequest sent) {
    Counts here = counts(sent);
    here.accepted++;
    here.failures.values().forEach(streak -> streak.accepted(sent));
    ofTokens(here.service, streak -> streak.accepted(sent));
  }

  /** It made something, as documented or not. */
  synchronized void made(SentRequest sent) {
    counts(sent).made++;
  }

  public synchronized void failed(SentRequest sent, Kind kind, String words, long now) {
    counts(sent).failures.computeIfAbsent(kind, none -> new Streak(words)).failed(sent, now);
  }

  /** That service is sent another token from now on. */
  public synchronized void renewed(String service, long now) {
    ofTokens(service, streak -> streak.renewed(now));
  }

  private void ofTokens(String service, Consumer<Streak> change) {
    operations.values().stream()
        .filter(counts -> counts.service.equals(service))
        .filter(counts -> counts.failures.containsKey(Kind.TOKEN_REFUSED))
        .forEach(counts -> change.accept(counts.failures.get(Kind.TOKEN_REFUSED)));
  }

  private Counts counts(SentRequest sent) {
    RequestTemplate template = sent.template();
    return operations.computeIfAbsent(template.operation(), of -> new Counts(template.service()));
  }

  public synchronized Map<String, Standing> all() {
    Map<String, Standing> all = new TreeMap<>();
    operations.forEach((operation, counts) -> all.put(operation, counts.standing(epochMillis)));
    return all;
  }
}
