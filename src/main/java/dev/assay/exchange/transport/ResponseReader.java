package dev.assay.exchange.transport;

import dev.assay.exchange.Digest;
import dev.assay.exchange.Header;
import dev.assay.exchange.Response;
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
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.http.MessageConstraintException;

/** Turns the bytes of an answer into a {@link Response}: bounded and decoded. */
public final class ResponseReader {

  /** No answer is read further than this; more than any file that the suites upload. */
  private static final long MOST_BYTES = 32L << 20;

  /** All names and values of an answer's headers together, in characters. */
  private static final int MOST_HEADERS = 1 << 16;

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*\"?([A-Za-z0-9._:+-]+)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads the body to its end, or to the most that is read of any.
   *
   * @param aborter called when there is more than that
   * @throws IOException when the answer did not come whole, or has too many headers
   */
  Response read(int status, List<Header> headers, InputStream body, Runnable aborter)
      throws IOException {
    requireFew(headers);
    Reading reading = new Reading(body, headers.stream().noneMatch(ResponseReader::tellsTheLength));
    if (!reading.toTheEnd()) {
      aborter.run();
    }
    String text = decoded(reading.kept.toByteArray(), headers);
    boolean whole = reading.size == reading.kept.size();
    BodyJson json = whole ? BodyJson.of(text) : BodyJson.ofBeginning(text);
    if (reading.reset.isPresent() && json.value().isEmpty() && areJson(headers)) {
      throw reading.reset.get();
    }
    return new Response(
        status,
        headers,
        text,
        json.value(),
        json.unread(),
        reading.size,
        reading.fingerprint.digits());
  }

  private static void requireFew(List<Header> headers) throws IOException {
    long size = headers.stream().mapToLong(h -> h.name().length() + h.value().length()).sum();
    if (size > MOST_HEADERS) {
      throw new MessageConstraintException("its headers have more than 64 KiB");
    }
  }

  /** A body on its way: all of it is counted and fingerprinted, and its beginning is kept. */
  private static final class Reading {

    private final InputStream body;
    private final boolean endsWithConnection;
    private final Digest fingerprint = new Digest();
    private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Optional<SocketException> reset = Optional.empty();
    private long size;

    Reading(InputStream body, boolean endsWithConnection) {
      this.body = body;
      this.endsWithConnection = endsWithConnection;
    }

    /** Whether the end came before the most that is read. */
    boolean toTheEnd() throws IOException {
      byte[] buffer = new byte[1 << 16];
      int count = next(buffer);
      while (count >= 0 && size <= MOST_BYTES) {
        fingerprint.add(buffer, count);
        size += count;
        kept.write(buffer, 0, Math.min(count, Response.KEPT_BYTES - kept.size()));
        count = next(buffer);
      }
      return count < 0;
    }

    /**
     * A body that ends with its connection may end in a reset, where the request was not all read.
     */
    private int next(byte[] buffer) throws IOException {
      try {
        return body.read(buffer);
      } catch (SocketException e) {
        if (!endsWithConnection) {
          throw e;
        }
        reset = Optional.of(e);
        return -1;
      }
    }
  }

  private static boolean areJson(List<Header> headers) {
    return headers.stream()
        .filter(header -> header.isNamed("Content-Type"))
        .anyMatch(header -> header.value().toLowerCase(Locale.ROOT).contains("json"));
  }

  private static boolean tellsTheLength(Header header) {
    return header.isNamed("Content-Length") || header.isNamed("Transfer-Encoding");
  }

  /**
   * UTF-8 where it is (RFC 8259, section 8.1); else what the server says; else as UTF-8 all the
   * same.
   */
  static String decoded(byte[] bytes, List<Header> headers) {
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
