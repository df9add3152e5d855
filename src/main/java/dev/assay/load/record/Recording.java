package dev.assay.load.record;

import dev.assay.exchange.cleanup.Creation;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.request.LoadRequest;
import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongSupplier;
import java.util.function.UnaryOperator;

/**
 * What the load generator's process keeps of a run: each virtual user reports here when it comes,
 * sends, and is done. Any number of threads may.
 */
public final class Recording implements Closeable {

  private static final long FEWEST_TO_STOP = 50;
  private static final long TIMER_MILLIS = 1;

  private final LoadPlan plan;
  private final LongSupplier clock;
  private final Arrivals arrivals;
  private final LatencyRecorder recorder;
  private final OutcomeCounts counts;
  private final Standings standings = new Standings(this::epochMillis);
  private final Reasons reasons;
  private final ResponseRules rules;
  private final Optional<IdLog> ids;
  private final LoadCreations creations;
  private final AtomicLong started = new AtomicLong();
  private final AtomicLong finished = new AtomicLong();
  private final AtomicLong failed = new AtomicLong();
  private final AtomicLong warmUpFailures = new AtomicLong();
  private final AtomicLong judgedStarted = new AtomicLong();
  private final AtomicLong firstPlanned = new AtomicLong(Long.MAX_VALUE);
  private final AtomicLong lastStart = new AtomicLong(Long.MIN_VALUE);
  private final AtomicLong lastEnd = new AtomicLong(Long.MIN_VALUE);
  private final AtomicReference<GeneratorUtilisation> use = new AtomicReference<>();
  private final AtomicReference<String> stopped = new AtomicReference<>("");

  /**
   * A recording of that plan, with its files in that folder.
   *
   * @param clock {@link System#nanoTime()}
   * @param redactor replaces credentials in what a service answered
   * @throws IOException if the files cannot be made
   */
  public Recording(LoadPlan plan, Path folder, LongSupplier clock, UnaryOperator<String> redactor)
      throws IOException {
    this.reasons = new Reasons(redactor);
    this.plan = plan;
    this.rules = new ResponseRules(plan);
    this.clock = clock;
    this.arrivals = Arrivals.of(plan.profile(), plan.injector());
    Set<LoadRequest> requests = Set.copyOf(plan.scenario().requests());
    this.recorder = new LatencyRecorder(folder, requests);
    this.counts = new OutcomeCounts(requests);
    this.ids = plan.injector().isOnly() ? Optional.empty() : Optional.of(new IdLog(plan, folder));
    this.creations = new LoadCreations(folder, redactor);
  }

  /** Whether users of a closed workload send no more. */
  public boolean isOver() {
    return arrivals.isOver(clock.getAsLong());
  }

  /** A virtual user has come; in an open workload it waits until it is due. */
  public Arrivals.Arrival come() {
    return arrivals.come(clock.getAsLong());
  }

  /**
   * How many milliseconds a user waits who has come before it is due; 0 when it is late. A timer of
   * milliseconds wakes up to one too late, never too early: that is taken off, so that users send
   * in time. Who sends a little early is measured from then.
   */
  public long millisUntilDue(Arrivals.Arrival arrival) {
    long nanos = arrival.plannedNanos() - clock.getAsLong();
    return Math.max(0, TimeUnit.NANOSECONDS.toMillis(nanos) - TIMER_MILLIS);
  }

  /** A virtual user that had come before is about to send. */
  public SentRequest start(Arrivals.Arrival arrival) {
    long now = clock.getAsLong();
    started.incrementAndGet();
    if (arrival.judged()) {
      if (use.get() == null) { // asking what the process used so far costs more than a request
        use.compareAndSet(null, GeneratorUtilisation.now());
      }
      judgedStarted.incrementAndGet();
      firstPlanned.accumulateAndGet(arrival.plannedNanos(), Math::min);
      lastStart.accumulateAndGet(now, Math::max);
      recorder.started(Math.max(0, now - arrival.plannedNanos()));
    }
    LoadRequest request = plan.scenario().request(arrival.number());
    return new SentRequest(request, plan.template(request), arrival, now);
  }

