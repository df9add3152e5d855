package dev.assay.exchange.transport;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.conn.ClientConnectionRequest;
import org.apache.http.conn.ConnectionPoolTimeoutException;
import org.apache.http.conn.ManagedClientConnection;
import org.apache.http.conn.routing.HttpRoute;
import org.apache.http.conn.scheme.SchemeRegistry;

/**
 * The shared connections as one exchange sees them: it knows the one that it was given, also while
 * that is still being opened or is in its TLS handshake, and can end it at any time.
 */
@SuppressWarnings("deprecation")
final class AbortableConnectionManager implements ClientConnectionManager {

  private final ClientConnectionManager connections;
  private final Consumer<Runnable> begins;
  private final AtomicReference<ManagedClientConnection> leased = new AtomicReference<>();
  private volatile boolean ended;

  /**
   * Leases connections for one exchange.
   *
   * @param begins is given, when the exchange asks for its connection, what ends it
   */
  AbortableConnectionManager(ClientConnectionManager connections, Consumer<Runnable> begins) {
    this.connections = connections;
    this.begins = begins;
  }

  /** Closes the connection, now or as soon as there is one. */
  void end() {
    ended = true;
    ManagedClientConnection connection = leased.get();
    if (connection != null) {
      shutDown(connection);
    }
  }

  private static void shutDown(ManagedClientConnection connection) {
    try {
      connection.shutdown();
    } catch (IOException | RuntimeException e) {
      // it has ended, which is what was wanted
    }
  }

  @Override
  public ClientConnectionRequest requestConnection(HttpRoute route, Object state) {
    begins.accept(this::end);
    ClientConnectionRequest request = connections.requestConnection(route, state);
    return new ClientConnectionRequest() {
      @Override
      public ManagedClientConnection getConnection(long timeout, TimeUnit unit)
          throws InterruptedException, ConnectionPoolTimeoutException {
        ManagedClientConnection connection = request.getConnection(timeout, unit);
        leased.set(connection);
        if (ended) {
          shutDown(connection);
        }
        return connection;
      }

      @Override
      public void abortRequest() {
        request.abortRequest();
      }
    };
  }

  @Override
  public SchemeRegistry getSchemeRegistry() {
    return connections.getSchemeRegistry();
  }

  @Override
  public void releaseConnection(ManagedClientConnection connection, long valid, TimeUnit unit) {
    connections.releaseConnection(connection, valid, unit);
  }

  @Override
  public void closeIdleConnections(long idle, TimeUnit unit) {
    connections.closeIdleConnections(idle, unit);
  }

  @Override
  public void closeExpiredConnections() {
    connections.closeExpiredConnections();
  }

  @Override
  public void shutdown() {
    connections.shutdown();
  }
}
