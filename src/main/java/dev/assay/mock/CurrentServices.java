package dev.assay.mock;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** What a mock serves at the moment; who asks before there is anything waits for it. */
final class CurrentServices {

  private final AtomicReference<CompletableFuture<MockServices>> current =
      new AtomicReference<>(new CompletableFuture<>());

  /** Whatever it served before is forgotten. */
  void set(MockServices services) {
    current.getAndSet(CompletableFuture.completedFuture(services)).complete(services);
  }

  MockServices get() {
    return current.get().join();
  }
}
