package dev.assay.mock.http;

import java.util.ArrayList;
import java.util.List;

/**
 * Cuts a multipart body (RFC 2046, RFC 7578) into its parts, strictly and without copying: every
 * line ends with CRLF, and the closing delimiter must be there.
 */
final class MultipartReader {

  private static final int MOST_PARTS = 100;
  private static final Bytes CRLF = Bytes.utf8("\r\n");
  private static final Bytes BLANK_LINE = Bytes.utf8("\r\n\r\n");
  private static final Bytes BLANK = Bytes.utf8(" ");
  private static final Bytes TAB = Bytes.utf8("\t");
  private static final Bytes DASHES = Bytes.utf8("--");

  private final Bytes body;
  private final Bytes delimiter;
  private int at;

  MultipartReader(Bytes body, String boundary) {
    this.body = body;
    this.delimiter = Bytes.utf8("\r\n--" + boundary);
  }

  /**
   * Reads the parts, in order.
   *
   * @throws Refusal 400 when the body is malformed
   */
  List<ReceivedPart> parts() {
    List<ReceivedPart> parts = new ArrayList<>();
    at = afterFirstDelimiter();
    while (!body.hasAt(at, DASHES)) {
      require(parts.size() < MOST_PARTS);
      parts.add(part());
    }
    return parts;
  }

  /** The first delimiter may stand at the very beginning, without the line end before it. */
  private int afterFirstDelimiter() {
    Bytes bare = delimiter.slice(CRLF.length(), delimiter.length());
    return body.hasAt(0, bare) ? bare.length() : find(delimiter, 0) + delimiter.length();
  }

  private ReceivedPart part() {
    skipBlanks();
    require(body.hasAt(at, CRLF));
    int headersEnd = find(BLANK_LINE, at);
    int contentStart = headersEnd + BLANK_LINE.length();
    int contentEnd = find(delimiter, contentStart);
    Bytes headers = body.slice(Math.min(at + CRLF.length(), headersEnd), headersEnd);
    at = contentEnd + delimiter.length();
    return PartHeaders.read(headers).part(body.slice(contentStart, contentEnd));
  }

  private void skipBlanks() {
    while (body.hasAt(at, BLANK) || body.hasAt(at, TAB)) {
      at++;
    }
  }

  private int find(Bytes sought, int start) {
    int found = body.indexOf(sought, start);
    require(found >= 0);
    return found;
  }

  private static void require(boolean wellFormed) {
    if (!wellFormed) {
      throw new Refusal(400, "the multipart body is malformed");
    }
  }
}
