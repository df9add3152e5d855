package dev.assay.exchange.transport;

import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.Proxy;
import java.io.IOException;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import org.apache.http.HttpException;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpResponse;
import org.apache.http.HttpVersion;
import org.apache.http.NoHttpResponseException;
import org.apache.http.impl.DefaultHttpClientConnection;
import org.apache.http.message.BasicHttpRequest;
import org.apache.http.params.HttpParams;

/**
 * A way through a proxy (RFC 9110, section 9.3.6).
 *
 * @param hop on which the proxy is
 */
@SuppressWarnings("deprecation")
record Tunnel(FirstHop hop) {

  /**
   * Asks the proxy at the other end of that socket for it, if the hop has one.
   *
   * @throws ProxyRefusal if it does not say yes
   */
  void open(Socket socket, HttpParams params) throws IOException {
    if (hop.tunnelled().isPresent()) {
      open(hop.tunnelled().get(), socket, params);
    }
  }

  private void open(Proxy proxy, Socket socket, HttpParams params) throws IOException {
    DefaultHttpClientConnection connection = new DefaultHttpClientConnection();
    connection.bind(socket, params);
    try {
      connection.sendRequestHeader(request(proxy));
      connection.flush();
      HttpResponse answer = connection.receiveResponseHeader();
      int status = answer.getStatusLine().getStatusCode();
      if (status / 100 != 2) {
        throw new ProxyRefusal(status, answer.getStatusLine().getReasonPhrase());
      }
    } catch (SocketTimeoutException e) {
      throw new ProxyRefusal(ProxyRefusal.LATE);
    } catch (NoHttpResponseException | SocketException e) {
      throw new ProxyRefusal(ProxyRefusal.NO_ANSWER);
    } catch (HttpException e) {
      throw new ProxyRefusal("its answer is not HTTP");
    }
  }

  private BasicHttpRequest request(Proxy proxy) {
    String end = hop.end().toString();
    BasicHttpRequest request = new BasicHttpRequest("CONNECT", end, HttpVersion.HTTP_1_1);
    request.addHeader(HttpHeaders.HOST, end);
    proxy
        .authorization()
        .ifPresent(value -> request.addHeader(HttpHeaders.PROXY_AUTHORIZATION, value));
    return request;
  }
}
