package dev.assay.suite;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** Answers 204 to everything, on a connection each, and tells what came. */
final class RecordingServer implements AutoCloseable {

  private final ServerSocket listener = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();

  RecordingServer() throws IOException {
    Thread thread = new Thread(this::serve, "recording server");
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * A request.
   *
   * @param line its first line
   * @param headers in alphabetical order: of those with different names no order means anything
   * @param body its length and hash, without chunks
   */
  record Received(String line, List<String> headers, String body) {}

  URI uri() {
    return URI.create("http://127.0.0.1:" + listener.getLocalPort());
  }

  /** The next request that comes. */
  Received next() throws InterruptedException {
    Received next = received.poll(60, TimeUnit.SECONDS);
    return next == null ? new Received("nothing came", List.of(), "") : next;
  }

  private void serve() {
    while (!listener.isClosed()) {
      try (Socket socket = listener.accept()) {
        received.add(read(socket));
        socket
            .getOutputStream()
            .write(
                "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n"
                    .getBytes(StandardCharsets.UTF_8));
        socket.shutdownOutput();
        socket.getInputStream().transferTo(OutputStream.nullOutputStream());
      } catch (SocketException e) {
        // closed, by this or the other side
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private static Received read(Socket socket) throws IOException {
    InputStream in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
    List<String> head = head(in).lines().toList();
    List<String> headers =
        head.stream()
            .skip(1)
            .map(line -> line.replaceFirst(":\\s*", ": ").strip())
            .sorted()
            .toList();
    if (headers.stream().anyMatch(h -> h.equalsIgnoreCase("Expect: 100-continue"))) {
      socket
          .getOutputStream()
          .write("HTTP/1.1 100 Continue\r\n\r\n".getBytes(StandardCharsets.UTF_8));
    }
    return new Received(head.get(0), headers, body(in, headers));
  }

  private static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    String text = "";
    while (!text.endsWith("\r\n\r\n")) {
      int b = in.read();
      if (b < 0) {
        throw new SocketException("it ended in the head: " + text);
      }
      head.write(b);
      text = b == '\n' ? head.toString(StandardCharsets.ISO_8859_1) : "";
    }
    return text;
  }

  private static String body(InputStream in, List<String> headers) throws IOException {
    MessageDigest hash = sha256();
    long length = 0;
    boolean chunked = headers.contains("Transfer-Encoding: chunked");
    long left = chunked ? chunk(in) : length(headers);
    while (left > 0) {
      byte[] bytes = in.readNBytes(Math.toIntExact(left));
      hash.update(bytes);
      length += bytes.length;
      left = 0;
      if (chunked) {
        line(in);
        left = chunk(in);
      }
    }
    return length + " bytes, " + HexFormat.of().formatHex(hash.digest());
  }

  private static long chunk(InputStream in) throws IOException {
    return Long.parseLong(line(in), 16);
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int b = in.read(); b != '\n' && b >= 0; b = in.read()) {
      line.append((char) b);
    }
    return line.toString().strip();
  }

  private static long length(List<String> headers) {
    return headers.stream()
        .filter(header -> header.startsWith("Content-Length: "))
        .mapToLong(header -> Long.parseLong(header.substring(16)))
        .findFirst()
        .orElse(0);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() throws IOException {
    listener.close();
  }
}
