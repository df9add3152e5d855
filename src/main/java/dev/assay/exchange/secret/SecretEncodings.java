package dev.assay.exchange.secret;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a credential can be written, by a server that sends it back or logs it. */
final class SecretEncodings {

  private SecretEncodings() {}

  static List<String> of(String value) {
    return Stream.of(Stream.of(value), otherCase(value), escaped(value), base64(value))
        .flatMap(forms -> forms)
        .distinct()
        .toList();
  }

  /** A short one in other letters is likely to be an ordinary word. */
  private static Stream<String> otherCase(String value) {
    return value.length() < Redactor.SHORT
        ? Stream.empty()
        : Stream.of(
            swappedCase(value), value.toLowerCase(Locale.ROOT), value.toUpperCase(Locale.ROOT));
  }

  /** For JSON, for URLs, for HTML; as far as needed, or every character. */
  private static Stream<String> escaped(String value) {
    String json = new String(JsonStringEncoder.getInstance().quoteAsString(value));
    String url = URLEncoder.encode(value, StandardCharsets.UTF_8);
    String hex = HexFormat.of().formatHex(value.getBytes(StandardCharsets.UTF_8));
    return Stream.of(
        json,
        json.replace("/", "\\/"),
        each(value, "\\u%04x"::formatted),
        each(value, "\\u%04X"::formatted),
        url,
        url.replace("+", "%20"),
        lowerCaseHex(url),
        each(value, "%%%02X"::formatted),
        each(value, "%%%02x"::formatted),
        html(value),
        each(value, "&#%s;"::formatted),
        hex,
        hex.toUpperCase(Locale.ROOT));
  }

  private static String each(String value, IntFunction<String> code) {
    return value.chars().mapToObj(code).collect(Collectors.joining());
  }

  private static String lowerCaseHex(String url) {
    StringBuilder lower = new StringBuilder(url);
    for (int i = lower.indexOf("%"); i >= 0; i = lower.indexOf("%", i + 1)) {
      lower.replace(i, i + 3, lower.substring(i, i + 3).toLowerCase(Locale.ROOT));
    }
    return lower.toString();
  }

  private static String html(String value) {
    return value
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  /** Both alphabets (RFC 4648), wherever in the encoded text it begins. */
  private static Stream<String> base64(String value) {
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    return Stream.of(Base64.getEncoder(), Base64.getUrlEncoder())
        .map(Base64.Encoder::withoutPadding)
        .flatMap(
            encoder ->
                Stream.of(
                    encoder.encodeToString(bytes),
                    behind(1, bytes, encoder).substring(2),
                    behind(2, bytes, encoder).substring(3)));
  }

  private static String behind(int others, byte[] bytes, Base64.Encoder encoder) {
    byte[] all = new byte[others + bytes.length];
    System.arraycopy(bytes, 0, all, others, bytes.length);
    return encoder.encodeToString(all);
  }

  static String swappedCase(String text) {
    StringBuilder swapped = new StringBuilder();
    text.chars()
        .map(c -> Character.isUpperCase(c) ? Character.toLowerCase(c) : Character.toUpperCase(c))
        .forEach(c -> swapped.append((char) c));
    return swapped.toString();
  }
}
