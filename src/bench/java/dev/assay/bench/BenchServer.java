package dev.assay.bench;

import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.service.TestAccounts;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers as documented, each request after a delay that is known beforehand; keeps nothing. A
 * thread serves each connection, with nothing between it and the socket: it must add little.
 */
final class BenchServer implements AutoCloseable {

  private static final Pattern LENGTH = Pattern.compile("(?im)^content-length: *([0-9]+) *$");
  private static final Pattern JSON = Pattern.compile("(?im)^content-type: *application/json");
  private static final Pattern TEXT = Pattern.compile("\"message_body\":\"([^\"]*)\"");
  private static final String RECEIPT =
      "{\"message_id\":%s,\"message_body\":\"%s\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}";
  private static final String UPLOADED =
      "{\"message\":\"File uploaded\",\"file_url\":\"http://127.0.0.1/%s\"}";
  private static final String ANSWER =
      "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %s\r\n\r\n%s";
  private static final int BUFFER = 1 << 16;

  /** A parked thread may wake that late; the last of a delay is spent awake. */
  private static final long WAKING_NANOS = 1_000_000;

  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Set<Socket> connections = ConcurrentHashMap.newKeySet();
  private final AtomicLong numbers = new AtomicLong();
  private final ServerSocket socket;
  private final Delay delay;

  /** How long a request is worked on. */
  interface Delay {
    /** In nanoseconds, of the request of that number, from 0. */
    long nanos(long number);
  }

  private BenchServer(ServerSocket socket, Delay delay) {
    this.socket = socket;
    this.delay = delay;
  }

  static BenchServer answering(Delay delay) throws IOException {
    ServerSocket socket = new ServerSocket(0, 1_000, InetAddress.getLoopbackAddress());
    BenchServer server = new BenchServer(socket, delay);
    server.threads.execute(server::accept);
    return server;
  }

  Target target() {
    return EmbeddedTarget.at(
        URI.create("http://127.0.0.1:" + socket.getLocalPort()), TestAccounts.sample());
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.add(connection);
        threads.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      connection.setTcpNoDelay(true);
      InputStream in = new BufferedInputStream(connection.getInputStream(), BUFFER);
      for (String head = head(in); !head.isEmpty(); head = head(in)) {
        String text = text(in, head);
        long number = numbers.getAndIncrement();
        long end = System.nanoTime() + delay.nanos(number);
        byte[] answer = answer(head, number, text).getBytes(StandardCharsets.US_ASCII);
        waitUntil(end);
        connection.getOutputStream().write(answer);
      }
    } catch (IOException e) {
      // the client has gone
    } finally {
      connections.remove(connection);
    }
  }

  private static void waitUntil(long end) {
    for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
      if (left > WAKING_NANOS) {
        LockSupport.parkNanos(left - WAKING_NANOS);
      } else {
        Thread.onSpinWait();
      }
    }
  }

  /** A request's head, its lines ended by newlines; empty at the end of the connection. */
  private static String head(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    for (int each = in.read(); each >= 0; each = in.read()) {
      if (each == '\n' && head.length() > 0 && head.charAt(head.length() - 1) == '\n') {
        return head.toString();
      }
      if (each != '\r') {
        head.append((char) each);
      }
    }
    return "";
  }

  /** The message of a JSON body; a file is read and forgotten. */
  private static String text(InputStream in, String head) throws IOException {
    Matcher length = LENGTH.matcher(head);
    long size = length.find() ? Long.parseLong(length.group(1)) : 0;
    if (isFile(head)) {
      in.skipNBytes(size);
      return "";
    }
    Matcher text = TEXT.matcher(new String(in.readNBytes((int) size), StandardCharsets.US_ASCII));
    return text.find() ? text.group(1) : "";
  }

  private static boolean isFile(String head) {
    return !JSON.matcher(head).find();
  }

  private static String answer(String head, long number, String text) {
    String body = isFile(head) ? UPLOADED.formatted(number) : RECEIPT.formatted(number + 1, text);
    return ANSWER.formatted(body.length(), body);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    for (Socket connection : connections) {
      connection.close();
    }
    threads.shutdownNow();
  }
}
