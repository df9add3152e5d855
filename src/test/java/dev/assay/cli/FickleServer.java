package dev.assay.cli;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers the first request of each connection, keeps it, and closes it on the second unanswered.
 */
final class FickleServer implements AutoCloseable {

  private static final Pattern LENGTH =
      Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);
  private static final Pattern TEXT = Pattern.compile("\"message_body\":\"([^\"]*)\"");

  private final ServerSocket socket;
  private final ExecutorService workers = Executors.newCachedThreadPool();
  private final AtomicLong received = new AtomicLong();

  private FickleServer(ServerSocket socket) {
    this.socket = socket;
  }

  static FickleServer start() throws IOException {
    FickleServer server =
        new FickleServer(new ServerSocket(0, 100, InetAddress.getLoopbackAddress()));
    server.workers.execute(server::accept);
    return server;
  }

  int port() {
    return socket.getLocalPort();
  }

  /** Requests that came whole. */
  long received() {
    return received.get();
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        workers.execute(() -> serve(connection));
      }
    } catch (IOException e) {
      // closed
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = new BufferedInputStream(connection.getInputStream());
      String body = request(in);
      Matcher text = TEXT.matcher(body);
      String answer =
          "{\"message_id\":%d,\"message_body\":\"%s\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}"
              .formatted(received.get(), text.find() ? text.group(1) : "");
      connection
          .getOutputStream()
          .write(
              "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
                  .formatted(answer.length(), answer)
                  .getBytes(StandardCharsets.US_ASCII));
      request(in);
    } catch (IOException e) {
      // the client has gone
    }
  }

  private String request(InputStream in) throws IOException {
    StringBuilder head = new StringBuilder();
    while (head.indexOf("\r\n\r\n") < 0) {
      int next = in.read();
      if (next < 0) {
        throw new IOException("end of connection");
      }
      head.append((char) next);
    }
    Matcher length = LENGTH.matcher(head);
    byte[] body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
    received.incrementAndGet();
    return new String(body, StandardCharsets.US_ASCII);
  }

  @Override
  public void close() throws IOException {
    socket.close();
    workers.shutdownNow();
  }
}
