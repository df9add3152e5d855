package dev.assay.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** A server on a plain socket: what it does with a connection is a script, right or wrong. */
public final class RawServer implements AutoCloseable {

  /** What happens on one connection, counted from 0. */
  @FunctionalInterface
  public interface Script {
    /** Reads and writes as it likes; the socket is closed afterwards. */
    void play(Connection connection, int number) throws IOException;
  }

  private final ServerSocket listener;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heads = new CopyOnWriteArrayList<>();

  private RawServer(ServerSocket listener) {
    this.listener = listener;
  }

  /** Starts one on a free port of the loopback interface. */
  public static RawServer start(Script script) throws IOException {
    RawServer server = new RawServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()));
    server.threads.execute(() -> server.accept(script));
    return server;
  }

  /** Its base URL. */
  public URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The heads of all requests so far, request line included. */
  public List<String> heads() {
    return heads;
  }

  private void accept(Script script) {
    for (int number = 0; !listener.isClosed(); number++) {
      try {
        Socket socket = listener.accept();
        int n = number;
        threads.execute(() -> serve(socket, script, n));
      } catch (IOException e) {
        return;
      }
    }
  }

  private void serve(Socket socket, Script script, int number) {
    try (socket) {
      script.play(new Connection(socket, heads), number);
    } catch (IOException e) {
      // the client went away, as clients do
    }
  }

  /** One connection. */
  public record Connection(Socket socket, List<String> heads) {

    /** Reads a request's head, to the empty line; null at the end of the stream. */
    public String readHead() throws IOException {
      InputStream in = socket.getInputStream();
      StringBuilder head = new StringBuilder();
      while (!head.toString().endsWith("\r\n\r\n")) {
        int next = in.read();
        if (next < 0) {
          return null;
        }
        head.append((char) next);
      }
      heads.add(head.toString());
      return head.toString();
    }

    /** Reads that many bytes of a body. */
    public byte[] read(int count) throws IOException {
      return socket.getInputStream().readNBytes(count);
    }

    /** Writes text as it is. */
    public void write(String text) throws IOException {
      OutputStream out = socket.getOutputStream();
      out.write(text.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }

    /** Writes a whole answer with a JSON body. */
    public void answer(int status, String json) throws IOException {
      byte[] body = json.getBytes(StandardCharsets.UTF_8);
      write(
          "HTTP/1.1 %d X\r\nContent-Type: application/json\r\nContent-Length: %d\r\n\r\n%s"
              .formatted(status, body.length, json));
    }

    /** Closes so that the other side sees a reset. */
    public void reset() throws IOException {
      socket.setSoLinger(true, 0);
      socket.close();
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
    threads.shutdownNow();
  }
}
