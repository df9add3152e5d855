package dev.assay.exchange;

/** Bytes that come so many times in a row. */
public final class Repeated {

  private final byte[] bytes;
  private final int times;

  /**
   * The bytes, so often.
   *
   * @param bytes at least one
   * @param times at least one
   */
  public Repeated(byte[] bytes, int times) {
    this.bytes = bytes.clone();
    this.times = times;
  }

  /** What comes once. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** How many times it comes. */
  public int times() {
    return times;
  }

  /** How many bytes that makes. */
  public long size() {
    return (long) bytes.length * times;
  }
}
