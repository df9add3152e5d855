package dev.assay.exchange.client;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.transport.Way;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * Goes the way to a service step by step, and says where it ends.
 *
 * @param connection the way
 * @param timeout how long each step may take
 */
public record WayCheck(Connection connection, Duration timeout) {

  /**
   * What came of a step.
   *
   * @param name what it is about
   * @param good whether it leads further
   * @param detail one sentence for people; what to do, where it does not
   */
  public record Step(String name, boolean good, String detail) {}

  /**
   * Goes as far as it can.
   *
   * @param listener is given each step
   * @return whether it led to the service
   */
  public boolean to(URI uri, Consumer<Step> listener) {
    try (Way way = new Way(uri, connection, timeout)) {
      for (Way.Step step : way.steps()) {
        Step taken = taken(step, uri);
        listener.accept(taken);
        if (!taken.good()) {
          return false;
        }
      }
      return true;
    }
  }

  private Step taken(Way.Step step, URI uri) {
    try {
      return new Step(step.name(), true, step.action().take());
    } catch (IOException | RuntimeException e) {
      String why =
          connection
              .to(uri)
              .flatMap(route -> new WayFailures(route).of(e))
              .orElseGet(() -> Failures.of(uri, e))
              .detail();
      return new Step(step.name(), false, why);
    }
  }
}