  /**
   * What is wrong with the answer to that request, if anything.
   *
   * @param mark that it had of its own
   */
  public Optional<Flaw> flaw(SentRequest sent, ReceivedResponse answer, String mark) {
    if (answer.status() / 100 == 2 && Creation.canMake(sent.template().method())) {
      standings.made(sent);
      creations.made(sent, mark, answer);
    }
    return rules.flaw(
        sent, answer, mark, (rule, id) -> ids.ifPresent(log -> log.add(sent, rule, id)));
  }

  /** How that is reported, without credentials. */
  public String words(Flaw flaw) {
    return reasons.of(flaw);
  }

  /**
   * It is over.
   *
   * @param flaw why it failed, if it did
   * @param sentWhole when its last byte was handed to the operating system, on the clock, if known
   */
  public void finish(SentRequest sent, Optional<Flaw> flaw, OptionalLong sentWhole) {
    long now = clock.getAsLong();
    finished.incrementAndGet();
    Optional<String> failure = flaw.map(reasons::of);
    flaw.ifPresentOrElse(
        why -> standings.failed(sent, why.kind(), failure.orElseThrow(), now),
        () -> standings.accepted(sent));
    failure.ifPresent(reason -> failed.incrementAndGet());
    if (sent.arrival().judged()) {
      judged(sent, failure, sentWhole, now);
    } else {
      failure.ifPresent(reason -> warmUpFailures.incrementAndGet());
    }
  }

  private void judged(
      SentRequest sent, Optional<String> failure, OptionalLong sentWhole, long now) {
    lastEnd.accumulateAndGet(now, Math::max);
    recorder.finished(
        sent.request(),
        now - Math.min(sent.arrival().plannedNanos(), sent.sentNanos()),
        now - sent.sentNanos());
    sentWhole.ifPresent(at -> recorder.sent(sent.request(), at - sent.sentNanos(), now - at));
    failure.ifPresentOrElse(
        reason -> counts.failed(sent.request(), reason), () -> counts.ok(sent.request()));
  }

  /** Whether so much fails that going on would only do harm. */
  public boolean mustStop() {
    if (!stopped.get().isEmpty()) {
      return true;
    }
    long done = finished.get();
    if (done < FEWEST_TO_STOP || failed.get() <= plan.profile().stopAtErrorShare() * done) {
      return false;
    }
    stopped.compareAndSet(
        "", "the run was stopped because %s of %s requests failed".formatted(failed.get(), done));
    return true;
  }

  /** Has the run stop. */
  public void stop(String why) {
    stopped.compareAndSet("", why);
  }

  /** Why the run must stop, if so. */
  public String whyStopped() {
    return stopped.get();
  }

  /** The credentials of that service, by its key in target files, are others from now on. */
  public void renewed(String service) {
    standings.renewed(service, clock.getAsLong());
  }

  /**
   * Writes out what was recorded and says how far the run is.
   *
   * @param complete whether all users are done
   * @throws IOException if it cannot be written
   */
  public Snapshot snapshot(boolean complete) throws IOException {
    recorder.flush();
    creations.flush();
    if (ids.isPresent()) {
      ids.get().flush();
    }
    Quantiles latest = recorder.latest();
    Optional<GeneratorUtilisation> used = Optional.ofNullable(use.get());
    return new Snapshot(
        started.get(),
        finished.get(),
        judgedStarted.get(),
        judgedFrom(),
        sinceFirst(lastStart.get()),
        sinceFirst(lastEnd.get()),
        counts.all(),
        standings.all(),
        warmUpFailures.get(),
        latest.p50(),
        latest.p99(),
        used.map(GeneratorUtilisation::cpuShare).orElse(0.0),
        used.map(GeneratorUtilisation::gcShare).orElse(0.0),
        rules.uncheckedIds(),
        stopped.get(),
        complete);
  }

  private long judgedFrom() {
    return judgedStarted.get() == 0 ? 0 : epochMillis(firstPlanned.get());
  }

  private long epochMillis(long nanos) {
    return System.currentTimeMillis() - TimeUnit.NANOSECONDS.toMillis(clock.getAsLong() - nanos);
  }

  private double sinceFirst(long nanos) {
    return judgedStarted.get() == 0 || nanos == Long.MIN_VALUE
        ? 0
        : (nanos - firstPlanned.get()) / 1e9;
  }

  @Override
  public void close() throws IOException {
    recorder.close();
    creations.close();
    if (ids.isPresent()) {
      ids.get().close();
    }
  }
}
