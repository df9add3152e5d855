package dev.assay.exchange.transport;

import java.io.IOException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;

/**
 * The body of an answer in chunks, whose lines end with CR and LF: that LF alone may do is said of
 * heads only (RFC 9112, sections 2.2 and 7.1).
 */
@SuppressWarnings("deprecation")
final class ChunkLines implements SessionInputBuffer {

  private static final int LONGEST = 1 << 16;

  private final SessionInputBuffer buffer;

  ChunkLines(SessionInputBuffer buffer) {
    this.buffer = buffer;
  }

  @Override
  public int readLine(CharArrayBuffer line) throws IOException {
    int last = -1;
    for (int next = buffer.read(); next != '\n'; next = buffer.read()) {
      if (next < 0 && last < 0) {
        return -1;
      }
      if (next < 0 || line.length() > LONGEST) {
        throw new MalformedChunkCodingException("a line of a chunk has no end");
      }
      line.append((char) next);
      last = next;
    }
    if (last != '\r') {
      throw new MalformedChunkCodingException("a line of a chunk ends without CR");
    }
    line.setLength(line.length() - 1);
    return line.length();
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
