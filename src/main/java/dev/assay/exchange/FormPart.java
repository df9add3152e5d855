package dev.assay.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * One part of a multipart body (RFC 7578).
 *
 * @param name the form field
 * @param fileName present on file parts; may be empty
 * @param mediaType the part's own Content-Type, if it has one
 * @param statedLength the part's own Content-Length header, if it has one; need not be true
 * @param content the bytes
 */
public record FormPart(
    String name,
    Optional<String> fileName,
    Optional<String> mediaType,
    Optional<Long> statedLength,
    BodySource content) {

  /** The same part by another name. */
  public FormPart called(String other) {
    return new FormPart(other, fileName, mediaType, statedLength, content);
  }

  /** A plain form field. */
  public static FormPart field(String name, String value) {
    return new FormPart(
        name, Optional.empty(), Optional.empty(), Optional.empty(), BodySource.of(value));
  }

  /** A file, as browsers and curl send one. */
  public static FormPart file(String name, String fileName, String mediaType, BodySource content) {
    return new FormPart(
        name, Optional.of(fileName), Optional.of(mediaType), Optional.empty(), content);
  }

  /** This part with a Content-Length header of its own. */
  public FormPart stating(long length) {
    return new FormPart(name, fileName, mediaType, Optional.of(length), content);
  }

  /** The value of a plain form field. */
  public Optional<String> text() {
    if (fileName.isPresent()) {
      return Optional.empty();
    }
    try (InputStream in = content.open()) {
      return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** This part with its value or file name changed so. */
  FormPart map(UnaryOperator<String> change) {
    BodySource changed = text().map(change).map(BodySource::of).orElse(content);
    return new FormPart(name, fileName.map(change), mediaType, statedLength, changed);
  }

  byte[] head(String boundary) {
    StringBuilder head = new StringBuilder("--").append(boundary).append("\r\n");
    head.append("Content-Disposition: form-data; name=\"").append(escaped(name)).append('"');
    fileName.ifPresent(file -> head.append("; filename=\"").append(escaped(file)).append('"'));
    mediaType.ifPresent(type -> head.append("\r\nContent-Type: ").append(type));
    statedLength.ifPresent(length -> head.append("\r\nContent-Length: ").append(length));
    return head.append("\r\n\r\n").toString().getBytes(StandardCharsets.UTF_8);
  }

  /** Quotes and line ends as the HTML standard's multipart encoding writes them. */
  private static String escaped(String text) {
    return text.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
