package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.github.curiousoddman.rgxgen.RgxGen;
import com.github.curiousoddman.rgxgen.config.RgxGenOption;
import com.github.curiousoddman.rgxgen.config.RgxGenProperties;
import dev.assay.contract.schema.EcmaPattern;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.regex.PatternSyntaxException;

/**
 * Texts that a schema allows.
 *
 * @param data for texts that occur nowhere else
 */
record TextValues(TestData data) {

  private static final int TRIES = 200;
  private static final int MOST_REPETITIONS = 12;
  private static final int LONGEST = 1_000;
  private static final long SEED = 7;

  /** One for that purpose; none where none was found. */
  Optional<JsonNode> of(JsonNode schema, String purpose) {
    int least = schema.path("minLength").asInt(0);
    int most = schema.path("maxLength").asInt(Integer.MAX_VALUE);
    if (schema.has("pattern")) {
      return matching(schema.get("pattern").asText(), least, most)
          .map(JsonNodeFactory.instance::textNode);
    }
    return Optional.of(
        JsonNodeFactory.instance.textNode(fitted(text(schema, purpose), least, most, purpose)));
  }

  private String fitted(String text, int least, int most, String purpose) {
    String shorter =
        text.length() <= most ? text : data.marker(purpose).substring(0, Math.min(most, 12));
    return shorter.length() >= least ? shorter : shorter + "x".repeat(least - shorter.length());
  }

  private String text(JsonNode schema, String purpose) {
    String marker = data.marker(purpose);
    return switch (schema.path("format").asText()) {
      case "date" -> "2026-11-01";
      case "date-time" -> "2026-11-01T12:00:00Z";
      case "time" -> "12:00:00Z";
      case "duration" -> "PT1H";
      case "email", "idn-email" -> "assay-" + marker + "@example.com";
      case "uri", "url", "uri-reference", "iri", "iri-reference" -> "https://example.com/" + marker;
      case "uri-template" -> "https://example.com/{id}";
      case "hostname", "idn-hostname" -> "example.com";
      case "ipv4" -> "192.0.2.1";
      case "ipv6" -> "2001:db8::1";
      case "uuid" -> TestData.uuid(marker);
      case "json-pointer" -> "/assay/0";
      case "relative-json-pointer" -> "0/assay";
      case "regex" -> "^[a-z]+$";
      case "char" -> "a";
      case "byte", "base64url" -> "QXNzYXk=";
      case "sf-integer" -> "1";
      case "sf-boolean" -> "?1";
      case "sf-token" -> "assay";
      case "sf-string" -> "\"assay\"";
      case "sf-binary" -> ":QXNzYXk=:";
      case "http-date" -> "Sun, 01 Nov 2026 12:00:00 GMT";
      case "media-range" -> "text/plain";
      case "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64" -> "1";
      case "decimal", "decimal128", "float", "double" -> "1.5";
      default -> data.sentence(purpose);
    };
  }

  /** A text that the pattern matches somewhere, of no length in particular. */
  static Optional<String> matching(String pattern) {
    return matching(pattern, 0, Integer.MAX_VALUE);
  }

  private static Optional<String> matching(String pattern, int least, int most) {
    try {
      RgxGenProperties properties = new RgxGenProperties();
      RgxGenOption.INFINITE_PATTERN_REPETITION.setInProperties(
          properties, Math.max(MOST_REPETITIONS, Math.min(least, LONGEST)));
      RgxGen texts = RgxGen.parse(properties, pattern);
      Random random = new Random(SEED);
      for (int i = 0; i < TRIES; i++) {
        String text = texts.generate(random);
        String longer = text + "x".repeat(Math.max(0, Math.min(least, LONGEST) - text.length()));
        for (String each : List.of(text, longer)) {
          int length = each.codePointCount(0, each.length());
          if (length >= least && length <= most && matches(pattern, each)) {
            return Optional.of(each);
          }
        }
      }
    } catch (RuntimeException notUnderstood) {
      return Optional.empty();
    }
    return Optional.empty();
  }

  /** Whether the pattern matches somewhere in the text (JSON Schema Validation, section 6.3.3). */
  static boolean matches(String pattern, String text) {
    try {
      return EcmaPattern.of(pattern).matcher(text).find();
    } catch (PatternSyntaxException ofAnotherDialect) {
      return false;
    }
  }
}
