package dev.assay.simulations;

import dev.assay.exchange.Failure;
import java.io.IOException;

/** A connection did not get as far as the service. Its message is for people. */
final class WayFailure extends IOException {

  private static final long serialVersionUID = 1;

  private final boolean ofProxy;

  WayFailure(Failure failure) {
    super(failure.detail());
    ofProxy = failure.kind() == Failure.Kind.PROXY;
  }

  /** Whether a proxy is to blame, and not the address of the service. */
  boolean isOfProxy() {
    return ofProxy;
  }
}
