package dev.assay.mock.http;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** How a stand-in lets time pass. */
public interface Timing {

  /** It does, and whoever asks waits for it. */
  Timing REAL =
      new Timing() {
        @Override
        public void pause(Duration time) {
          long until = System.nanoTime() + time.toNanos();
          for (long left = time.toNanos(); left > 0; left = until - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
        }

        @Override
        public void later(Duration time, Runnable task) {
          CompletableFuture.delayedExecutor(time.toMillis(), TimeUnit.MILLISECONDS).execute(task);
        }
      };

  /** Takes that long. */
  void pause(Duration time);

  /** Does something that long after the answer. */
  void later(Duration time, Runnable task);
}
