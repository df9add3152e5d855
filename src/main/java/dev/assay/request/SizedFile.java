package dev.assay.request;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.Repeated;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Genuine files of exactly the size that is asked for, in the formats that have any size. */
public final class SizedFile {

  /** The extensions of those formats. */
  public static final List<String> TYPES = List.of("jpg", "jpeg", "pdf", "csv");

  private static final byte[] ROW =
      "2026-11-01,assay,load,0123456789,0123456789,0123456789\n"
          .getBytes(StandardCharsets.US_ASCII);

  private SizedFile() {}

  /**
   * One of that size.
   *
   * @param extension one of {@link #TYPES}
   * @param size in bytes, at least 2,000
   * @param seed of what fills it
   */
  public static BodySource of(String extension, long size, long seed) {
    return switch (extension) {
      case "pdf" -> GeneratedFile.pdf(size, seed);
      case "csv" -> csv(size);
      default -> GeneratedFile.jpeg(SampleFile.named(extension).bytes(), size, seed);
    };
  }

  /** Rows (RFC 4180), the first of which may be shorter. */
  private static GeneratedFile csv(long size) {
    int first = Math.toIntExact(size % ROW.length);
    Repeated rest = new Repeated(ROW, Math.toIntExact(size / ROW.length));
    byte[] end = Arrays.copyOfRange(ROW, ROW.length - first, ROW.length);
    return new GeneratedFile(
        first == 0 ? List.of(rest) : List.of(new Repeated(end, 1), rest), size);
  }
}
