package dev.assay.exchange.transport;

import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.connection.HostName;
import java.io.IOException;
import java.net.InetAddress;
import org.apache.http.HttpException;
import org.apache.http.HttpHeaders;
import org.apache.http.HttpHost;
import org.apache.http.HttpMessage;
import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.entity.BasicHttpEntity;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.impl.entity.EntityDeserializer;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.apache.http.protocol.HttpContext;
import org.apache.http.util.CharArrayBuffer;

/**
 * Opens connections to where their settings lead, on which an answer has a whole head that begins
 * with its status line, and a length that is no riddle. By itself Apache HttpClient skips whatever
 * comes before, for ever if need be; a few empty lines are still forgiven.
 */
@SuppressWarnings("deprecation")
final class StrictConnections extends DefaultClientConnectionOperator {

  private static final int MOST_EMPTY_LINES = 8;

  private final PlainSockets sockets;

  StrictConnections(SchemeRegistry schemes, PlainSockets sockets) {
    super(schemes);
    this.sockets = sockets;
  }

  @Override
  public void openConnection(
      OperatedClientConnection open,
      HttpHost target,
      InetAddress local,
      HttpContext context,
      HttpParams params)
      throws IOException {
    FirstHop hop = sockets.to(target);
    String first = hop.isSet() ? hop.address().getHostString() : target.getHostName();
    new DefaultClientConnectionOperator(schemeRegistry, any -> HostName.addresses(first))
        .openConnection(open, target, local, context, params);
  }

  @Override
  public OperatedClientConnection createConnection() {
    return new DefaultClientConnection() {
      @Override
      protected EntityDeserializer createEntityDeserializer() {
        return new EntityDeserializer(new StrictLength()) {
          @Override
          protected BasicHttpEntity doDeserialize(SessionInputBuffer buffer, HttpMessage message)
              throws HttpException, IOException {
            boolean chunked = message.containsHeader(HttpHeaders.TRANSFER_ENCODING);
            return super.doDeserialize(chunked ? StrictLines.ofChunks(buffer) : buffer, message);
          }
        };
      }

      @Override
      protected HttpMessageParser<HttpResponse> createResponseParser(
          SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
        return new DefaultHttpResponseParser(StrictLines.ofHead(buffer), null, factory, params) {
          @Override
          protected boolean reject(CharArrayBuffer line, int count) {
            return count >= MOST_EMPTY_LINES || line.length() > 0;
          }
        };
      }
    };
  }
}
