package dev.assay.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * A stream of known length. REST Assured sends a Content-Length only with streams of the class
 * {@link ByteArrayInputStream}, which it asks for {@link #available}; this one has no array behind
 * it, so that large files are never held in memory.
 */
final class SizedStream extends ByteArrayInputStream {

  private final InputStream source;
  private final int size;

  SizedStream(Content content) {
    super(new byte[0]);
    this.source = content.open();
    this.size = Math.toIntExact(content.size());
  }

  @Override
  public synchronized int available() {
    return size;
  }

  @Override
  public synchronized int read() {
    try {
      return source.read();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized int read(byte[] bytes, int offset, int length) {
    try {
      return source.read(bytes, offset, length);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
