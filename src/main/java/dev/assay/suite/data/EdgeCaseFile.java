package dev.assay.suite.data;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import java.util.List;

/**
 * A file with something unusual about it, of which no document speaks.
 *
 * @param clause the silent clause that it belongs to
 * @param name for case ids
 * @param says what it is
 * @param messageType what it is announced as, where that is given
 * @param part the file itself
 */
public record EdgeCaseFile(
    String clause, String name, String says, int messageType, FormPart part) {

  private static final SampleFile PDF = SampleFile.PDF;
  private static final SampleFile JPG = SampleFile.JPG;
  private static final int LONG_NAME = 300;

  public static List<EdgeCaseFile> all(TestData data) {
    String marker = data.marker("odd");
    return List.of(
        pdf("empty-file", "zero-bytes", "a file of zero bytes", marker + ".pdf", BodySource.of("")),
        named("extensions", "capitals", "an extension in capitals", marker + ".PDF"),
        named("extensions", "none", "a file name without an extension", marker),
        named("extensions", "two", "a file name with two extensions", marker + ".exe.pdf"),
        named("extensions", "dot-at-end", "a file name that ends in a dot", marker + ".pdf."),
        pdf(
            "extensions",
            "other-bytes",
            "a .pdf whose bytes are an image",
            marker + ".pdf",
            JPG.content()),
        new EdgeCaseFile(
            "extensions",
            "document-as-image",
            "a document announced as an image",
            SampleFile.IMAGE,
            PDF.part(marker + ".pdf")),
        new EdgeCaseFile(
            "extensions",
            "image-as-document",
            "an image announced as a document",
            SampleFile.DOCUMENT,
            JPG.part(marker + ".jpg")),
        new EdgeCaseFile(
            "extensions", "unknown-type", "a file of message_type 7", 7, PDF.part(marker + ".pdf")),
        named("file-names", "one-blank", "a file name of one blank", " "),
        named("file-names", "climbing", "a file name that climbs", "../../" + marker + ".pdf"),
        named(
            "file-names",
            "backslashes",
            "a file name with backslashes",
            "C:\\dir\\" + marker + ".pdf"),
        named("file-names", "quotes", "a file name with quotes", "a\"b'" + marker + ".pdf"),
        named(
            "file-names", "percent", "a file name with percent signs", "%00%2e" + marker + ".pdf"),
        named("file-names", "extension-alone", "a file name that is an extension", ".pdf"),
        named("file-names", "markup", "a file name with markup", "<b>" + marker + "</b>.pdf"),
        named(
            "file-names",
            "very-long",
            "a file name of 300 characters",
            "n".repeat(LONG_NAME) + marker + ".pdf"));
  }

  private static EdgeCaseFile named(String clause, String name, String says, String fileName) {
    return new EdgeCaseFile(clause, name, says, SampleFile.DOCUMENT, PDF.part(fileName));
  }

  private static EdgeCaseFile pdf(
      String clause, String name, String says, String fileName, BodySource content) {
    return new EdgeCaseFile(clause, name, says, SampleFile.DOCUMENT, PDF.part(fileName, content));
  }
}
