package dev.assay.cli;

import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;

/** A form that an answer can have on the wire, and whether a client is to take it. */
@SuppressWarnings("ImmutableEnumChecker")
enum AnswerForm {
  PLAIN(true, json -> head("") + length(json) + "\r\n" + json),
  SAME_LENGTH_TWICE(true, json -> head("") + length(json) + length(json) + "\r\n" + json),
  SAME_LENGTH_IN_A_LIST(
      true,
      json -> head("Content-Length: %1$d, %1$d\r\n".formatted(json.length())) + "\r\n" + json),
  TWO_LENGTHS(
      false,
      json ->
          head("Content-Length: %d\r\n".formatted(json.length() + 1))
              + length(json)
              + "\r\n"
              + json),
  NO_NUMBER_AS_LENGTH(false, json -> head("Content-Length: many\r\n") + "\r\n" + json),
  NEGATIVE_LENGTH(false, json -> head("Content-Length: -5\r\n") + "\r\n" + json),
  LENGTH_BEYOND_THE_END(
      false, json -> head("Content-Length: %d\r\n".formatted(json.length() + 9)) + "\r\n" + json),
  WITHOUT_LENGTH(true, json -> head("") + "\r\n" + json),
  BARE_LINE_FEEDS(true, json -> (head("") + length(json) + "\r\n").replace("\r\n", "\n") + json),
  BARE_LINE_FEEDS_BEFORE_CHUNKS(
      true,
      json ->
          (head("Transfer-Encoding: chunked\r\n") + "\r\n").replace("\r\n", "\n") + chunk(json)),
  BARE_LINE_FEEDS_IN_CHUNKS(
      false,
      json -> head("Transfer-Encoding: chunked\r\n") + "\r\n" + chunk(json).replace("\r\n", "\n")),
  CHUNKED(true, json -> head("Transfer-Encoding: chunked\r\n") + "\r\n" + chunk(json)),
  CHUNKED_IN_CAPITALS(true, json -> head("transfer-encoding: Chunked\r\n") + "\r\n" + chunk(json)),
  CHUNKED_WITH_A_LENGTH(
      true,
      json -> head("Content-Length: 7\r\nTransfer-Encoding: chunked\r\n") + "\r\n" + chunk(json)),
  CHUNK_EXTENSIONS(
      true,
      json ->
          head("Transfer-Encoding: chunked\r\n")
              + "\r\n"
              + chunk(json).replaceFirst("\r\n", ";name=\"va;lue\";flag\r\n")),
  CHUNK_SIZES_WITH_ZEROS_AND_CAPITALS(
      true,
      json ->
          head("Transfer-Encoding: chunked\r\n")
              + "\r\n000%X\r\n%s\r\n000\r\n\r\n".formatted(json.length(), json)),
  TRAILERS(
      true,
      json ->
          head("Transfer-Encoding: chunked\r\nTrailer: X-Sum\r\n")
              + "\r\n"
              + chunk(json).replaceFirst("\r\n\\z", "X-Sum: 1\r\n\r\n")),
  CHUNK_SIZE_THAT_IS_NONE(
      false, json -> head("Transfer-Encoding: chunked\r\n") + "\r\nzz\r\n" + json),
  FOLDED_HEADER(
      true, json -> head("X-A: one\r\n two\r\n\tthree\r\n") + length(json) + "\r\n" + json),
  BLANK_BEFORE_THE_COLON(
      true, json -> head("Content-Length : %d\r\n".formatted(json.length())) + "\r\n" + json),
  NO_BLANK_AFTER_THE_COLON(
      true, json -> head("Content-Length:%d\r\n".formatted(json.length())) + "\r\n" + json),
  BLANKS_AROUND_A_VALUE(
      true, json -> head("Content-Length: \t %d \t \r\n".formatted(json.length())) + "\r\n" + json),
  EMPTY_VALUE(true, json -> head("X-A:\r\nX-B: \r\n") + length(json) + "\r\n" + json),
  UMLAUTS_IN_A_HEADER(true, json -> head("X-A: Grüße\r\n") + length(json) + "\r\n" + json),
  LONG_HEADER(
      true, json -> head("X-A: " + "x".repeat(30_000) + "\r\n") + length(json) + "\r\n" + json),
  HEADERS_OF_A_MEBIBYTE(
      false,
      json ->
          head(("X-A: " + "x".repeat(1_000) + "\r\n").repeat(1_000))
              + length(json)
              + "\r\n"
              + json),
  NO_REASON(true, json -> head("HTTP/1.1 200 ", "") + length(json) + "\r\n" + json),
  NO_REASON_AND_NO_BLANK(true, json -> head("HTTP/1.1 200", "") + length(json) + "\r\n" + json),
  LONG_REASON(
      true,
      json -> head("HTTP/1.1 200 " + "very ".repeat(2_000), "") + length(json) + "\r\n" + json),
  TWO_BLANKS_IN_THE_STATUS_LINE(
      true, json -> head("HTTP/1.1  200  OK", "") + length(json) + "\r\n" + json),
  HTTP_1_0(true, json -> head("HTTP/1.0 200 OK", "") + length(json) + "\r\n" + json),
  HTTP_1_0_WITHOUT_LENGTH(true, json -> head("HTTP/1.0 200 OK", "") + "\r\n" + json),
  LOWER_CASE_VERSION(false, json -> head("http/1.1 200 OK", "") + length(json) + "\r\n" + json),
  ANOTHER_PROTOCOL(false, json -> head("ICY 200 OK", "") + length(json) + "\r\n" + json),
  NO_VERSION(false, json -> head("200 OK", "") + length(json) + "\r\n" + json),
  NO_STATUS_LINE(false, json -> json),
  EMPTY_LINES_BEFORE(true, json -> "\r\n\r\n" + head("") + length(json) + "\r\n" + json),
  CONTINUE_BEFORE(
      true, json -> "HTTP/1.1 100 Continue\r\n\r\n" + head("") + length(json) + "\r\n" + json),
  HINTS_BEFORE(
      true,
      json ->
          "HTTP/1.1 103 Early Hints\r\nLink: </a.css>; rel=preload\r\n\r\n".repeat(3)
              + head("")
              + length(json)
              + "\r\n"
              + json),
  ONLY_HINTS(false, json -> "HTTP/1.1 103 Early Hints\r\n\r\n"),
  HEADERS_IN_ODD_CASES(
      true,
      json ->
          "HTTP/1.1 200 OK\r\nCONTENT-TYPE: application/json\r\ncOnNeCtIoN: ClOsE\r\ncontent-length: %d\r\n\r\n%s"
              .formatted(json.length(), json));

  private final boolean taken;
  private final UnaryOperator<String> form;

  AnswerForm(boolean taken, UnaryOperator<String> form) {
    this.taken = taken;
    this.form = form;
  }

  /** Whether a client is to take it. */
  boolean taken() {
    return taken;
  }

  /** An answer with that body, of ASCII, in this form. */
  byte[] of(String json) {
    return form.apply(json).getBytes(StandardCharsets.ISO_8859_1);
  }

  private static String head(String headers) {
    return head("HTTP/1.1 200 OK", headers);
  }

  private static String head(String statusLine, String headers) {
    return statusLine + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + headers;
  }

  private static String length(String json) {
    return "Content-Length: %d\r\n".formatted(json.length());
  }

  private static String chunk(String json) {
    return "%x\r\n%s\r\n0\r\n\r\n".formatted(json.length(), json);
  }
}
