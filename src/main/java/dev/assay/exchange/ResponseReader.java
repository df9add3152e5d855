package dev.assay.exchange;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns the bytes of an answer into a {@link Response}: bounded, decoded, redacted. */
final class ResponseReader {

  /** No answer is read further than this; more than any file that the suites upload. */
  private static final long MOST_BYTES = 64L << 20;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:+-]+)", Pattern.CASE_INSENSITIVE);

  private static final ObjectMapper JSON =
      new ObjectMapper(new JsonFactory())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

  private final Redactor redactor;

  ResponseReader(Redactor redactor) {
    this.redactor = redactor;
  }

  /**
   * Reads the body to its end, or to the most that is read of any.
   *
   * @param aborter called when there is more than that
   */
  Response read(int status, List<Header> headers, InputStream body, Runnable aborter)
      throws IOException {
    Fingerprint fingerprint = new Fingerprint();
    ByteArrayOutputStream kept = new ByteArrayOutputStream();
    byte[] buffer = new byte[1 << 16];
    boolean endsWithConnection = headers.stream().noneMatch(ResponseReader::tellsTheLength);
    long size = 0;
    int count = next(body, buffer, endsWithConnection);
    while (count >= 0 && size <= MOST_BYTES) {
      fingerprint.add(buffer, count);
      size += count;
      kept.write(buffer, 0, Math.min(count, Client.KEPT_BYTES - kept.size()));
      count = next(body, buffer, endsWithConnection);
    }
    if (count >= 0) {
      aborter.run();
    }
    String text = decoded(kept.toByteArray(), headers);
    return new Response(
        status,
        headers.stream().map(h -> new Header(h.name(), redactor.text(h.value()))).toList(),
        redactor.text(text),
        size > kept.size() ? Optional.empty() : json(text),
        size,
        fingerprint.digits());
  }

  /**
   * A body that ends with its connection may end in a reset, where the request was not all read.
   */
  private static int next(InputStream body, byte[] buffer, boolean endsWithConnection)
      throws IOException {
    try {
      return body.read(buffer);
    } catch (SocketException e) {
      if (endsWithConnection) {
        return -1;
      }
      throw e;
    }
  }

  private static boolean tellsTheLength(Header header) {
    return header.isNamed("Content-Length") || header.isNamed("Transfer-Encoding");
  }

  private Optional<JsonNode> json(String text) {
    try {
      return Optional.ofNullable(JSON.readTree(text))
          .filter(node -> !node.isMissingNode())
          .map(redactor::json);
    } catch (JsonProcessingException | StackOverflowError e) {
      return Optional.empty();
    }
  }

  /**
   * UTF-8 where it is (RFC 8259, section 8.1); else what the server says; else as UTF-8 all the
   * same.
   */
  private static String decoded(byte[] bytes, List<Header> headers) {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      text = new String(bytes, declared(headers));
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static Charset declared(List<Header> headers) {
    for (Header header : headers) {
      Matcher charset = CHARSET.matcher(header.value());
      if (header.isNamed("Content-Type") && charset.find()) {
        try {
          return Charset.forName(charset.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
          return StandardCharsets.UTF_8;
        }
      }
    }
    return StandardCharsets.UTF_8;
  }
}
