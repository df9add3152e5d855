package dev.assay.app.cleanup;

import dev.assay.RunId;
import dev.assay.app.ProgressDisplay;
import dev.assay.exchange.cleanup.Created;
import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.exchange.cleanup.Creation;
import dev.assay.exchange.cleanup.CreationLog;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.record.Recorder;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Target;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.Journal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Lists what a run makes in a target, and removes it at the end where the target file says how. It
 * removes nothing else: an id that may name another's is left, and said.
 */
public final class CleanUp {

  private static final Duration LEAST = Duration.ofSeconds(30);
  private static final double SECONDS_A_MESSAGE = 0.5;

  private final Target target;
  private final RunId run;
  private final Client.Factory clients;
  private final Recorder recorder;
  private final CreationLog log;

  /**
   * That of one run.
   *
   * @param hidden what must not be shown either, besides the target's own credentials
   * @param run the word in its texts and file names
   * @param clients makes the client of each service
   */
  public CleanUp(Target target, List<Secrets> hidden, RunId run, Client.Factory clients) {
    this.target = target;
    this.run = run;
    this.clients = clients;
    this.log = new CreationLog(target);
    List<Secrets> all = new ArrayList<>(target.secrets());
    all.addAll(hidden);
    this.recorder = new Recorder(Secrets.none().alsoHiding(all), target.ids());
  }

  /** What is cleaned up. */
  public Target target() {
    return target;
  }

  /** Is to hear of all that the run sends. */
  public Journal journal() {
    return log::saw;
  }

  /** Takes note of what was made without being heard of. */
  public void made(List<Creation> creations) {
    creations.forEach(log::made);
  }

  /** Lists what is there before the run makes anything, where it is to be removed again. */
  public void begin(List<ServiceSuite> suites, Cancellation cancellation) {
    for (ServiceSuite suite : removes() ? suites : List.<ServiceSuite>of()) {
      try (ServiceRemover remover = remover(suite)) {
        cancellation.whenCancelled(remover::close);
        remover.listing().ifPresent(exchange -> log.saw(suite.service(), "", "clean-up", exchange));
      }
    }
  }

  /** What was made so far; all of it is there still. */
  public CreatedList soFar() {
    String why =
        removes() ? "the run ended before it was removed" : "the target file has no cleanUp";
    return list(log.creations(), i -> RemovalTrial.Result.left(why));
  }

  /** Whether the target file says how anything is removed. */
  public boolean removes() {
    return !target.cleanUp().isEmpty();
  }

  private CreatedList list(List<Creation> made, IntFunction<RemovalTrial.Result> results) {
    return new CreatedList(
        run.word(),
        removes(),
        made.size(),
        IntStream.range(0, made.size())
            .mapToObj(i -> created(made.get(i), results.apply(i)))
            .toList());
  }

  private Created created(Creation creation, RemovalTrial.Result result) {
    return Created.of(target.name(), creation, recorder::text, result.fate(), result.why());
  }

  /**
   * Removes what was made, as far as it can; not if the run was cancelled, and no longer once it
   * is.
   *
   * @param suites that were run
   */
  public CreatedList run(
      List<ServiceSuite> suites, ProgressDisplay display, Cancellation cancellation)
      throws InterruptedException {
    List<Creation> made = log.creations();
    if (!removes() || made.isEmpty() || cancellation.why().isPresent()) {
      return soFar();
    }
    List<ServiceRemover> removers = suites.stream().map(this::remover).toList();
    try (Cancellation inTime = Cancellation.after(limit(made.size()), "removing took too long");
        ProgressDisplay.Steps progress = display.steps("cleaning up", made.size())) {
      cancellation.whenCancelled(() -> inTime.cancel(cancellation.why().orElseThrow()));
      inTime.whenCancelled(() -> removers.forEach(ServiceRemover::close));
      RemovalTrial trial = new RemovalTrial(log, removers, inTime);
      return list(made, trial.results(made, progress::step)::get);
    } finally {
      removers.forEach(ServiceRemover::close);
    }
  }

  private Duration limit(int made) {
    double seconds = made * (SECONDS_A_MESSAGE + 2 / target.limits().requestsPerSecond());
    return LEAST.plusMillis(Math.round(seconds * 1000));
  }

  private ServiceRemover remover(ServiceSuite suite) {
    return ServiceRemover.of(target, suite, clients);
  }
}
