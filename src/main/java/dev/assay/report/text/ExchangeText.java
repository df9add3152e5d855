package dev.assay.report.text;

import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.RecordedResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

/** What was sent and received, as text. */
public record ExchangeText(RecordedExchange exchange) {

  private static final int LONGEST_FIELD = 400;
  private static final int LONGEST_BODY = 16 * 1024;

  /** The URL with its query. */
  public static String url(Request request) {
    return request.uri() + request.query().map(query -> "?" + query).orElse("");
  }

  /** Its line, its headers, and its body or what that is made of. */
  public String request() {
    Request request = exchange.request();
    String head = Sanitizer.line(request.method() + " " + url(request)) + "\n";
    return head + headers(request.headers()) + framing(request) + "\n" + body(request.body());
  }

  /** Status, headers and body, or why nothing came. */
  public String response() {
    String waited = "(after %s ms)\n".formatted(exchange.duration().toMillis());
    return exchange
        .response()
        .map(response -> "status " + response.status() + "\n" + waited + rest(response))
        .or(
            () ->
                exchange.failure().map(f -> f.kind() + "\n" + waited + Sanitizer.line(f.detail())))
        .orElse(waited);
  }

  private static String rest(RecordedResponse response) {
    return headers(response.headers())
        + "\n"
        + (response.text().isEmpty() ? "(no body)\n" : beginning(response.text()));
  }

  /** One line for each. */
  private static String headers(List<Header> headers) {
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

  private static String body(Body body) {
    if (body instanceof Body.Multipart form) {
      return form.parts().stream().map(ExchangeText::part).collect(Collectors.joining("\n"))
          + "\n(%s bytes in all)\n".formatted(body.size());
    }
    return body instanceof Body.Text text ? beginning(text.text()) : "";
  }

  private static String part(FormPart part) {
    String kind = part.fileName().map(name -> "file \"" + name + "\"").orElse("field");
    String type = part.mediaType().map(name -> ", " + name).orElse("");
    String size = ", %s bytes".formatted(part.content().size());
    String value = part.fileName().isPresent() ? "" : ": " + value(part);
    return Sanitizer.line("part %s: %s".formatted(part.name(), kind) + type + size + value);
  }

  private static String value(FormPart part) {
    try (InputStream in = part.content().open()) {
      String start = new String(in.readNBytes(LONGEST_FIELD), StandardCharsets.UTF_8);
      return start + (part.content().size() > LONGEST_FIELD ? "…" : "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Of a body, enough to see what it is. */
  private static String beginning(String text) {
    if (text.length() <= LONGEST_BODY) {
      return Sanitizer.lines(text);
    }
    String start = Sanitizer.start(text, LONGEST_BODY);
    return Sanitizer.lines(start)
        + "\n… (the first %s of %s characters)\n".formatted(start.length(), text.length());
  }
}
