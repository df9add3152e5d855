package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.FirstHop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import org.apache.http.HttpHost;
import org.apache.http.conn.HttpInetSocketAddress;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.params.HttpParams;

/** Opens sockets without TLS to where the settings lead. */
@SuppressWarnings("deprecation")
record PlainSockets(Connection connection) implements SchemeSocketFactory {

  /** How connections get to that host. */
  FirstHop to(HttpHost host) {
    return connection.to(URI.create(host.toURI())).orElseThrow();
  }

  @Override
  public Socket createSocket(HttpParams params) throws IOException {
    return PlainSocketFactory.getSocketFactory().createSocket(params);
  }

  /**
   * Opens one.
   *
   * @param resolved an address of where the first connection leads, and the host that is meant
   */
  @Override
  public Socket connectSocket(
      Socket socket, InetSocketAddress resolved, InetSocketAddress local, HttpParams params)
      throws IOException {
    HttpHost host = ((HttpInetSocketAddress) resolved).getHttpHost();
    InetSocketAddress first =
        new HttpInetSocketAddress(host, resolved.getAddress(), to(host).address().getPort());
    return PlainSocketFactory.getSocketFactory().connectSocket(socket, first, local, params);
  }

  @Override
  public boolean isSecure(Socket socket) {
    return false;
  }
}
