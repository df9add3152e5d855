package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.FirstHop;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import org.apache.http.conn.HttpInetSocketAddress;
import org.apache.http.conn.scheme.SchemeLayeredSocketFactory;
import org.apache.http.conn.ssl.SSLSocketFactory;
import org.apache.http.params.HttpConnectionParams;
import org.apache.http.params.HttpParams;

/** Opens sockets with TLS to where the settings lead, through a tunnel where there is a proxy. */
@SuppressWarnings("deprecation")
final class TlsSockets implements SchemeLayeredSocketFactory {

  private final PlainSockets plain;
  private final SSLSocketFactory tls;

  /** The host's name is checked. */
  TlsSockets(Connection connection) {
    plain = new PlainSockets(connection);
    tls =
        new SSLSocketFactory(connection.tls().context(), SSLSocketFactory.STRICT_HOSTNAME_VERIFIER);
  }

  /** A plain one, which whoever ends the exchange closes: TLS comes on top of it. */
  @Override
  public Socket createSocket(HttpParams params) throws IOException {
    return plain.createSocket(params);
  }

  @Override
  public Socket connectSocket(
      Socket socket, InetSocketAddress remote, InetSocketAddress local, HttpParams params)
      throws IOException {
    FirstHop hop = plain.to(((HttpInetSocketAddress) remote).getHttpHost());
    Socket connected = plain.connectSocket(socket, remote, local, params);
    connected.setSoTimeout(HttpConnectionParams.getSoTimeout(params));
    new Tunnel(hop).open(connected, params);
    return createLayeredSocket(connected, hop.serverName(), hop.host().port(), params);
  }

  @Override
  public Socket createLayeredSocket(Socket socket, String host, int port, HttpParams params)
      throws IOException {
    return tls.createLayeredSocket(socket, host, port, params);
  }

  @Override
  public boolean isSecure(Socket socket) {
    return tls.isSecure(socket);
  }
}
