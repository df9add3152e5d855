package dev.assay.cli;

import dev.assay.suite.Cancellation;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/**
 * An open workload by nothing but the JDK's HTTP client, and no record but each latency: what any
 * client on this machine sees of a service.
 *
 * @param rate requests per second
 * @param warmUp how many are not judged, first
 * @param judged how many are
 */
record BareLoad(double rate, long warmUp, long judged) {

  private static final String MESSAGE = "{\"message_body\":\"bare\"}";

  /**
   * Sends all, each at its time, unless it is cancelled.
   *
   * @return the latencies of those judged, from their planned starts, ms, sorted
   */
  List<Double> millis(URI url, Cancellation cancellation) {
    HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    HttpRequest message =
        HttpRequest.newBuilder(url)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(MESSAGE))
            .build();
    List<CompletableFuture<Double>> judgedOnes = new ArrayList<>();
    long begin = System.nanoTime();
    for (long number = 0; number < warmUp + judged && cancellation.why().isEmpty(); number++) {
      long planned = begin + Math.round(number * TimeUnit.SECONDS.toNanos(1) / rate);
      awaitNanos(planned);
      CompletableFuture<Double> latency =
          client
              .sendAsync(message, BodyHandlers.discarding())
              .thenApply(answer -> (System.nanoTime() - planned) / 1e6);
      if (number >= warmUp) {
        judgedOnes.add(latency);
      }
    }
    return judgedOnes.stream().map(CompletableFuture::join).sorted().toList();
  }

  private static void awaitNanos(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
