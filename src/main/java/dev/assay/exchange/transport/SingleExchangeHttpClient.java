package dev.assay.exchange.transport;

import dev.assay.exchange.Request;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.apache.http.ConnectionReuseStrategy;
import org.apache.http.HttpClientConnection;
import org.apache.http.HttpException;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpRequest;
import org.apache.http.HttpResponse;
import org.apache.http.ProtocolException;
import org.apache.http.client.HttpRequestRetryHandler;
import org.apache.http.client.protocol.RequestClientConnControl;
import org.apache.http.conn.ClientConnectionManager;
import org.apache.http.impl.client.DefaultHttpClient;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.protocol.HttpRequestExecutor;
import org.apache.http.util.EntityUtils;

/**
 * The client of a single exchange. It understands a server that answers before it has read the
 * whole request and then closes: the answer is read although the rest could not be sent.
 */
@SuppressWarnings("deprecation")
public final class SingleExchangeHttpClient extends DefaultHttpClient {

  private static final int EARLY_ANSWER_MILLIS = 500;
  private static final int MOST_INTERIM_ANSWERS = 100;

  private final AbortableConnectionManager connections;
  private volatile boolean reused;
  private volatile boolean cutShort;

  private volatile HttpResponse answer;
  private final boolean sized;

  /**
   * A client for the exchange that begins with this request.
   *
   * @param proxy that is told where it goes, if any
   * @param begins is given, when the request is ready, what ends the exchange
   */
  SingleExchangeHttpClient(
      ClientConnectionManager connections,
      HttpParams params,
      Request request,
      ForwardProxy proxy,
      Consumer<Runnable> begins) {
    this(new AbortableConnectionManager(connections, begins), params, request, proxy);
  }

  private SingleExchangeHttpClient(
      AbortableConnectionManager connections,
      HttpParams params,
      Request request,
      ForwardProxy proxy) {
    super(connections, params);
    this.connections = connections;
    sized = request.framing() == Request.Framing.SIZED;
    // in HTTP/1.1 a connection is kept unless somebody says otherwise
    removeRequestInterceptorByClass(RequestClientConnControl.class);
    if (request.header(HttpHeaders.CONTENT_TYPE).isEmpty()) {
      // REST Assured gives a Content-Type to every body
      addRequestInterceptor((sent, context) -> sent.removeHeaders(HttpHeaders.CONTENT_TYPE));
    }
    addRequestInterceptor((sent, context) -> proxy.tell(sent));
    addResponseInterceptor(
        (response, context) -> {
          answer = response;
          proxy.requireNotItsOwn(response);
        });
  }

  /** Gives the connection back; REST Assured leaves it open where the body is empty. */
  public void release() {
    if (answer != null) {
      EntityUtils.consumeQuietly(answer.getEntity());
    }
  }

  /** Whether the request went over a connection that had served another one before. */
  public boolean wasReused() {
    return reused;
  }

  /** Ends the exchange at once, from another thread too, whatever it is waiting for. */
  public void abort() {
    connections.end();
  }

  @Override
  protected HttpRequestExecutor createRequestExecutor() {
    return new HttpRequestExecutor() {
      @Override
      protected HttpResponse doSendRequest(
          HttpRequest request, HttpClientConnection open, HttpContext context)
          throws IOException, HttpException {
        reused = open.getMetrics().getRequestCount() > 0;
        try {
          return super.doSendRequest(request, open, context);
        } catch (IOException e) {
          cutShort = true;
          return earlyAnswer(open).orElseThrow(() -> e);
        }
      }

      /** A server may send interim answers first (RFC 9110, section 15.2), but not for ever. */
      @Override
      protected HttpResponse doReceiveResponse(
          HttpRequest request, HttpClientConnection open, HttpContext context)
          throws IOException, HttpException {
        for (int i = 0; i <= MOST_INTERIM_ANSWERS; i++) {
          HttpResponse response = open.receiveResponseHeader();
          if (response.getStatusLine().getStatusCode() >= 200) {
            if (canResponseHaveBody(request, response)) {
              open.receiveResponseEntity(response);
            }
            return response;
          }
        }
        throw new ProtocolException(
            "more than " + MOST_INTERIM_ANSWERS + " interim answers (1xx) and no final one");
      }
    };
  }

  private static Optional<HttpResponse> earlyAnswer(HttpClientConnection open) {
    try {
      for (int i = 0;
          i <= MOST_INTERIM_ANSWERS && open.isResponseAvailable(EARLY_ANSWER_MILLIS);
          i++) {
        HttpResponse response = open.receiveResponseHeader();
        if (response.getStatusLine().getStatusCode() >= 200) {
          open.receiveResponseEntity(response);
          return Optional.of(response);
        }
      }
      return Optional.empty();
    } catch (IOException | HttpException | RuntimeException e) {
      return Optional.empty();
    }
  }

  /**
   * Keeps a connection only after a success with a plain body: a server that refuses may leave the
   * body unread, and would take the rest of it for the next request.
   */
  @Override
  protected ConnectionReuseStrategy createConnectionReuseStrategy() {
    ConnectionReuseStrategy usual = super.createConnectionReuseStrategy();
    return (response, context) ->
        sized
            && !cutShort
            && response.getStatusLine().getStatusCode() / 100 == 2
            && usual.keepAlive(response, context);
  }

  /** A message must not be logged twice by an unseen second try. */
  @Override
  protected HttpRequestRetryHandler createHttpRequestRetryHandler() {
    return (exception, count, context) -> false;
  }
}
