package dev.assay.exchange;

import dev.assay.exchange.RawServer.Connection;
import dev.assay.exchange.TcpProxy.Pipe;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;

/** A line to a service on which connections break in every way, at random but by a seed. */
public final class Chaos implements AutoCloseable {

  private enum Fault {
    RESET_AT_ONCE,
    CLOSE_AT_ONCE,
    RESET_LATER,
    CLOSE_LATER,
    DELAY,
    DRIP,
    HANG,
    BAD_GATEWAY,
    GATEWAY_TIMEOUT,
    TOO_MANY_REQUESTS,
    NOT_NOW,
    GARBAGE,
    ENDLESS_HEAD,
    EARLY_HINTS
  }

  private final TcpProxy proxy;
  private final RawServer server;

  private Chaos(TcpProxy proxy, long seed, double share) throws IOException {
    this.proxy = proxy;
    this.server =
        RawServer.start(
            (connection, n) -> {
              Random random = new Random(seed + n);
              random.nextInt();
              if (random.nextDouble() < share) {
                Fault[] faults = Fault.values();
                disturb(connection, faults[random.nextInt(faults.length)], random);
              } else {
                proxy.connect(connection, onwards -> onwards, onwards -> onwards);
              }
            });
  }

  /**
   * A line to that service.
   *
   * @param share of the connections that break
   */
  public static Chaos before(URI service, long seed, double share) throws IOException {
    return new Chaos(new TcpProxy(service), seed, share);
  }

  /** How many kinds of faults there are. */
  public static int kinds() {
    return Fault.values().length;
  }

  /** Where it begins. */
  public URI uri() {
    return server.uri();
  }

  private void disturb(Connection client, Fault fault, Random random) throws IOException {
    switch (fault) {
      case RESET_AT_ONCE -> client.reset();
      case CLOSE_AT_ONCE -> client.socket().close();
      case RESET_LATER -> proxy.connect(client, up -> up, down -> cut(client, down, random, true));
      case CLOSE_LATER -> proxy.connect(client, up -> up, down -> cut(client, down, random, false));
      case DELAY -> proxy.connect(client, up -> up, down -> delayed(down, random.nextInt(600)));
      case DRIP -> proxy.connect(client, up -> up, Chaos::dripping);
      case HANG -> client.hang();
      case BAD_GATEWAY -> Hostility.A_PROXY_WITHOUT_ITS_SERVICE.script().run(client, 0);
      case GATEWAY_TIMEOUT -> Hostility.A_PROXY_THAT_GAVE_UP.script().run(client, 0);
      case TOO_MANY_REQUESTS -> answered(client, "429 X\r\nRetry-After: 0");
      case NOT_NOW -> answered(client, "503 X\r\nRetry-After: 0");
      case GARBAGE -> answered(client, "two hundred");
      case ENDLESS_HEAD -> Hostility.HEADERS_WITHOUT_END.script().run(client, 0);
      case EARLY_HINTS -> {
        client.write("HTTP/1.1 103 Early Hints\r\nLink: </a>\r\n\r\n");
        proxy.connect(client, up -> up, down -> down);
      }
    }
  }

  private static void answered(Connection client, String status) throws IOException {
    client.readRequest();
    client.write("HTTP/1.1 " + status + "\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
  }

  private static Pipe cut(Connection client, Pipe onwards, Random random, boolean reset) {
    int[] left = {random.nextInt(600)};
    return bytes -> {
      int count = Math.min(left[0], bytes.length);
      left[0] -= count;
      onwards.take(Arrays.copyOf(bytes, count));
      if (count < bytes.length) {
        if (reset) {
          client.reset();
        }
        throw new IOException("cut");
      }
    };
  }

  private static Pipe delayed(Pipe onwards, int millis) {
    return bytes -> {
      LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
      onwards.take(bytes);
    };
  }

  private static Pipe dripping(Pipe onwards) {
    return bytes -> {
      int step = Math.max(1, bytes.length / 50);
      for (int i = 0; i < bytes.length; i += step) {
        LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        onwards.take(Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + step)));
      }
    };
  }

  @Override
  public void close() throws IOException {
    server.close();
    proxy.close();
  }
}
