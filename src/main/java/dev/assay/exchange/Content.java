package dev.assay.exchange;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

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

  /** The SHA-256 of all bytes, in lower-case hexadecimal. */
  default String sha256() {
    MessageDigest digest = newSha256();
    try (InputStream in = new DigestInputStream(open(), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  /** A fresh SHA-256, which every Java platform has. */
  static MessageDigest newSha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
