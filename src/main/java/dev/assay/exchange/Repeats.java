package dev.assay.exchange;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds in bytes what comes many times in a row, so that it can be said in short. */
public final class Repeats {

  private static final int LONGEST_UNIT = 16;
  private static final int LEAST = 64;

  private final byte[] bytes;
  private final List<Repeated> pieces = new ArrayList<>();
  private int from;

  private Repeats(byte[] bytes) {
    this.bytes = bytes;
  }

  /** All of the bytes, in order. */
  public static List<Repeated> in(byte[] bytes) {
    Repeats repeats = new Repeats(bytes);
    int at = 0;
    while (at < bytes.length) {
      at = repeats.next(at);
    }
    repeats.literal(at);
    return repeats.pieces;
  }

  private int next(int at) {
    for (int unit = 1; unit <= LONGEST_UNIT && at + unit <= bytes.length; unit++) {
      int length = period(at, unit);
      if (length >= LEAST && length >= 4 * unit) {
        literal(at);
        repeated(at, unit, length / unit);
        from = at + length / unit * unit;
        return from;
      }
    }
    return at + 1;
  }

  /** How far it goes on like its first so many bytes. */
  private int period(int at, int unit) {
    int end = at + unit;
    while (end < bytes.length && bytes[end] == bytes[end - unit]) {
      end++;
    }
    return end - at;
  }

  /** Several units at a time, because a shell takes a while for each. */
  private void repeated(int at, int unit, int times) {
    int several = Math.max(1, LEAST / unit);
    int length = unit * several;
    if (times >= several) {
      pieces.add(new Repeated(Arrays.copyOfRange(bytes, at, at + length), times / several));
    }
    if (times % several > 0) {
      pieces.add(new Repeated(Arrays.copyOfRange(bytes, at, at + unit * (times % several)), 1));
    }
  }

  private void literal(int to) {
    if (to > from) {
      pieces.add(new Repeated(Arrays.copyOfRange(bytes, from, to), 1));
    }
  }
}
