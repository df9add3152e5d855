package dev.assay.exchange.transport;

import dev.assay.exchange.Request;
import dev.assay.exchange.connection.Connection;
import java.time.Duration;
import java.util.function.Consumer;
import org.apache.http.client.params.ClientPNames;
import org.apache.http.client.params.CookiePolicy;
import org.apache.http.conn.ClientConnectionOperator;
import org.apache.http.conn.scheme.Scheme;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.PoolingClientConnectionManager;
import org.apache.http.params.BasicHttpParams;
import org.apache.http.params.CoreConnectionPNames;
import org.apache.http.params.CoreProtocolPNames;
import org.apache.http.params.HttpParams;

/**
 * The connections that all exchanges of one client share. REST Assured 6 still speaks to the 4.2
 * interfaces of Apache HttpClient, which are deprecated and have no successor there.
 */
@SuppressWarnings("deprecation")
public final class PooledConnections implements AutoCloseable {

  private static final int MOST = 64;
  private static final int BUFFER = 1 << 16;
  private static final int MOST_HEADERS = 200;
  private static final int LONGEST_HEADER = 1 << 16;

  /** What a connection to a host that only keeps files may take: two lost packets. */
  private static final int LONGEST_CONNECT_ELSEWHERE = 5_000;

  private final SchemeRegistry schemes;
  private final PoolingClientConnectionManager manager;
  private final Connection connection;
  private final Duration timeout;

  /** Connections that are opened in that way. */
  public PooledConnections(Connection connection, Duration timeout) {
    this(connection, timeout, new SchemeRegistry(), MOST);
    schemes.register(new Scheme("http", 80, new PlainSockets(connection)));
  }

  private PooledConnections(
      Connection connection, Duration timeout, SchemeRegistry schemes, int most) {
    this.connection = connection;
    this.timeout = timeout;
    this.schemes = schemes;
    manager =
        new PoolingClientConnectionManager(schemes) {
          @Override
          protected ClientConnectionOperator createConnectionOperator(SchemeRegistry registry) {
            return new StrictConnections(registry, new PlainSockets(connection));
          }
        };
    manager.setMaxTotal(most);
    manager.setDefaultMaxPerRoute(most);
  }

  /** One connection, to be opened by the first exchange on it and shared with no others. */
  public PooledConnections single() {
    return new PooledConnections(connection, timeout, schemes, 1);
  }

  /** Reading the platform's certificates takes a third of a second: only where there is TLS. */
  private void knowTls() {
    synchronized (schemes) {
      if (schemes.get("https") == null) {
        schemes.register(new Scheme("https", 443, new TlsSockets(connection)));
      }
    }
  }

  /**
   * A client for one exchange, on the shared connections.
   *
   * @param own whether it is for the service itself
   * @param begins is given, when the request is ready, what ends the exchange
   */
  public SingleExchangeHttpClient clientFor(
      Request request, boolean own, Consumer<Runnable> begins) {
    if ("https".equalsIgnoreCase(request.uri().getScheme())) {
      knowTls();
    }
    return new SingleExchangeHttpClient(
        manager,
        params(request.framing() == Request.Framing.EXPECT_CONTINUE, own),
        request,
        new ForwardProxy(connection.to(request.uri())),
        begins);
  }

  private HttpParams params(boolean expectContinue, boolean own) {
    int millis = Math.toIntExact(timeout.toMillis());
    HttpParams params = new BasicHttpParams();
    params.setIntParameter(
        CoreConnectionPNames.CONNECTION_TIMEOUT,
        own ? millis : Math.min(millis, LONGEST_CONNECT_ELSEWHERE));
    params.setIntParameter(CoreConnectionPNames.SO_TIMEOUT, millis);
    params.setBooleanParameter(CoreConnectionPNames.TCP_NODELAY, true);
    params.setIntParameter(CoreConnectionPNames.SOCKET_BUFFER_SIZE, BUFFER);
    params.setIntParameter(CoreConnectionPNames.MAX_HEADER_COUNT, MOST_HEADERS);
    params.setIntParameter(CoreConnectionPNames.MAX_LINE_LENGTH, LONGEST_HEADER);
    params.setBooleanParameter(CoreProtocolPNames.USE_EXPECT_CONTINUE, expectContinue);
    params.setParameter(CoreProtocolPNames.USER_AGENT, Request.USER_AGENT);
    params.setBooleanParameter(ClientPNames.HANDLE_REDIRECTS, false);
    params.setBooleanParameter(ClientPNames.HANDLE_AUTHENTICATION, false);
    params.setParameter(ClientPNames.COOKIE_POLICY, CookiePolicy.IGNORE_COOKIES);
    return params;
  }

  @Override
  public void close() {
    manager.shutdown();
  }
}
