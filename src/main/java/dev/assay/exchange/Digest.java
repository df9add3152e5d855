package dev.assay.exchange;

import java.util.HexFormat;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import java.util.zip.Checksum;

/**
 * Tells one content from another by two cyclic redundancy checks, 64 bits in all. It is meant for
 * damage on the way, not for forgers, and costs a small part of a cryptographic hash.
 */
public final class Digest {

  private final Checksum crc32 = new CRC32();
  private final Checksum crc32c = new CRC32C();

  public void add(byte[] bytes, int length) {
    crc32.update(bytes, 0, length);
    crc32c.update(bytes, 0, length);
  }

  /** Sixteen hexadecimal digits. */
  public String digits() {
    return HexFormat.of().toHexDigits(crc32.getValue(), 8)
        + HexFormat.of().toHexDigits(crc32c.getValue(), 8);
  }
}
