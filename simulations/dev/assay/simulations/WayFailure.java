package dev.assay.simulations;

import java.io.IOException;

/** A connection did not get as far as the service. Its message is for people. */
final class WayFailure extends IOException {

  private static final long serialVersionUID = 1;

  WayFailure(String message) {
    super(message);
  }
}
