package dev.assay.exchange.transport;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Header;
import dev.assay.exchange.Response;
import java.util.Locale;
import java.util.Optional;

/**
 * A body as JSON, as far as it is read (RFC 8259, section 9, lets a reader have limits).
 *
 * @param value the one value that the body is, if it is one
 * @param unread why the body may be JSON all the same, if it goes beyond what is read
 */
public record BodyJson(Optional<JsonNode> value, Optional<String> unread) {

  private static final int DEEPEST = 500;
  private static final int MOST_DIGITS = 20_000;

  private static final ObjectMapper JSON =
      new ObjectMapper(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(DEEPEST)
                          .maxNumberLength(MOST_DIGITS)
                          .build())
                  .build())
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .enable(JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION);

  private static final BodyJson NONE = new BodyJson(Optional.empty(), Optional.empty());

  /**
   * An answer's body, in UTF-8 or what its Content-Type says.
   *
   * @param whole whether that is all of it
   */
  public static BodyJson of(byte[] body, Optional<String> contentType, boolean whole) {
    String text = text(body, contentType);
    return whole ? of(text) : ofBeginning(text);
  }

  /** An answer's body as text. */
  public static String text(byte[] body, Optional<String> contentType) {
    return ResponseReader.decoded(
        body, contentType.map(type -> new Header("Content-Type", type)).stream().toList());
  }

  /** That text, which is the whole body. */
  static BodyJson of(String text) {
    try {
      return new BodyJson(
          Optional.ofNullable(JSON.readTree(text)).filter(node -> !node.isMissingNode()),
          Optional.empty());
    } catch (StreamConstraintsException e) {
      return unread(
          String.format(
              Locale.ROOT,
              "it is nested deeper than %d levels or has a number of more than %,d digits",
              DEEPEST,
              MOST_DIGITS));
    } catch (JsonProcessingException e) {
      return NONE;
    }
  }

  /** That text, which is only the beginning of the body. */
  static BodyJson ofBeginning(String text) {
    return text.stripLeading().startsWith("{") || text.stripLeading().startsWith("[")
        ? unread("it has more than %s KiB".formatted(Response.KEPT_BYTES >> 10))
        : NONE;
  }

  private static BodyJson unread(String why) {
    return new BodyJson(
        Optional.empty(), Optional.of("the answer was not read as JSON, because " + why));
  }
}
