package dev.assay.exchange;

import dev.assay.exchange.Failure.Kind;
import dev.assay.exchange.RawServer.Script;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.zip.GZIPOutputStream;

/** What a broken server can send, and what is then to be said of it. */
@SuppressWarnings("ImmutableEnumChecker")
public enum Hostility {
  NEVER_ANSWERS(Kind.TIMEOUT, "did not answer in time", (c, n) -> c.hang()),
  CLOSES_AT_ONCE(Kind.RESET, "closed the connection without a whole answer", (c, n) -> {}),
  RESETS_AT_ONCE(Kind.RESET, "closed the connection without a whole answer", (c, n) -> c.reset()),
  RESETS_AFTER_THE_HEAD(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readHead();
        c.reset();
      }),
  RESETS_AFTER_THE_REQUEST(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.reset();
      }),
  RESETS_IN_ITS_HEAD(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\nContent-Ty");
        c.reset();
      }),
  CLOSES_IN_ITS_HEAD(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\nContent-Ty");
      }),
  CLOSES_BETWEEN_HEAD_AND_BODY(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n");
      }),
  RESETS_IN_ITS_BODY(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write(json("Content-Length: 40") + "{\"message_id\": 1,");
        c.reset();
      }),
  RESETS_IN_A_BODY_WITHOUT_LENGTH(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write(json("Connection: close") + "{\"message_id\": 1,");
        c.reset();
      }),
  TELLS_TOO_GREAT_A_LENGTH(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write(json("Content-Length: 40") + "{}");
      }),
  TELLS_TOO_GREAT_A_LENGTH_AND_STAYS(
      Kind.TIMEOUT,
      "did not answer in time",
      (c, n) -> {
        c.readRequest();
        c.write(json("Content-Length: 40") + "{}");
        c.hang();
      }),
  CLOSES_IN_A_CHUNK(
      Kind.RESET,
      "closed the connection without a whole answer",
      (c, n) -> {
        c.readRequest();
        c.write(json("Transfer-Encoding: chunked") + "40\r\n{\"a\":");
      }),
  DRIPS_ITS_HEAD(
      Kind.TIMEOUT,
      "had not finished its answer after",
      (c, n) -> {
        c.readRequest();
        c.drip("HTTP/1.1 200 OK\r\nX: " + "y".repeat(1_000), Duration.ofMillis(30));
      }),
  DRIPS_ITS_BODY(
      Kind.TIMEOUT,
      "had not finished its answer after",
      (c, n) -> {
        c.readRequest();
        c.write(json("Content-Length: 1000"));
        c.drip(" ".repeat(1_000), Duration.ofMillis(30));
      }),
  HEADER_LINE_WITHOUT_END(
      Kind.MALFORMED,
      "headers without end",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\nX: ");
        c.flood("y".repeat(8_000).getBytes(StandardCharsets.US_ASCII));
      }),
  HEADERS_WITHOUT_END(
      Kind.MALFORMED,
      "headers without end",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\n");
        c.flood("X: y\r\n".repeat(100).getBytes(StandardCharsets.US_ASCII));
      }),
  LARGE_HEADERS(
      Kind.MALFORMED,
      "headers without end",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n");
        c.write(("X: " + "y".repeat(1_000) + "\r\n").repeat(100) + "\r\n{}");
      }),
  BAD_CHUNK_SIZE(
      Kind.MALFORMED,
      "what is not HTTP",
      (c, n) -> {
        c.readRequest();
        c.write(json("Transfer-Encoding: chunked") + "zz\r\n{}\r\n0\r\n\r\n");
      }),
  BAD_GZIP(
      Kind.MALFORMED,
      "what is not HTTP",
      (c, n) -> {
        c.readRequest();
        c.write(json("Content-Encoding: gzip\r\nContent-Length: 12") + "not zipped!!");
      }),
  GARBAGE_STATUS_LINE(
      Kind.MALFORMED,
      "what is not HTTP",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 two hundred\r\nContent-Length: 2\r\n\r\n{}");
      }),
  GARBAGE_WITHOUT_END(
      Kind.MALFORMED,
      "what is not HTTP",
      (c, n) -> c.flood("220 mail.example.com ESMTP\r\n".getBytes(StandardCharsets.US_ASCII))),
  HTTP_0_9(
      Kind.MALFORMED,
      "what is not HTTP",
      (c, n) -> {
        c.readRequest();
        c.write("{\"message_id\": 1}\n");
      }),
  INTERIM_ANSWERS_WITHOUT_END(
      Kind.MALFORMED,
      "interim answers (1xx)",
      (c, n) -> {
        c.readRequest();
        c.flood("HTTP/1.1 103 Early Hints\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
      }),
  A_PROXY_WITHOUT_ITS_SERVICE(
      Kind.GATEWAY,
      "a proxy answered for",
      (c, n) -> {
        c.readRequest();
        c.write(html("502 Bad Gateway"));
      }),
  A_PROXY_THAT_GAVE_UP(
      Kind.GATEWAY,
      "a proxy answered for",
      (c, n) -> {
        c.readRequest();
        c.write(html("504 Gateway Timeout"));
      }),
  ALWAYS_TOO_MANY_REQUESTS(
      Kind.RATE_LIMITED,
      "lower limits.requestsPerSecond",
      (c, n) -> {
        c.readRequest();
        c.write("HTTP/1.1 429 X\r\nRetry-After: 3600\r\nContent-Length: 0\r\n\r\n");
      });

  private final Kind kind;
  private final String sentence;
  private final Script script;

  Hostility(Kind kind, String sentence, Script script) {
    this.kind = kind;
    this.sentence = sentence;
    this.script = script;
  }

  /** How an exchange with it fails. */
  public Kind kind() {
    return kind;
  }

  /** What the user reads, or a part of it. */
  public String sentence() {
    return sentence;
  }

  /** What it does on each connection. */
  public Script script() {
    return script;
  }

  /** The head of a 200 answer in JSON, with those headers besides. */
  public static String json(String headers) {
    return "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n" + headers + "\r\n\r\n";
  }

  private static String html(String status) {
    return "HTTP/1.1 %s\r\nContent-Type: text/html\r\nContent-Length: 13\r\n\r\n<h1>nginx</h1"
        .formatted(status);
  }

  /** An answer that never ends. */
  public static Script endless(String beginning) {
    return (c, n) -> {
      c.readRequest();
      c.write(json("Connection: close") + beginning);
      c.flood(" ".repeat(1 << 16).getBytes(StandardCharsets.US_ASCII));
    };
  }

  /** An answer of a gigabyte in a megabyte. */
  public static Script gzipBomb() {
    byte[] bomb = bomb();
    return (c, n) -> {
      c.readRequest();
      c.write(json("Content-Encoding: gzip\r\nContent-Length: " + bomb.length));
      c.write(bomb);
    };
  }

  private static byte[] bomb() {
    ByteArrayOutputStream zipped = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(zipped)) {
      byte[] blanks = " ".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
      gzip.write('{');
      for (int i = 0; i < 1 << 10; i++) {
        gzip.write(blanks);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return zipped.toByteArray();
  }
}
