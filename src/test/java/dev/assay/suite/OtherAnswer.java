package dev.assay.suite;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;

/** What {@link OtherServer} answers, and the many legal ways in which it puts that on the wire. */
final class OtherAnswer {

  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(SerializationFeature.INDENT_OUTPUT)
          .enable(JsonWriteFeature.ESCAPE_NON_ASCII)
          .build();

  private static final List<String> JSON_TYPES =
      List.of(
          "application/json;charset=UTF-8",
          "application/vnd.api+json",
          "Application/JSON; Charset=\"utf-8\"");

  private static final String ANY_JSON = "*";
  private static final int CLOSE_EVERY = 5;
  private static final int LEAVE_EVERY = 11;

  private enum Manner {
    /** Reads the request first. */
    LATE,
    /** Answers, and then reads what is left of the request. */
    EARLY,
    /** Answers, and closes the connection on whatever the client still sends. */
    ABRUPT
  }

  private final int status;
  private final String type;
  private final byte[] body;
  private final Path file;
  private final Map<String, String> headers = new HashMap<>();
  private Manner manner = Manner.LATE;

  private OtherAnswer(int status, String type, String body, Path file) {
    this.status = status;
    this.type = type;
    this.body = body.getBytes(UTF_8);
    this.file = file;
  }

  static OtherAnswer empty(int status) {
    return new OtherAnswer(status, null, "", null);
  }

  static OtherAnswer text(int status, String text) {
    return new OtherAnswer(status, "text/plain; charset=utf-8", text, null);
  }

  static OtherAnswer xml(int status, String text) {
    return new OtherAnswer(status, "application/xml", text, null);
  }

  static OtherAnswer file(Path file) {
    return new OtherAnswer(200, "application/octet-stream", "", file);
  }

  /** Names the member that is missing or wrong. */
  static OtherAnswer problem(String member) {
    String text = "{\"title\":\"wrong\",\"errors\":[{\"path\":\"" + member + "\"}]}";
    return new OtherAnswer(422, "application/problem+json", text, null);
  }

  static OtherAnswer json(int status, JsonNode json) {
    try {
      // A slash may be escaped, and it only occurs in strings.
      String text = JSON.writeValueAsString(json).replace("/", "\\/") + "\r\n";
      return new OtherAnswer(status, ANY_JSON, text, null);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  OtherAnswer with(String header, String value) {
    headers.put(header, value);
    return this;
  }

  OtherAnswer early() {
    manner = Manner.EARLY;
    return this;
  }

  OtherAnswer abrupt() {
    manner = Manner.ABRUPT;
    return this;
  }

  /** Sends it as the answer of that number, which decides its dress. */
  void send(HttpExchange exchange, int number) throws IOException {
    InputStream request = exchange.getRequestBody();
    if (manner == Manner.LATE) {
      request.transferTo(OutputStream.nullOutputStream());
    }
    Headers sent = exchange.getResponseHeaders();
    headers.forEach(sent::set);
    if (type != null) {
      sent.set("Content-Type", type.equals(ANY_JSON) ? jsonType(number) : type);
    }
    if (status == 401) {
      sent.set("WWW-Authenticate", "Bearer realm=\"other\"");
    }
    if (manner != Manner.LATE || number % CLOSE_EVERY == 0) {
      sent.set("Connection", "close");
    }
    boolean gzip = manner == Manner.LATE && type != null && file == null && takesGzip(exchange);
    if (gzip) {
      sent.set("Content-Encoding", "gzip");
      sent.set("Vary", "Accept-Encoding");
    }
    long length = length(exchange, gzip, number);
    exchange.sendResponseHeaders(status, length);
    if (length < 0) {
      return;
    }
    write(exchange, gzip);
    if (manner == Manner.EARLY) {
      request.transferTo(OutputStream.nullOutputStream());
    }
    if (manner == Manner.ABRUPT) {
      throw new IOException("hangs up on the rest of the request");
    }
    exchange.close();
    if (number % LEAVE_EVERY == 0) {
      throw new IOException("leaves without a word");
    }
  }

  /** -1 for no body, 0 for a chunked one. */
  private long length(HttpExchange exchange, boolean gzip, int number) throws IOException {
    if (exchange.getRequestMethod().equals("HEAD") || type == null) {
      return -1;
    }
    if (file != null) {
      long size = Files.size(file);
      return size == 0 ? -1 : size;
    }
    return gzip || (manner == Manner.LATE && number % 2 == 0) ? 0 : body.length;
  }

  private void write(HttpExchange exchange, boolean gzip) throws IOException {
    OutputStream out = exchange.getResponseBody();
    if (file != null) {
      Files.copy(file, out);
    } else if (gzip) {
      GZIPOutputStream zipped = new GZIPOutputStream(out);
      zipped.write(body);
      zipped.finish();
    } else {
      out.write(body);
    }
    out.flush();
  }

  private static String jsonType(int number) {
    return JSON_TYPES.get(number % JSON_TYPES.size());
  }

  private static boolean takesGzip(HttpExchange exchange) {
    String accepted =
        String.join(",", exchange.getRequestHeaders().getOrDefault("Accept-Encoding", List.of("")));
    return List.of(accepted.replace(" ", "").split(",", -1)).stream()
        .anyMatch(coding -> coding.matches("(?i)(x-)?gzip(;q=(1.*|0\\.\\d*[1-9]\\d*))?"));
  }

  static void refuseIf(boolean wrong, OtherAnswer answer) throws Refusal {
    if (wrong) {
      throw new Refusal(answer);
    }
  }

  /** Ends the handling of a request with an answer. */
  static final class Refusal extends Exception {

    private static final long serialVersionUID = 1L;

    private final transient OtherAnswer answer;

    Refusal(OtherAnswer answer) {
      super("status " + answer.status, null, false, false);
      this.answer = answer;
    }

    OtherAnswer answer() {
      return answer;
    }
  }
}
