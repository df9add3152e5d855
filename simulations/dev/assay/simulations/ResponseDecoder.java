package dev.assay.simulations;

import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpMessage;
import io.netty.handler.codec.http.HttpResponseDecoder;

/**
 * Reads answers as a contract run does: as tolerant as RFC 9112 lets a client be (sections 2.2 and
 * 6.3), but no name of the protocol in other letters (section 2.3).
 */
final class ResponseDecoder extends HttpResponseDecoder {

  private static final int LONGEST_HEAD = 1 << 16;

  ResponseDecoder() {
    super(
        new HttpDecoderConfig()
            // Lines may end with LF alone.
            .setStrictLineParsing(false)
            // A length may be given twice, and beside chunks none counts.
            .setAllowDuplicateContentLengths(true)
            .setUseRfc9112TransferEncoding(false)
            .setValidateHeaders(false)
            .setMaxInitialLineLength(LONGEST_HEAD)
            .setMaxHeaderSize(LONGEST_HEAD));
  }

  @Override
  protected HttpMessage createMessage(String[] initialLine) {
    if (!initialLine[0].startsWith("HTTP/")) {
      throw new ForeignAnswer(String.join(" ", initialLine));
    }
    return super.createMessage(initialLine);
  }
}
