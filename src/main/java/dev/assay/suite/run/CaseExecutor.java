package dev.assay.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The threads that run cases: many for light ones, few for those that move megabytes, so that a
 * run's memory stays small.
 */
final class CaseExecutor implements AutoCloseable {

  private static final int LIGHT_THREADS = 8;
  private static final int HEAVY_THREADS = 2;

  private final ExecutorService light = Executors.newFixedThreadPool(LIGHT_THREADS);
  private final ExecutorService heavy = Executors.newFixedThreadPool(HEAVY_THREADS);

  /**
   * A piece of work.
   *
   * @param isHeavy whether it moves megabytes
   */
  record Task(boolean isHeavy, Runnable work) {}

  /** Does all of it side by side and returns when it is done; begins nothing when interrupted. */
  void doAll(List<Task> tasks) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    List<Future<?>> futures = new ArrayList<>();
    for (Task task : tasks) {
      futures.add((task.isHeavy() ? heavy : light).submit(task.work()));
    }
    for (Future<?> future : futures) {
      try {
        future.get();
      } catch (ExecutionException e) {
        throw new IllegalStateException("a case could not be played", e.getCause());
      }
    }
  }

  @Override
  public void close() {
    light.shutdownNow();
    heavy.shutdownNow();
  }
}
