package dev.assay.mock.http;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * A run of bytes in an array that nobody writes to any more. Slices share the array: an upload is
 * held once, from the socket to the store.
 */
public final class Bytes {

  private final byte[] array;
  private final int from;
  private final int to;

  private Bytes(byte[] array, int from, int to) {
    this.array = array;
    this.from = from;
    this.to = to;
  }

  /** All of {@code array}, which the caller gives away. */
  public static Bytes of(byte[] array) {
    return new Bytes(array, 0, array.length);
  }

  public static Bytes utf8(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public int length() {
    return to - from;
  }

  /** How many bytes of memory live as long as this does. */
  public int footprint() {
    return array.length;
  }

  public Bytes slice(int start, int end) {
    return new Bytes(array, from + start, from + end);
  }

  boolean hasAt(int start, Bytes other) {
    int at = from + start;
    return start <= length() - other.length()
        && Arrays.equals(array, at, at + other.length(), other.array, other.from, other.to);
  }

  /**
   * Where {@code sought}, which is not empty, begins at or after {@code start}; -1 if nowhere.
   * Skips ahead by what the last byte of each window allows (Horspool, 1980): uploads are long.
   */
  public int indexOf(Bytes sought, int start) {
    int[] skips = skips(sought);
    int last = sought.length() - 1;
    byte lastByte = sought.array[sought.to - 1];
    int end = to - last;
    for (int at = from + start; at < end; ) {
      byte under = array[at + last];
      if (under == lastByte && hasAt(at - from, sought)) {
        return at - from;
      }
      at += skips[under & 0xFF];
    }
    return -1;
  }

  /** How far the window may move on, by the byte under its end. */
  private static int[] skips(Bytes sought) {
    int last = sought.length() - 1;
    int[] skips = new int[256];
    Arrays.fill(skips, sought.length());
    for (int i = 0; i < last; i++) {
      skips[sought.array[sought.from + i] & 0xFF] = last - i;
    }
    return skips;
  }

  /**
   * The bytes as text.
   *
   * @throws CharacterCodingException when the bytes are not text in that charset
   */
  String text(Charset charset) throws CharacterCodingException {
    return charset.newDecoder().decode(ByteBuffer.wrap(array, from, length())).toString();
  }

  /** Text in UTF-8, with a replacement character wherever it is not. */
  public String lenientText() {
    return new String(array, from, length(), StandardCharsets.UTF_8);
  }

  public byte[] toArray() {
    return Arrays.copyOfRange(array, from, to);
  }

  public InputStream stream() {
    return new ByteArrayInputStream(array, from, length());
  }
}
