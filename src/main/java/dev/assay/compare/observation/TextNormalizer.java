package dev.assay.compare.observation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.record.Recorder;
import dev.assay.verdict.IsoInstant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The texts of an answer without what can be no difference between two services: the service's own
 * address, what the request had said, the target's own credentials and ids, times and UUIDs.
 *
 * @param service host and port
 * @param sent what the request had said, the longest first
 * @param recorder knows the credentials and ids of the target
 */
record TextNormalizer(String service, List<String> sent, Recorder recorder) {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int SHORTEST_ECHO = 5;
  private static final int LONG_NUMBER = 8;

  private static final Pattern TIME =
      Pattern.compile(
          "(\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(?::\\d{2}(?:[.,]\\d+)?)?)([Zz]|[+-]\\d{2}:?\\d{2})?");
  private static final Pattern OFFSET = Pattern.compile("(?:[Zz]|[+-]\\d{2}(?::?\\d{2})?)$");
  private static final Pattern HTTP_DATE =
      Pattern.compile(
          "[A-Z][a-z]{2,8}, \\d{2}[ -][A-Z][a-z]{2}[ -]\\d{2,4} \\d{2}:\\d{2}:\\d{2} GMT"
              + "|[A-Z][a-z]{2} [A-Z][a-z]{2} [ \\d]\\d \\d{2}:\\d{2}:\\d{2} \\d{4}");
  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}-(?:\\p{XDigit}{4}-){3}\\p{XDigit}{12}");

  /** Whole and without going back, or a long word would be read as often as it has letters. */
  private static final Pattern NAME_WITH_DIGITS =
      Pattern.compile("(?<![A-Za-z0-9_-])(?=[A-Za-z0-9_-]{5})[A-Za-z_-]*+\\d[A-Za-z0-9_-]*+");

  /** Where there was no exchange at all. */
  static TextNormalizer of(Recorder recorder) {
    return new TextNormalizer("", List.of(), recorder);
  }

  static TextNormalizer of(Exchange exchange, Recorder recorder) {
    Request request = exchange.request();
    Set<String> sent = new TreeSet<>(longestFirst());
    said(request.body()).filter(text -> !text.isBlank()).forEach(sent::add);
    String authority = request.uri().getRawAuthority();
    return new TextNormalizer(authority == null ? "" : authority, List.copyOf(sent), recorder);
  }

  private static Comparator<String> longestFirst() {
    return Comparator.comparingInt(String::length).reversed().thenComparing(text -> text);
  }

  private static Stream<String> said(Body body) {
    if (body instanceof Body.Multipart form) {
      return form.parts().stream().flatMap(TextNormalizer::said);
    }
    return body instanceof Body.Text text ? said(text.text()) : Stream.empty();
  }

  private static Stream<String> said(FormPart part) {
    return Stream.concat(part.fileName().stream(), part.text().stream());
  }

  private static Stream<String> said(String json) {
    List<String> texts = new ArrayList<>();
    try {
      addTexts(JSON.readTree(json), texts);
    } catch (JsonProcessingException | StackOverflowError e) {
      return Stream.empty();
    }
    return texts.stream();
  }

  private static void addTexts(JsonNode node, List<String> texts) {
    if (node.isTextual()) {
      texts.add(node.textValue());
    }
    node.forEach(child -> addTexts(child, texts));
  }

  /** That text without what can be no difference. */
  String plain(String text) {
    if (sent.contains(text)) {
      return "(as sent)";
    }
    if (IsoInstant.parse(text).isPresent()) {
      return withoutDigits(text);
    }
    String plain = recorder.text(text);
    plain = service.isEmpty() ? plain : ignoringCase(service).matcher(plain).replaceAll("SERVICE");
    for (String echo : sent) {
      plain = echo.length() < SHORTEST_ECHO ? plain : plain.replace(echo, "(as sent)");
    }
    plain = TIME.matcher(plain).replaceAll(TextNormalizer::anyTime);
    plain = recorder.comparable(HTTP_DATE.matcher(plain).replaceAll("(date)"));
    return UUID.matcher(plain).replaceAll("(uuid)");
  }

  /** The name of a member, which may be an id or a credential. */
  String own(String name) {
    return recorder.comparable(name);
  }

  /** A number, unless it is as long as a credential and is one. */
  String number(String digits) {
    return digits.length() < LONG_NUMBER ? digits : recorder.text(digits);
  }

  /** The beginning of a text that goes on. */
  String beginning(String text) {
    return recorder.beginning(text);
  }

  /** Whether the request sent a file with a name that ends so. */
  boolean sentNameEnds(String extension) {
    return sent.stream().anyMatch(text -> text.endsWith(extension));
  }

  private static Pattern ignoringCase(String literal) {
    return Pattern.compile(
        "(?<![A-Za-z0-9.-])" + Pattern.quote(literal) + "(?![A-Za-z0-9.-]*[A-Za-z0-9])",
        Pattern.CASE_INSENSITIVE);
  }

  private static String anyTime(MatchResult time) {
    String offset = time.group(2) == null ? "" : time.group(2);
    return Matcher.quoteReplacement(time.group(1).replaceAll("\\d", "0") + offset);
  }

  /** A time's offset from UTC stays: it is part of its form. */
  private static String withoutDigits(String time) {
    Matcher offset = OFFSET.matcher(time);
    int end = offset.find(time.length() / 2) ? offset.start() : time.length();
    return time.substring(0, end).replaceAll("\\d", "0") + time.substring(end);
  }

  /** A plain text without whatever else looks like an id or a number. */
  static String form(String plain) {
    return NAME_WITH_DIGITS.matcher(plain).replaceAll("*");
  }

  static String withoutNumbers(String text) {
    return text.replaceAll("-?\\d+", "#");
  }
}
