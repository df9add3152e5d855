package dev.assay.load.request;

import dev.assay.request.SizedFile;
import java.math.BigDecimal;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The size of a file as people write it, such as 2kB, 1.5MB or 24MiB. */
public final class FileSize {

  /** What it must be, for messages. */
  public static final String WHAT = "a size like 2kB, 1.5MB or 24MiB, from 2kB to 1GB";

  private static final Pattern SIZE = Pattern.compile("(\\d{1,9}(?:\\.\\d{1,6})?)\\s*([A-Za-z]+)");
  private static final long MOST = 1_000_000_000;
  private static final Map<String, Long> UNITS =
      Map.of(
          "B", 1L,
          "kB", 1_000L,
          "KB", 1_000L,
          "MB", 1_000_000L,
          "GB", 1_000_000_000L,
          "KiB", 1L << 10,
          "MiB", 1L << 20);

  private FileSize() {}

  /**
   * A size in bytes.
   *
   * @throws IllegalArgumentException if the text is none, or is out of bounds
   */
  public static long bytes(String text) {
    Matcher matcher = SIZE.matcher(text.strip());
    if (matcher.matches() && UNITS.containsKey(matcher.group(2))) {
      long bytes =
          new BigDecimal(matcher.group(1))
              .multiply(BigDecimal.valueOf(UNITS.get(matcher.group(2))))
              .longValue();
      if (bytes >= SizedFile.LEAST && bytes <= MOST) {
        return bytes;
      }
    }
    throw new IllegalArgumentException("must be %s, not `%s`".formatted(WHAT, text));
  }
}
