package dev.assay.report.text;

import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.record.RecordedExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** A request as text: its line, its headers, its body or what its body is made of. */
public record RequestText(RecordedExchange exchange) {

  private static final int LONGEST_FIELD = 400;

  /** The URL with its query. */
  public static String url(Request request) {
    return request.uri() + request.query().map(query -> "?" + query).orElse("");
  }

  public String text() {
    Request request = exchange.request();
    String head = Sanitizer.line(request.method() + " " + url(request)) + "\n";
    return head + headers(request.headers()) + framing(request) + "\n" + body(request.body());
  }

  /** One line for each header. */
  static String headers(List<Header> headers) {
    return headers.stream()
        .map(header -> Sanitizer.line(header.name() + ": " + header.value()) + "\n")
        .collect(Collectors.joining());
  }

  private static String framing(Request request) {
    return switch (request.framing()) {
      case SIZED -> "";
      case CHUNKED -> "(sent in chunks, without a Content-Length)\n";
      case EXPECT_CONTINUE -> "(the body is sent after 100 Continue)\n";
    };
  }

  private String body(Body body) {
    if (body instanceof Body.Multipart form) {
      return form.parts().stream().map(this::part).collect(Collectors.joining("\n"))
          + "\n(%s bytes in all)\n".formatted(body.size());
    }
    return body instanceof Body.Text text ? BodyText.beginning(text.text()) : "";
  }

  private String part(FormPart part) {
    String kind = part.fileName().map(name -> "file \"" + name + "\"").orElse("field");
    String type = part.mediaType().map(name -> ", " + name).orElse("");
    String size = ", %s bytes".formatted(part.content().size());
    String value = part.fileName().isPresent() ? "" : ": " + value(part);
    return Sanitizer.line("part %s: %s".formatted(part.name(), kind) + type + size + value);
  }

  private String value(FormPart part) {
    try (InputStream in = part.content().open()) {
      String start = new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
      return start + (part.content().size() > LONGEST_FIELD ? "…" : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
