package dev.assay.request;

import dev.assay.exchange.BodySource;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * A small genuine file of a documented format, from the resource folder {@code samples}.
 *
 * @param extension without the dot
 * @param mediaType as browsers send it
 */
public record SampleFile(String extension, String mediaType) {

  public static final SampleFile JPG = new SampleFile("jpg", "image/jpeg");
  public static final SampleFile PDF = new SampleFile("pdf", "application/pdf");
  public static final SampleFile CSV = new SampleFile("csv", "text/csv");

  /** All documented extensions, in the order of the documents. */
  public static final List<SampleFile> ALL =
      List.of(
          new SampleFile(
              "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
          new SampleFile("doc", "application/msword"),
          PDF,
          new SampleFile("xls", "application/vnd.ms-excel"),
          new SampleFile(
              "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
          CSV,
          JPG,
          new SampleFile("jpeg", "image/jpeg"),
          new SampleFile("png", "image/png"),
          new SampleFile("gif", "image/gif"));

  /** The one of that extension, if there is one. */
  public static Optional<SampleFile> ofExtension(String extension) {
    return ALL.stream().filter(sample -> sample.extension().equals(extension)).findFirst();
  }

  /** The one of that extension, which there must be. */
  public static SampleFile named(String extension) {
    return ofExtension(extension).orElseThrow();
  }

  /** Whether it is an image. */
  public boolean isImage() {
    return mediaType.startsWith("image/");
  }

  public byte[] bytes() {
    String resource = "/samples/sample." + extension;
    try (InputStream in = SampleFile.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("this build lacks " + resource);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public BodySource content() {
    return BodySource.of(bytes());
  }
}
