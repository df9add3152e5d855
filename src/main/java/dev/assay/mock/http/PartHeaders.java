package dev.assay.mock.http;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The header lines of one part. */
record PartHeaders(HeaderValue disposition, Charset charset) {

  private static final int LONGEST = 16 * 1024;

  /**
   * Reads the headers of a part.
   *
   * @throws Refusal 400 when they do not say what a form's part must say
   */
  static PartHeaders read(Bytes lines) {
    if (lines.length() > LONGEST) {
      throw malformed();
    }
    String text = lines.lenientText();
    HeaderValue disposition =
        header(text, "content-disposition")
            .filter(value -> value.value().equals("form-data"))
            .filter(value -> value.parameter("name").isPresent())
            .orElseThrow(PartHeaders::malformed);
    Optional<String> charset =
        header(text, "content-type").flatMap(type -> type.parameter("charset"));
    return new PartHeaders(
        disposition, charset.map(Charset::forName).orElse(StandardCharsets.UTF_8));
  }

  private static Optional<HeaderValue> header(String lines, String name) {
    return Stream.of(lines.split("\r\n"))
        .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
        .map(line -> line.substring(name.length() + 1))
        .findFirst()
        .flatMap(HeaderValue::parse);
  }

  private static Refusal malformed() {
    return new Refusal(400, "a part of the multipart body is malformed");
  }

  /** The plain one if it is there; some clients send only the encoded one (RFC 8187). */
  private Optional<String> fileName() {
    return disposition
        .parameter("filename")
        .or(() -> disposition.parameter("filename*").map(ExtendedValue::decoded));
  }

  ReceivedPart part(Bytes content) {
    return new ReceivedPart(
        disposition.parameter("name").orElseThrow(), fileName(), charset, content);
  }
}
