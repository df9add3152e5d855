package dev.assay.exchange;

import dev.assay.exchange.RawServer.Connection;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Hands bytes between a client and a service, in both directions at once. */
public final class TcpProxy implements AutoCloseable {

  private final URI service;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  /** Sees the bytes of one direction and may pass them on, change them or stop. */
  @FunctionalInterface
  public interface Pipe {
    /** Takes the next bytes. */
    void take(byte[] bytes) throws IOException;
  }

  /** One in front of that service. */
  public TcpProxy(URI service) {
    this.service = service;
  }

  /** A pipe to the client, given where it leads, and one to the service. */
  @FunctionalInterface
  public interface Plumbing {
    /** Lays it. */
    Pipe pipe(Pipe onwards);
  }

  /** Asks the service to close the connection after the first request. */
  public static Pipe once(Pipe onwards) {
    boolean[] begun = {false};
    return bytes -> {
      onwards.take(begun[0] ? bytes : closing(bytes));
      begun[0] = true;
    };
  }

  private static byte[] closing(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1)
        .replaceFirst("\r\n", "\r\nConnection: close\r\n")
        .getBytes(StandardCharsets.ISO_8859_1);
  }

  /** Connects until one side ends. */
  public void connect(Connection client, Plumbing up, Plumbing down) throws IOException {
    try (Socket socket = new Socket(service.getHost(), service.getPort())) {
      Pipe toService = up.pipe(bytes -> socket.getOutputStream().write(bytes));
      Pipe toClient = down.pipe(client::write);
      threads.execute(() -> pumpQuietly(client, socket, toService));
      pump(socket.getInputStream(), toClient);
    }
  }

  private static void pumpQuietly(Connection client, Socket service, Pipe to) {
    try {
      pump(client.socket().getInputStream(), to);
      service.shutdownOutput();
    } catch (IOException e) {
      closeQuietly(service);
    }
  }

  private static void closeQuietly(Socket socket) {
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed
    }
  }

  private static void pump(InputStream from, Pipe to) throws IOException {
    byte[] buffer = new byte[1 << 14];
    for (int count = from.read(buffer); count >= 0; count = from.read(buffer)) {
      to.take(Arrays.copyOf(buffer, count));
    }
  }

  @Override
  public void close() {
    threads.shutdownNow();
  }
}
