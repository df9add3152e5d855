package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Connection;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.http.conn.scheme.PlainSocketFactory;
import org.apache.http.conn.scheme.SchemeSocketFactory;
import org.apache.http.params.HttpParams;

/** Opens sockets without TLS to where the settings lead. */
@SuppressWarnings("deprecation")
record PlainSockets(Connection connection) implements SchemeSocketFactory {

  @Override
  public Socket createSocket(HttpParams params) throws IOException {
    return PlainSocketFactory.getSocketFactory().createSocket(params);
  }

  @Override
  public Socket connectSocket(
      Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
      throws IOException {
    return PlainSocketFactory.getSocketFactory()
        .connectSocket(socket, FirstHop.to(remote, connection).at(remote), local, params);
  }

  @Override
  public boolean isSecure(Socket socket) {
    return false;
  }
}
