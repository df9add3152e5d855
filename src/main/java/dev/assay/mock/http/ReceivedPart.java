package dev.assay.mock.http;

import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Locale;
import java.util.Optional;

/**
 * One part of a multipart form.
 *
 * @param fileName absent for a plain field, and different from an empty one
 * @param charset that a field's text is in
 */
public record ReceivedPart(String name, Optional<String> fileName, Charset charset, Bytes content) {

  public boolean isFile() {
    return fileName.isPresent();
  }

  /** What follows the last dot of the file's name, in lower case; empty without a dot. */
  public String extension() {
    String file = fileName.orElse("");
    return file.contains(".")
        ? file.substring(file.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT)
        : "";
  }

  /**
   * The content as text.
   *
   * @throws Refusal 400 when the content is not text
   */
  String text() {
    try {
      return content.text(charset);
    } catch (CharacterCodingException e) {
      throw new Refusal(400, name + " is not text");
    }
  }
}
