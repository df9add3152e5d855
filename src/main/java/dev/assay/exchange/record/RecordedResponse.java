package dev.assay.exchange.record;

import dev.assay.exchange.Header;
import java.util.List;
import java.util.Optional;

/**
 * A response as it may be shown: credentials replaced, a long body cut.
 *
 * @param status the HTTP status code
 * @param headers in the order in which they came
 * @param text the beginning of the body
 * @param size the length of the whole body in bytes, after content decoding
 * @param fingerprint of the whole body
 */
public record RecordedResponse(
    int status, List<Header> headers, String text, long size, String fingerprint) {

  /** How much of a body is shown, in characters. */
  static final int LONGEST = 1 << 14;

  public RecordedResponse {
    headers = List.copyOf(headers);
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.isNamed(name)).map(Header::value).findFirst();
  }
}
