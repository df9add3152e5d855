package dev.assay.suite;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.IntFunction;

/**
 * What a case sends.
 *
 * @param planned the requests known beforehand
 * @param sender how they are sent
 * @param waits whether it pauses in between
 * @param bytes how many the bodies of the planned requests have; counted once, for it takes long
 * @param another requests like the first, each another one, by number
 */
public record Interaction(
    List<Request> planned, Sender sender, boolean waits, long bytes, IntFunction<Request> another) {

  private static final long HEAVY_BYTES = 4L << 20;

  /** Sends requests and returns what came of them, in order. */
  @FunctionalInterface
  public interface Sender {
    /** Plays the requests over the client. */
    List<Exchange> send(List<Request> requests, Client client) throws InterruptedException;
  }

  public Interaction {
    planned = List.copyOf(planned);
  }

  /** A script that does not pause. */
  public Interaction(List<Request> planned, Sender sender) {
    this(planned, sender, false);
  }

  private Interaction(List<Request> planned, Sender sender, boolean waits) {
    this(planned, sender, waits, n -> planned.get(0));
  }

  private Interaction(
      List<Request> planned, Sender sender, boolean waits, IntFunction<Request> another) {
    this(planned, sender, waits, planned.stream().mapToLong(r -> r.body().size()).sum(), another);
  }

  /** Whether it moves so many megabytes that only few of its kind may run at once. */
  public boolean isHeavy() {
    return bytes() > HEAVY_BYTES;
  }

  /** A single request. */
  public static Interaction once(Request request) {
    return oneByOne(List.of(request));
  }

  /** A single request, of which others can be made: a service need not take the same one again. */
  public static Interaction once(String purpose, Function<String, Request> request) {
    return new Interaction(
        List.of(request.apply(purpose)),
        (all, client) -> all.stream().map(client::send).toList(),
        false,
        n -> request.apply(purpose + "-" + n));
  }

  /** One request after the other. */
  public static Interaction oneByOne(List<Request> requests) {
    return new Interaction(requests, (all, client) -> all.stream().map(client::send).toList());
  }

  /**
   * One request after the other on the same connection: the last must get the same answer as on one
   * of its own.
   */
  public static Interaction onOneConnection(Request... requests) {
    return new Interaction(List.of(requests), (all, client) -> client.sendOnOneConnection(all));
  }

  /**
   * One request after the other, with a pause before each but the first.
   *
   * @param pause how long, given the exchange before
   */
  public static Interaction spaced(List<Request> requests, Function<Exchange, Duration> pause) {
    return new Interaction(
        requests,
        (all, client) -> {
          List<Exchange> exchanges = new ArrayList<>();
          for (Request request : all) {
            if (!exchanges.isEmpty()) {
              Thread.sleep(pause.apply(exchanges.get(exchanges.size() - 1)).toMillis());
            }
            exchanges.add(client.send(request));
          }
          return exchanges;
        },
        true);
  }

  /** All requests at the same moment, as far as this machine can. */
  public static Interaction atOnce(List<Request> requests) {
    return new Interaction(requests, Interaction::sendAtOnce);
  }

  /** One request, that many times at the same moment. */
  public static Interaction atOnce(Request request, int times) {
    return atOnce(Collections.nCopies(times, request));
  }

  private static List<Exchange> sendAtOnce(List<Request> requests, Client client)
      throws InterruptedException {
    CountDownLatch start = new CountDownLatch(requests.size());
    ExecutorService threads = Executors.newFixedThreadPool(requests.size());
    try {
      List<Future<Exchange>> futures = new ArrayList<>();
      for (Request request : requests) {
        futures.add(
            threads.submit(
                () -> {
                  start.countDown();
                  start.await();
                  return client.send(request);
                }));
      }
      List<Exchange> exchanges = new ArrayList<>();
      for (Future<Exchange> future : futures) {
        exchanges.add(future.get());
      }
      return exchanges;
    } catch (ExecutionException e) {
      throw new IllegalStateException("a client must not throw", e);
    } finally {
      threads.shutdownNow();
    }
  }
}
