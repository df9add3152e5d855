package dev.assay.request;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
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
 * @param messageType the documented message_type of such a file: 1 for images, 52 for documents
 */
public record SampleFile(String extension, String mediaType, int messageType) {

  public static final int IMAGE = 1;
  public static final int DOCUMENT = 52;

  public static final SampleFile JPG = new SampleFile("jpg", "image/jpeg", IMAGE);
  public static final SampleFile PDF = new SampleFile("pdf", "application/pdf", DOCUMENT);

  /** All documented extensions, in the order of the documents. */
  public static final List<SampleFile> ALL =
      List.of(
          new SampleFile(
              "docx",
              "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
              DOCUMENT),
          new SampleFile("doc", "application/msword", DOCUMENT),
          PDF,
          new SampleFile("xls", "application/vnd.ms-excel", DOCUMENT),
          new SampleFile(
              "xlsx",
              "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
              DOCUMENT),
          new SampleFile("csv", "text/csv", DOCUMENT),
          JPG,
          new SampleFile("jpeg", "image/jpeg", IMAGE),
          new SampleFile("png", "image/png", IMAGE),
          new SampleFile("gif", "image/gif", IMAGE));

  /** The one of that extension, if there is one. */
  static Optional<SampleFile> ofExtension(String extension) {
    return ALL.stream().filter(sample -> sample.extension().equals(extension)).findFirst();
  }

  /** Whether it is an image. */
  public boolean isImage() {
    return mediaType.startsWith("image/");
  }

  /** The one of that documented extension. */
  public static SampleFile named(String extension) {
    return ALL.stream().filter(s -> s.extension().equals(extension)).findFirst().orElseThrow();
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

  /** The form part named file that carries it. */
  public FormPart part(String fileName) {
    return part(fileName, content());
  }

  /** The form part named file that carries other content of this format. */
  public FormPart part(String fileName, BodySource content) {
    return FormPart.file("file", fileName, mediaType, content);
  }
}
