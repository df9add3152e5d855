package dev.assay.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Bytes that can be read more than once and need not be held in memory. */
public interface Content {

  /** How many bytes there are. */
  long size();

  /** A new stream over all of them. */
  InputStream open();

  /** A shell command that prints as many bytes; the same ones where that is short to say. */
  default String shell() {
    return "head -c " + size() + " /dev/zero";
  }

  /** The text in UTF-8. */
  static Content of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8), "printf %s " + ShellWord.quoted(text));
  }

  /** These bytes, and a shell command that prints them. */
  static Content of(byte[] bytes, String shell) {
    byte[] copy = bytes.clone();
    return new Content() {
      @Override
      public String shell() {
        return shell;
      }

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

  /** What tells these bytes from others; two contents with the same are the same. */
  default String fingerprint() {
    Fingerprint fingerprint = new Fingerprint();
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
