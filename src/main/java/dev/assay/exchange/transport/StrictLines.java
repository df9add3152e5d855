package dev.assay.exchange.transport;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.apache.http.ConnectionClosedException;
import org.apache.http.MalformedChunkCodingException;
import org.apache.http.MessageConstraintException;
import org.apache.http.io.HttpTransportMetrics;
import org.apache.http.io.SessionInputBuffer;
import org.apache.http.util.CharArrayBuffer;

/** The bytes of an answer, whose lines are read more strictly than Apache HttpClient does. */
@SuppressWarnings("deprecation")
final class StrictLines implements SessionInputBuffer {

  private static final int LONGEST = 1 << 16;

  private final SessionInputBuffer buffer;
  private final LineReader lines;

  @FunctionalInterface
  private interface LineReader {
    /** Appends the next line, and returns its length; -1 at the end. */
    int read(CharArrayBuffer line) throws IOException;
  }

  private StrictLines(SessionInputBuffer buffer, LineReader lines) {
    this.buffer = buffer;
    this.lines = lines;
  }

  /**
   * The lines of a head, up to the empty one that ends it. By itself Apache HttpClient takes the
   * end of the connection for that line, and an answer that was cut there for one without headers
   * and body.
   */
  static StrictLines ofHead(SessionInputBuffer buffer) {
    return new StrictLines(buffer, new Head(buffer));
  }

  /**
   * The lines of a body in chunks, which end with CR and LF: that LF alone may do is said of heads
   * only (RFC 9112, sections 2.2 and 7.1).
   */
  static StrictLines ofChunks(SessionInputBuffer buffer) {
    return new StrictLines(buffer, line -> chunkLine(buffer, line));
  }

  private static final class Head implements LineReader {

    private static final String NAME = "HTTP/";
    private static final int SHOWN = 200;

    private final SessionInputBuffer buffer;
    private boolean begun;

    Head(SessionInputBuffer buffer) {
      this.buffer = buffer;
    }

    @Override
    public int read(CharArrayBuffer line) throws IOException {
      if (!begun) {
        return statusLine(line);
      }
      int before = line.length();
      int count = buffer.readLine(line);
      if (count < 0) {
        throw new ConnectionClosedException("the connection ended in the head of an answer");
      }
      begun = line.length() > before;
      return count;
    }

    /** What is no status line need not be a line, and may have no end. */
    private int statusLine(CharArrayBuffer line) throws IOException {
      int before = line.length();
      boolean named = false;
      for (int next = buffer.read(); next != '\n'; next = buffer.read()) {
        if (next < 0 && line.length() == before) {
          return -1;
        }
        if (next < 0) {
          throw new ConnectionClosedException("the connection ended in the head of an answer");
        }
        line.append((char) next);
        named = named || isNamed(line.substring(before, line.length()).strip());
        if (line.length() - before > LONGEST) {
          throw new MessageConstraintException("a status line without end");
        }
      }
      if (line.length() > before && line.charAt(line.length() - 1) == '\r') {
        line.setLength(line.length() - 1);
      }
      begun = line.length() > before;
      return line.length() - before;
    }

    private boolean isNamed(String read) throws IOException {
      if (!NAME.startsWith(read) && !read.startsWith(NAME)) {
        throw new NotHttpException(read + rest());
      }
      return read.startsWith(NAME);
    }

    /** What more has come by now. */
    private String rest() throws IOException {
      byte[] bytes = new byte[SHOWN];
      int count = buffer.isDataAvailable(1) ? buffer.read(bytes) : 0;
      return new String(bytes, 0, Math.max(0, count), StandardCharsets.ISO_8859_1);
    }
  }

  private static int chunkLine(SessionInputBuffer buffer, CharArrayBuffer line) throws IOException {
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
  public int readLine(CharArrayBuffer line) throws IOException {
    return lines.read(line);
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
