package dev.assay.exchange.transport;

import java.io.IOException;
import org.apache.http.ConnectionClosedException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;

/**
 * The lines of an answer's head, up to the empty one that ends it. By itself Apache HttpClient
 * takes the end of the connection for that line, and an answer that was cut there for one without
 * headers and body.
 */
@SuppressWarnings("deprecation")
final class StrictHeadBuffer implements SessionInputBuffer {

  private final SessionInputBuffer buffer;
  private boolean begun;

  StrictHeadBuffer(SessionInputBuffer buffer) {
    this.buffer = buffer;
  }

  @Override
  public int readLine(CharArrayBuffer line) throws IOException {
    int before = line.length();
    int count = buffer.readLine(line);
    if (count < 0 && begun) {
      throw new ConnectionClosedException("the connection ended in the head of an answer");
    }
    String read = line.substring(before, line.length());
    begun = !read.isEmpty() && (begun || read.startsWith("HTTP/"));
    return count;
  }

  @Override
  public String readLine() throws IOException {
    return buffer.readLine();
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    return buffer.read(bytes, offset, length);
  }

  @Override
  public int read(byte[] bytes) throws IOException {
    return buffer.read(bytes);
  }

  @Override
  public int read() throws IOException {
    return buffer.read();
  }

  @Override
  public boolean isDataAvailable(int timeout) throws IOException {
    return buffer.isDataAvailable(timeout);
  }

  @Override
  public HttpTransportMetrics getMetrics() {
    return buffer.getMetrics();
  }
}
