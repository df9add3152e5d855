package dev.assay.mock;

import dev.assay.mock.StandIn.Serving;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What a mock serves at the moment; who asks before there is anything waits for it. */
final class CurrentServing {

  private final AtomicReference<CompletableFuture<Serving>> current =
      new AtomicReference<>(new CompletableFuture<>());

  /** Whatever it served before is forgotten. */
  void set(Serving serving) {
    current.getAndSet(CompletableFuture.completedFuture(serving)).complete(serving);
  }

  Serving get() {
    return current.get().join();
  }
}
