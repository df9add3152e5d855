package dev.assay.suite.data;

import dev.assay.exchange.BodySource;
import dev.assay.request.DocumentedRequests;
import dev.assay.request.Draft;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import java.util.List;
import java.util.Optional;

/**
 * A file with something unusual about it, of which no document speaks.
 *
 * @param clause the silent clause that it belongs to
 * @param name for case ids
 * @param says what it is
 * @param announced as what it is sent, where that is said; nothing for what no kind is called
 * @param sample the kind that its media type tells
 * @param fileName of it
 * @param content of it
 */
public record EdgeCaseFile(
    String clause,
    String name,
    String says,
    Optional<SampleFile> announced,
    SampleFile sample,
    String fileName,
    BodySource content) {

  private static final SampleFile PDF = SampleFile.PDF;
  private static final SampleFile JPG = SampleFile.JPG;
  private static final String NO_KIND = "7";
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
        of("document-as-image", "a document announced as an image", Optional.of(JPG), PDF, marker),
        of("image-as-document", "an image announced as a document", Optional.of(PDF), JPG, marker),
        of("unknown-type", "a file of a kind that there is not", Optional.empty(), PDF, marker),
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

  /** A file that is announced as something else. */
  private static EdgeCaseFile of(
      String name, String says, Optional<SampleFile> announced, SampleFile sample, String marker) {
    return new EdgeCaseFile(
        "extensions",
        name,
        says,
        announced,
        sample,
        marker + "." + sample.extension(),
        sample.content());
  }

  private static EdgeCaseFile named(String clause, String name, String says, String fileName) {
    return pdf(clause, name, says, fileName, PDF.content());
  }

  private static EdgeCaseFile pdf(
      String clause, String name, String says, String fileName, BodySource content) {
    return new EdgeCaseFile(clause, name, says, Optional.of(PDF), PDF, fileName, content);
  }

  /** The documented request with it; none where nothing says of what kind a file is. */
  public Optional<Draft> draft(DocumentedRequests requests) {
    Draft draft = requests.draft("odd-" + name).with(requests.file(sample, fileName, content));
    if (announced.filter(sample::equals).isPresent()) {
      return Optional.of(draft.as(sample));
    }
    return requests
        .selector()
        .map(
            field ->
                announced.map(draft::as).orElseGet(() -> draft.withText(field.path(), NO_KIND)));
  }
}
