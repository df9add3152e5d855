package dev.assay.load.run;

import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TokenWatch;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.record.Snapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;

/** One plan, sent by one or several load generators of this machine, which begin together. */
public final class InjectorRuns {

  /** Why runs end that somebody stops. */
  public static final String INTERRUPTED = "the run was interrupted";

  private final Target target;
  private final List<LoadRun> runs = new ArrayList<>();
  private final List<Snapshot> latest;
  private final Consumer<Snapshot> live;

  /**
   * Runs of those plans.
   *
   * @param parts one for each injector
   * @param target as the plans were made for, with the credentials
   * @param folders where histogram logs and the generators' own reports go, in the same order
   * @param live is given how far all of them are together, every second
   */
  public InjectorRuns(
      List<LoadPlan> parts, Target target, List<Path> folders, Consumer<Snapshot> live) {
    this.target = target;
    this.live = live;
    this.latest = new ArrayList<>(Collections.nCopies(parts.size(), Snapshot.none()));
    StartBarrier barrier = new StartBarrier(parts.size());
    for (int i = 0; i < parts.size(); i++) {
      int number = i;
      runs.add(
          new LoadRun(parts.get(i), target, folders.get(i), now -> progress(number, now), barrier));
    }
  }

  private synchronized void progress(int number, Snapshot now) {
    latest.set(number, now);
    live.accept(Snapshots.together(latest));
  }

  /**
   * Runs them to their end. When one cannot be run, the others are stopped. Tokens that expire
   * meanwhile are renewed; if one cannot be, all are stopped.
   *
   * @throws IOException if a process cannot be started or its files cannot be written
   * @throws dev.assay.UserException if a token cannot be had from the first
   */
  public List<LoadRun.End> run() throws IOException, InterruptedException {
    TokenWatch watch = new TokenWatch(target, this::renewed, this::cancel);
    ExecutorService threads = Executors.newFixedThreadPool(runs.size());
    try {
      List<Future<LoadRun.End>> ends = runs.stream().map(run -> threads.submit(run::run)).toList();
      List<LoadRun.End> done = new ArrayList<>();
      for (Future<LoadRun.End> end : ends) {
        done.add(end.get());
      }
      return List.copyOf(done);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof IOException cause) {
        throw cause;
      }
      throw new CompletionException(e.getCause());
    } finally {
      watch.close();
      cancel();
      threads.shutdown();
    }
  }

  private void renewed() {
    runs.forEach(LoadRun::renewed);
  }

  /** Stops them; {@link #run} then returns what was measured. */
  public void cancel() {
    cancel(INTERRUPTED);
  }

  private void cancel(String why) {
    runs.forEach(run -> run.cancel(why));
  }
}
