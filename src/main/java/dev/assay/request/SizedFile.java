package dev.assay.request;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.Repeated;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Genuine files of exactly the size that is asked for: in some formats of any size, in the others
 * only the sample as it is.
 */
public final class SizedFile {

  /** The extensions of the formats that have any size. */
  public static final List<String> TYPES = List.of("jpg", "jpeg", "pdf", "csv");

  /** The smallest that can be made in all of these formats, in bytes. */
  public static final long LEAST = 2_000;

  private static final byte[] ROW =
      "2026-11-01,assay,load,0123456789,0123456789,0123456789\n"
          .getBytes(StandardCharsets.US_ASCII);

  private SizedFile() {}

  /**
   * One of that size.
   *
   * @param extension one of {@link #TYPES}, or that of a sample of that size
   * @param size in bytes, at least {@link #LEAST} or that of the sample
   * @param seed of what fills it
   */
  public static BodySource of(String extension, long size, long seed) {
    SampleFile sample = SampleFile.named(extension);
    if (sample.bytes().length == size) {
      return sample.content();
    }
    return switch (extension) {
      case "pdf" -> GeneratedFile.pdf(size, seed);
      case "csv" -> csv(size);
      default -> GeneratedFile.jpeg(sample.bytes(), size, seed);
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
