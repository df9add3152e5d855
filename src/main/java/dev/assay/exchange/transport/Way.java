package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.HostName;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.apache.http.conn.ConnectTimeoutException;
import org.apache.http.params.BasicHttpParams;

/** The way to a service, gone step by step: as far as TLS, without a request to the service. */
@SuppressWarnings("deprecation")
public final class Way implements AutoCloseable {

  private final Connection connection;
  private final int millis;
  private final FirstHop hop;
  private InetAddress[] addresses = {};
  private Socket socket = new Socket();

  /**
   * A step on the way.
   *
   * @param name what it is about
   * @param action takes it, and says in a sentence what came of it
   */
  public record Step(String name, Action action) {}

  /** Takes a step. */
  @FunctionalInterface
  public interface Action {
    /**
     * Says in a sentence what came of it.
     *
     * @throws IOException if it leads no further
     */
    String take() throws IOException;
  }

  /** The way to that URL; each step may take so long. */
  public Way(URI uri, Connection connection, Duration timeout) {
    this.connection = connection;
    this.millis = Math.toIntExact(timeout.toMillis());
    this.hop = connection.to(uri).orElseThrow();
  }

  /** Its steps, each of which needs those before it. */
  public List<Step> steps() {
    List<Step> steps = new ArrayList<>();
    steps.add(new Step("name", this::resolve));
    steps.add(new Step(hop.proxy().isPresent() ? "proxy" : "connection", this::connect));
    if (hop.tunnelled().isPresent()) {
      steps.add(new Step("tunnel", this::open));
    }
    if (hop.secured()) {
      steps.add(new Step("TLS", this::shakeHands));
    }
    return steps;
  }

  private String resolve() throws IOException {
    String name = hop.address().getHostString();
    addresses = HostName.addresses(name);
    String all =
        Arrays.stream(addresses)
            .map(InetAddress::getHostAddress)
            .distinct()
            .collect(Collectors.joining(", "));
    return name + (name.equals(all) ? "" : " is " + all);
  }

  private String connect() throws IOException {
    IOException last = new IOException("no address");
    int port = hop.address().getPort();
    for (InetAddress address : addresses) {
      try {
        socket = new Socket();
        socket.connect(new InetSocketAddress(address, port), millis);
        socket.setSoTimeout(millis);
        return address.getHostAddress() + ":" + port + " accepts connections";
      } catch (SocketTimeoutException e) {
        last = new ConnectTimeoutException(e.getMessage());
      } catch (IOException e) {
        last = e;
      }
    }
    throw last;
  }

  private String open() throws IOException {
    new Tunnel(hop).open(socket, new BasicHttpParams());
    return "the proxy lets through to " + hop.end();
  }

  private String shakeHands() throws IOException {
    SSLSocket tls =
        (SSLSocket)
            connection
                .tls()
                .context()
                .getSocketFactory()
                .createSocket(socket, hop.serverName(), hop.host().port(), true);
    SSLParameters checks = tls.getSSLParameters();
    checks.setEndpointIdentificationAlgorithm("HTTPS");
    tls.setSSLParameters(checks);
    tls.startHandshake();
    return tls.getSession().getProtocol()
        + ", "
        + shown((X509Certificate) tls.getSession().getPeerCertificates()[0]);
  }

  private static String shown(X509Certificate own) {
    return "%s, issued by %s, valid until %s"
        .formatted(
            own.getSubjectX500Principal(),
            own.getIssuerX500Principal(),
            own.getNotAfter().toInstant().atZone(ZoneOffset.UTC).toLocalDate());
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // it has ended, which is what was wanted
    }
  }
}
