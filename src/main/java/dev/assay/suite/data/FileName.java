package dev.assay.suite.data;

import dev.assay.request.TestData;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.List;
import java.util.Locale;

/**
 * What may stand before the extension of a file's name, as people name their files.
 *
 * @param name for case ids
 * @param says what is special about it, to follow "a file whose name"
 * @param stem the name without the last dot and the extension
 */
public record FileName(String name, String says, String stem) {

  /** The longest name that common file systems keep, in bytes of UTF-8. */
  private static final int LONGEST_BYTES = 255;

  private static final String LETTERS = "Übersicht-café-Łódź-";

  /** Names that a service has no reason to refuse. */
  public static List<FileName> usual(TestData data) {
    String marker = data.marker("file-name");
    return List.of(
        new FileName("one-letter", "is one letter long", "a"),
        new FileName("several-dots", "has several dots", "report.v1.2.final-" + marker),
        new FileName("two-extensions", "has two listed extensions", "scan-" + marker + ".pdf"),
        new FileName("dot-first", "begins with a dot", "." + marker),
        new FileName("dash-first", "begins with a dash", "-" + marker),
        new FileName("capitals", "is in capitals", "REPORT-" + marker.toUpperCase(Locale.ROOT)),
        new FileName("blanks", "has blanks", "my new  file " + marker),
        new FileName("brackets", "has brackets", "copy (2) [final] {" + marker + "}"),
        new FileName("punctuation", "has punctuation", "R&D, a=b; it's #1 + 50!~@$^-" + marker),
        new FileName("composed", "has composed accents", composed(LETTERS) + marker),
        new FileName("decomposed", "has decomposed accents", decomposed(LETTERS) + marker),
        new FileName("scripts", "is in other scripts", "文件-こんにちは-दस्तावेज़-" + marker),
        new FileName("right-to-left", "runs from right to left", "قائمة-רשימה-" + marker),
        new FileName("emoji", "has emoji", "👍🏽-👩‍👩‍👧-" + marker));
  }

  /** A name that is exactly as long as common file systems allow. */
  public static FileName longest(TestData data, String extension) {
    String marker = data.marker("longest-name");
    int left = LONGEST_BYTES - bytes(marker) - bytes("." + extension);
    return new FileName("of-255-bytes", "is 255 bytes long", marker + "n".repeat(left));
  }

  public String with(String extension) {
    return stem + "." + extension;
  }

  private static int bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }

  private static String composed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFC);
  }

  private static String decomposed(String text) {
    return Normalizer.normalize(text, Normalizer.Form.NFD);
  }
}
