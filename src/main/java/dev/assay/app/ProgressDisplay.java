package dev.assay.app;

import dev.assay.load.plan.Profile;
import dev.assay.load.record.Snapshot;
import dev.assay.suite.run.Progress;
import dev.assay.verdict.CaseResult;
import java.util.function.Consumer;

/** Shows whoever waits how far a check has come. */
public interface ProgressDisplay {

  /** Shows nothing. */
  ProgressDisplay NONE =
      new ProgressDisplay() {
        @Override
        public Steps steps(String task, int count) {
          return () -> {};
        }

        @Override
        public LiveLoad load(Profile profile) {
          return now -> {};
        }
      };

  /**
   * A task begins; it is over when what is returned is closed.
   *
   * @param task what is going on, in a word
   * @param count how many steps it has
   */
  Steps steps(String task, int count);

  /** A load of that profile begins; it is over when what is returned is closed. */
  LiveLoad load(Profile profile);

  /** Counts the steps of a task; several threads take them. */
  interface Steps extends Progress, AutoCloseable {
    /** One more is done. */
    void step();

    @Override
    default void finished(CaseResult result) {
      step();
    }

    @Override
    default void close() {}
  }

  /** Follows a load, second by second. */
  interface LiveLoad extends Consumer<Snapshot>, AutoCloseable {
    @Override
    default void close() {}
  }
}
