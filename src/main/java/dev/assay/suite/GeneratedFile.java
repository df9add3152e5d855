package dev.assay.suite;

import dev.assay.exchange.Content;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Genuine files of any exact size, made while they are read: a head, a filling that holds every
 * byte, CR LF, NUL and invalid UTF-8 included, and a tail.
 *
 * @param pieces in order; a piece may be there many times without being held many times
 * @param size of all pieces, in bytes
 */
record GeneratedFile(List<byte[]> pieces, long size) implements Content {

  private static final int BLOCK = 65_533;
  private static final byte[] NASTY = {
    '\r', '\n', 0, '\r', (byte) 0xFF, (byte) 0xFE, '\n', (byte) 0xC3, '(', 0x1A, '\n', '\r', '\n'
  };

  @Override
  public InputStream open() {
    List<InputStream> streams = new ArrayList<>(pieces.size());
    pieces.forEach(piece -> streams.add(new ByteArrayInputStream(piece)));
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private static GeneratedFile of(List<byte[]> pieces) {
    return new GeneratedFile(pieces, pieces.stream().mapToLong(piece -> piece.length).sum());
  }

  /**
   * A PDF (ISO 32000-1, section 7.5) of one empty page, whose filling is a stream object that no
   * page shows.
   *
   * @param size in bytes, at least 1,000
   * @param seed of the filling
   */
  static GeneratedFile pdf(long size, long seed) {
    int filling =
        Math.toIntExact(size - pdf(new byte[0], 0).stream().mapToInt(p -> p.length).sum());
    return of(pdf(block(seed, filling), filling));
  }

  private static List<byte[]> pdf(byte[] block, int filling) {
    StringBuilder head = new StringBuilder("%PDF-1.4\n%\u00e2\u00e3\u00cf\u00d3\n");
    List<Integer> offsets = new ArrayList<>();
    for (String object :
        List.of(
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 200 100] >>")) {
      offsets.add(head.length());
      head.append(offsets.size()).append(" 0 obj\n").append(object).append("\nendobj\n");
    }
    offsets.add(head.length());
    head.append("4 0 obj\n<< /Length %010d >>\nstream\n".formatted(filling));
    StringBuilder tail = new StringBuilder("\nendstream\nendobj\n");
    int table = head.length() + filling + tail.length();
    tail.append("xref\n0 5\n0000000000 65535 f \n");
    offsets.forEach(offset -> tail.append("%010d 00000 n \n".formatted(offset)));
    tail.append("trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n".formatted(table));
    List<byte[]> pieces = new ArrayList<>(List.of(latin1(head)));
    repeat(block, filling, pieces);
    pieces.add(latin1(tail));
    return pieces;
  }

  /**
   * A JPEG image (ITU-T T.81, annex B) with comment segments between its start and the rest.
   *
   * @param image a JPEG image
   * @param size in bytes, at least eight more than the image's
   * @param seed of the filling
   */
  static GeneratedFile jpeg(byte[] image, long size, long seed) {
    List<byte[]> pieces = new ArrayList<>(List.of(new byte[] {image[0], image[1]}));
    long left = size - image.length;
    byte[] segment = comment(block(seed, left));
    while (left > segment.length + 8L) {
      pieces.add(segment);
      left -= segment.length;
    }
    byte[] rest = block(seed + 1, left);
    int half = Math.toIntExact(left / 2);
    pieces.add(comment(Arrays.copyOf(rest, half - 4)));
    pieces.add(comment(Arrays.copyOf(rest, Math.toIntExact(left - half) - 4)));
    pieces.add(Arrays.copyOfRange(image, 2, image.length));
    return of(pieces);
  }

  private static byte[] comment(byte[] text) {
    int length = text.length + 2;
    ByteArrayOutputStream segment = new ByteArrayOutputStream();
    segment.writeBytes(new byte[] {(byte) 0xFF, (byte) 0xFE, (byte) (length >> 8), (byte) length});
    segment.writeBytes(text);
    return segment.toByteArray();
  }

  /** Bytes of every kind, drawn from the seed; no more of them than are needed. */
  private static byte[] block(long seed, long needed) {
    byte[] block = new byte[(int) Math.max(2L * NASTY.length, Math.min(needed, BLOCK))];
    new Random(seed).nextBytes(block);
    System.arraycopy(NASTY, 0, block, 0, NASTY.length);
    System.arraycopy(NASTY, 0, block, block.length - NASTY.length, NASTY.length);
    return block;
  }

  private static void repeat(byte[] block, int length, List<byte[]> pieces) {
    int left = length;
    while (left > 0) {
      byte[] piece = left >= block.length ? block : Arrays.copyOf(block, left);
      pieces.add(piece);
      left -= piece.length;
    }
  }

  private static byte[] latin1(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
