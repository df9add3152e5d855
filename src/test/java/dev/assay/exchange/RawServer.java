package dev.assay.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLServerSocket;

/** A server on a plain socket: what it does with a connection is a script, right or wrong. */
public final class RawServer implements AutoCloseable {

  /** What happens on one connection, counted from 0. */
  @FunctionalInterface
  public interface Script {
    /** Reads and writes as it likes; the socket is closed afterwards. */
    void run(Connection connection, int number) throws IOException;
  }

  /** What is cheap without the processor's instructions for AES, which only C2 uses. */
  private static final String[] CIPHERS = {
    "TLS_CHACHA20_POLY1305_SHA256", "TLS_ECDHE_ECDSA_WITH_CHACHA20_POLY1305_SHA256"
  };

  private final ServerSocket listener;
  private final String scheme;
  private final Set<Socket> open = ConcurrentHashMap.newKeySet();
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final List<String> heads = new CopyOnWriteArrayList<>();
  private final CountDownLatch accepting = new CountDownLatch(1);

  private RawServer(ServerSocket listener, String scheme) {
    this.listener = listener;
    this.scheme = scheme;
  }

  /** Starts one on a free port of the loopback interface. */
  public static RawServer start(Script script) throws IOException {
    return startAt(0, script);
  }

  /** Starts one on that port. */
  public static RawServer startAt(int port, Script script) throws IOException {
    InetAddress loopback = InetAddress.getLoopbackAddress();
    return new RawServer(new ServerSocket(port, 50, loopback), "http").serving(script);
  }

  /** Starts one on a free port of that address. */
  public static RawServer startOn(InetAddress address, Script script) throws IOException {
    return new RawServer(new ServerSocket(0, 50, address), "http").serving(script);
  }

  /** Starts one that speaks TLS with that certificate. */
  public static RawServer startTls(SSLContext tls, Script script) throws IOException {
    return startTlsOn(InetAddress.getLoopbackAddress(), tls, script);
  }

  /** The same on that address. */
  public static RawServer startTlsOn(InetAddress address, SSLContext tls, Script script)
      throws IOException {
    return new RawServer(tls.getServerSocketFactory().createServerSocket(0, 50, address), "https")
        .serving(script);
  }

  /** The same, for clients that show a certificate which its authority has signed. */
  public static RawServer startMutualTls(SSLContext tls, Script script) throws IOException {
    SSLServerSocket listener =
        (SSLServerSocket)
            tls.getServerSocketFactory()
                .createServerSocket(0, 50, InetAddress.getLoopbackAddress());
    listener.setNeedClientAuth(true);
    listener.setEnabledCipherSuites(CIPHERS);
    return new RawServer(listener, "https").serving(script);
  }

  private RawServer serving(Script script) {
    threads.execute(() -> accept(script));
    return this;
  }

  /** Its base URL. */
  public URI uri() {
    return URI.create(scheme + "://127.0.0.1:" + listener.getLocalPort());
  }

  /** Returns as soon as no connection is open any more. */
  public void awaitAllClosed() {
    while (!open.isEmpty()) {
      LockSupport.parkNanos(1_000_000);
    }
  }

  /** The heads of all requests so far, request line included. */
  public List<String> heads() {
    return heads;
  }

  private void accept(Script script) {
    try {
      for (int number = 0; !listener.isClosed(); number++) {
        Socket socket = listener.accept();
        int n = number;
        open.add(socket);
        threads.execute(() -> serve(socket, script, n));
      }
    } catch (IOException e) {
      // the server is closed
    } finally {
      accepting.countDown();
    }
  }

  private void serve(Socket socket, Script script, int number) {
    try (socket) {
      script.run(new Connection(socket, heads), number);
    } catch (IOException e) {
      // the client went away, as clients do
    } finally {
      open.remove(socket);
    }
  }

  /** One connection. */
  public record Connection(Socket socket, List<String> heads) {

    private static final Pattern LENGTH =
        Pattern.compile("content-length: *(\\d+)", Pattern.CASE_INSENSITIVE);

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

    /** Reads a request's head and as much body as it tells of. */
    public byte[] readRequest() throws IOException {
      String head = readHead();
      Matcher length = LENGTH.matcher(head == null ? "" : head);
      return length.find() ? read(Integer.parseInt(length.group(1))) : new byte[0];
    }

    /** Writes bytes as they are. */
    public void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
    }

    /** Writes one byte after the other, with a pause before each. */
    public void drip(String text, Duration pause) throws IOException {
      for (byte each : text.getBytes(StandardCharsets.UTF_8)) {
        LockSupport.parkNanos(pause.toNanos());
        socket.getOutputStream().write(each);
      }
    }

    /** Writes the same again and again, until the client has had enough. */
    public void flood(byte[] bytes) throws IOException {
      while (true) {
        socket.getOutputStream().write(bytes);
      }
    }

    /** Says nothing more, until the client goes away or the server is closed. */
    public void hang() throws IOException {
      while (socket.getInputStream().read() >= 0) {
        // whatever comes is of no interest
      }
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

  /**
   * Returns when nothing listens any more: until the thread that waits for connections has noticed,
   * the operating system takes them.
   */
  @Override
  public void close() throws IOException {
    listener.close();
    try {
      accepting.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    for (Socket socket : open) {
      socket.close();
    }
    threads.shutdownNow();
  }
}
