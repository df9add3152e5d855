package dev.assay.mock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What a mock serves at the moment; who asks before there is anything waits for it. */
final class Served {

  private final AtomicReference<CompletableFuture<Wiring>> current =
      new AtomicReference<>(new CompletableFuture<>());

  /** Whatever it served before is forgotten. */
  void set(Wiring wiring) {
    current.getAndSet(CompletableFuture.completedFuture(wiring)).complete(wiring);
  }

  Wiring get() {
    return current.get().join();
  }
}
