package dev.assay.exchange.transport;

import dev.assay.exchange.connection.Proxy;
import java.io.IOException;
import java.net.Socket;
import org.apache.http.HttpException;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.impl.DefaultHttpClientConnection;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.params.HttpParams;

/**
 * A way through a proxy (RFC 9110, section 9.3.6).
 *
 * @param proxy that leads there
 * @param authority where to, host and port
 */
@SuppressWarnings("deprecation")
record Tunnel(Proxy proxy, String authority) {

  /**
   * Asks the proxy at the other end of that socket for it.
   *
   * @throws ProxyRefusal if it says no
   */
  void open(Socket socket, HttpParams params) throws IOException {
    DefaultHttpClientConnection connection = new DefaultHttpClientConnection();
    connection.bind(socket, params);
    BasicHttpRequest request = new BasicHttpRequest("CONNECT", authority, HttpVersion.HTTP_1_1);
    request.addHeader(HttpHeaders.HOST, authority);
    proxy
        .authorization()
        .ifPresent(value -> request.addHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
    try {
      connection.sendRequestHeader(request);
      connection.flush();
      HttpResponse answer = connection.receiveResponseHeader();
      int status = answer.getStatusLine().getStatusCode();
      if (status / 100 != 2) {
        throw new ProxyRefusal(proxy, status, answer.getStatusLine().getReasonPhrase());
      }
    } catch (HttpException e) {
      throw new IOException("the proxy " + proxy + " answered with what is not HTTP", e);
    }
  }
}
