package dev.assay.exchange;

import org.apache.http.HttpResponse;
import org.apache.http.HttpResponseFactory;
import org.apache.http.conn.OperatedClientConnection;
import org.apache.http.conn.scheme.SchemeRegistry;
import org.apache.http.impl.conn.DefaultClientConnection;
import org.apache.http.impl.conn.DefaultClientConnectionOperator;
import org.apache.http.impl.conn.DefaultHttpResponseParser;
import org.apache.http.io.HttpMessageParser;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.params.HttpParams;
import org.apache.http.util.CharArrayBuffer;

/**
 * Opens connections on which an answer has a whole head that begins with its status line. By itself
 * Apache HttpClient skips whatever comes before, for ever if need be; a few stray lines are still
 * forgiven.
 */
@SuppressWarnings("deprecation")
final class StrictConnections extends DefaultClientConnectionOperator {

  private static final int MOST_STRAY_LINES = 8;

  StrictConnections(SchemeRegistry schemes) {
    super(schemes);
  }

  @Override
  public OperatedClientConnection createConnection() {
    return new DefaultClientConnection() {
      @Override
      protected HttpMessageParser<HttpResponse> createResponseParser(
          SessionInputBuffer buffer, HttpResponseFactory factory, HttpParams params) {
        return new DefaultHttpResponseParser(new WholeHead(buffer), null, factory, params) {
          @Override
          protected boolean reject(CharArrayBuffer line, int count) {
            return count >= MOST_STRAY_LINES;
          }
        };
      }
    };
  }
}
