package dev.assay.bench;

import java.io.EOFException;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;

/**
 * An open workload by nothing but sockets, and no record but each latency: the least that any
 * client on this machine sees of a {@link BenchServer}. The thread that waits for a request's time
 * sends it and reads the answer, with no handover to another.
 *
 * @param rate requests per second
 * @param warmUp how many are not judged, first
 * @param judged how many are
 * @param senders how many threads, more than there are ever requests without an answer
 */
record BareLoad(double rate, long warmUp, long judged, int senders) {

  private static final byte[] REQUEST =
      "POST / HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Type: application/json\r\nContent-Length: 23\r\n\r\n{\"message_body\":\"bare\"}"
          .getBytes(StandardCharsets.US_ASCII);
  private static final int BUFFER = 4_096;
  private static final long LEAD_NANOS = TimeUnit.SECONDS.toNanos(1);

  /**
   * Sends all, each at its time.
   *
   * @return the latencies of those judged, from their planned starts, ms, sorted
   */
  List<Double> millis(URI url) throws IOException, InterruptedException {
    AtomicLong next = new AtomicLong();
    long begin = System.nanoTime() + LEAD_NANOS;
    Callable<List<Double>> sender = () -> send(url, begin, next);
    ExecutorService threads = Executors.newFixedThreadPool(senders);
    try {
      List<Double> all = new ArrayList<>();
      for (Future<List<Double>> each : threads.invokeAll(Collections.nCopies(senders, sender))) {
        all.addAll(each.get());
      }
      Collections.sort(all);
      return all;
    } catch (ExecutionException e) {
      throw new IOException("the bare client failed: " + e.getCause().getMessage(), e);
    } finally {
      threads.shutdownNow();
    }
  }

  private List<Double> send(URI url, long begin, AtomicLong next) throws IOException {
    List<Double> latencies = new ArrayList<>();
    byte[] buffer = new byte[BUFFER];
    try (Socket socket = new Socket(url.getHost(), url.getPort())) {
      socket.setTcpNoDelay(true);
      long number = next.getAndIncrement();
      while (number < warmUp + judged) {
        long planned = begin + Math.round(number * TimeUnit.SECONDS.toNanos(1) / rate);
        awaitNanos(planned);
        socket.getOutputStream().write(REQUEST);
        readAnswer(socket, buffer);
        if (number >= warmUp) {
          latencies.add((System.nanoTime() - planned) / 1e6);
        }
        number = next.getAndIncrement();
      }
    }
    return latencies;
  }

  /** The server's answers end with the only closing brace in them. */
  private static void readAnswer(Socket socket, byte[] buffer) throws IOException {
    int length;
    do {
      length = socket.getInputStream().read(buffer);
      if (length < 0) {
        throw new EOFException("the server closed the connection");
      }
    } while (buffer[length - 1] != '}');
  }

  private static void awaitNanos(long due) {
    for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
      LockSupport.parkNanos(left);
    }
  }
}
