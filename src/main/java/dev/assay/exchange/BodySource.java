package dev.assay.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes that can be read more than once and need not be held in memory. */
public interface BodySource {

  /** How many bytes there are. */
  long size();

  /** A new stream over all of them. */
  InputStream open();

  /** The bytes in order; where many are alike, without holding all of them. */
  default List<Repeated> pieces() {
    try (InputStream in = open()) {
      return Repeats.in(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The text in UTF-8. */
  static BodySource of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** These bytes. */
  static BodySource of(byte[] bytes) {
    byte[] copy = bytes.clone();
    return new BodySource() {
      @Override
      public long size() {
        return copy.length;
      }

      @Override
      public InputStream open() {
        return new ByteArrayInputStream(copy);
      }
    };
  }

  /** What identifies these bytes: two sources that share it have equal bytes. */
  default String fingerprint() {
    Digest fingerprint = new Digest();
    byte[] buffer = new byte[1 << 16];
    try (InputStream in = open()) {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        fingerprint.add(buffer, count);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return fingerprint.digits();
  }
}
