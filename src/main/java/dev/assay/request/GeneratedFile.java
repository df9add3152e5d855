package dev.assay.request;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.Repeated;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Genuine files of any exact size, made while they are read: a head, a filling that holds every
 * byte, CR LF, NUL and invalid UTF-8 included, and a tail.
 *
 * @param pieces in order; a piece may be there many times without being held many times
 * @param size of all pieces, in bytes
 */
public record GeneratedFile(List<Repeated> pieces, long size) implements BodySource {

  /** A prime, so that no two chunks of a transfer are alike, and short enough for a command. */
  private static final int BLOCK = 509;

  private static final int BUFFER = 1 << 16;
  private static final byte[] NASTY = {
    '\r', '\n', 0, '\r', (byte) 0xFF, (byte) 0xFE, '\n', (byte) 0xC3, '(', 0x1A, '\n', '\r', '\n'
  };

  @Override
  public InputStream open() {
    List<InputStream> streams = new ArrayList<>();
    for (Repeated piece : pieces) {
      byte[] several = several(piece.bytes(), Math.min(piece.times(), BUFFER / BLOCK));
      for (long left = piece.size(); left > 0; left -= several.length) {
        streams.add(
            new ByteArrayInputStream(several, 0, Math.toIntExact(Math.min(left, several.length))));
      }
    }
    return new SequenceInputStream(Collections.enumeration(streams));
  }

  private static byte[] several(byte[] bytes, int times) {
    ByteArrayOutputStream several = new ByteArrayOutputStream();
    for (int i = 0; i < times; i++) {
      several.writeBytes(bytes);
    }
    return several.toByteArray();
  }

  private static GeneratedFile of(List<Repeated> pieces) {
    return new GeneratedFile(pieces, pieces.stream().mapToLong(Repeated::size).sum());
  }

  private static Repeated once(byte[] bytes) {
    return new Repeated(bytes, 1);
  }

  /**
   * A PDF (ISO 32000-1, section 7.5) of one empty page, whose filling is a stream object that no
   * page shows.
   *
   * @param size in bytes, at least 1,000
   * @param seed of the filling
   */
  public static GeneratedFile pdf(long size, long seed) {
    int filling =
        Math.toIntExact(size - pdf(new byte[1], 0).stream().mapToLong(Repeated::size).sum());
    return of(pdf(block(seed, filling), filling));
  }

  private static List<Repeated> pdf(byte[] block, int filling) {
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
    head.append(String.format(Locale.ROOT, "4 0 obj\n<< /Length %010d >>\nstream\n", filling));
    StringBuilder tail = new StringBuilder("\nendstream\nendobj\n");
    int table = head.length() + filling + tail.length();
    tail.append("xref\n0 5\n0000000000 65535 f \n");
    offsets.forEach(offset -> tail.append(String.format(Locale.ROOT, "%010d 00000 n \n", offset)));
    tail.append(
        String.format(
            Locale.ROOT, "trailer\n<< /Size 5 /Root 1 0 R >>\nstartxref\n%010d\n%%%%EOF\n", table));
    List<Repeated> pieces = new ArrayList<>(List.of(once(latin1(head))));
    repeat(block, filling, pieces);
    pieces.add(once(latin1(tail)));
    return pieces;
  }

  /**
   * A JPEG image (ITU-T T.81, annex B) with comment segments between its start and the rest.
   *
   * @param image a JPEG image
   * @param size in bytes, at least eight more than the image's
   * @param seed of the filling
   */
  public static GeneratedFile jpeg(byte[] image, long size, long seed) {
    List<Repeated> pieces = new ArrayList<>(List.of(once(new byte[] {image[0], image[1]})));
    long left = size - image.length;
    byte[] segment = comment(block(seed, left));
    int segments = Math.toIntExact(Math.max(0, (left - 9) / segment.length));
    if (segments > 0) {
      pieces.add(new Repeated(segment, segments));
      left -= (long) segments * segment.length;
    }
    byte[] rest = block(seed + 1, left);
    int half = Math.toIntExact(left / 2);
    pieces.add(once(comment(Arrays.copyOf(rest, half - 4))));
    pieces.add(once(comment(Arrays.copyOf(rest, Math.toIntExact(left - half) - 4))));
    pieces.add(once(Arrays.copyOfRange(image, 2, image.length)));
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
    Random random = new Random(seed);
    byte[] block = new byte[(int) Math.max(2L * NASTY.length, Math.min(needed, BLOCK))];
    random.nextBytes(block);
    byte[] all = everyByte(random);
    System.arraycopy(
        all, 0, block, NASTY.length, Math.min(all.length, block.length - NASTY.length));
    System.arraycopy(NASTY, 0, block, 0, NASTY.length);
    System.arraycopy(NASTY, 0, block, block.length - NASTY.length, NASTY.length);
    return block;
  }

  private static byte[] everyByte(Random random) {
    List<Integer> values = new ArrayList<>(IntStream.range(0, 1 << Byte.SIZE).boxed().toList());
    Collections.shuffle(values, random);
    byte[] all = new byte[values.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = values.get(i).byteValue();
    }
    return all;
  }

  private static void repeat(byte[] block, int length, List<Repeated> pieces) {
    if (length >= block.length) {
      pieces.add(new Repeated(block, length / block.length));
    }
    if (length % block.length > 0) {
      pieces.add(once(Arrays.copyOf(block, length % block.length)));
    }
  }

  private static byte[] latin1(CharSequence text) {
    return text.toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
