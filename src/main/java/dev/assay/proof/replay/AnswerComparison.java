package dev.assay.proof.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.exchange.secret.Redactor;
import dev.assay.mock.Replica.Answer;
import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.proof.replay.RecordedTraffic.Answered;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/** Says in what an answer differs, and how bad that is. */
public record AnswerComparison(Redactor redactor) {

  private static final JsonMapper JSON = new JsonMapper();
  private static final String LATE = "delay";
  private static final int LONGEST_SHOWN = 160;
  private static final int SHORTEST_SENT = 2;
  private static final Set<Integer> ENTRANCE = Set.of(401, 403);

  /** A place in an answer, and what stands there; nothing where nothing does. */
  private record Found(String place, String expected, String actual) {}

  /** What another answer than that of the step would be, if it is another. */
  Optional<AnswerDifference> at(List<Answered> steps, int at, Answer answer) {
    MockRequest request = steps.get(at).request();
    MockResponse expected = steps.get(at).response();
    MockResponse actual = answer.response();
    return found(expected, actual)
        .or(() -> late(answer))
        .map(
            found ->
                new AnswerDifference(
                    kind(steps.subList(0, at + 1), found, actual),
                    request.method() + " " + shown(request.path()),
                    at + 1,
                    found.place(),
                    shown(found.expected()),
                    shown(found.actual())));
  }

  private static Optional<Found> found(MockResponse expected, MockResponse actual) {
    if (expected.status() != actual.status()) {
      return Optional.of(new Found("status", expected.status() + "", actual.status() + ""));
    }
    return body(expected.body(), actual.body()).or(() -> header(expected, actual));
  }

  /** The stand-in answers at once. */
  private static Optional<Found> late(Answer answer) {
    return Optional.of(answer.late())
        .filter(late -> !late.isZero())
        .map(late -> new Found(LATE, "0 ms", late.toMillis() + " ms"));
  }

  private static Optional<Found> header(MockResponse expected, MockResponse actual) {
    Set<String> names = new TreeSet<>(expected.headers().keySet());
    names.addAll(actual.headers().keySet());
    return names.stream()
        .map(
            name ->
                new Found(
                    "header " + name,
                    expected.headers().getOrDefault(name, ""),
                    actual.headers().getOrDefault(name, "")))
        .filter(found -> !found.expected().equals(found.actual()))
        .findFirst();
  }

  private static Optional<Found> body(Bytes expected, Bytes actual) {
    if (Arrays.equals(expected.toArray(), actual.toArray())) {
      return Optional.empty();
    }
    String was = text(expected);
    String is = text(actual);
    JsonNode object = json(expected);
    JsonNode other = json(actual);
    return object.isMissingNode() || other.isMissingNode()
        ? Optional.of(new Found("body", was, is))
        : member(object, other).or(() -> Optional.of(new Found("body", was, is)));
  }

  /** What is not there, or of another type, says more than another value beside it. */
  private static Optional<Found> member(JsonNode was, JsonNode is) {
    return members("body", was, is, (a, b) -> a.getNodeType() != b.getNodeType())
        .findFirst()
        .or(() -> members("body", was, is, (a, b) -> true).findFirst());
  }

  private static Stream<Found> members(
      String place, JsonNode was, JsonNode is, BiPredicate<JsonNode, JsonNode> such) {
    if (was.isObject() && is.isObject()) {
      Set<String> names = new TreeSet<>();
      was.fieldNames().forEachRemaining(names::add);
      is.fieldNames().forEachRemaining(names::add);
      return names.stream()
          .flatMap(name -> members(place + "." + name, was.path(name), is.path(name), such));
    }
    return was.equals(is) || !such.test(was, is)
        ? Stream.empty()
        : Stream.of(new Found(place, written(was), written(is)));
  }

  private static String written(JsonNode value) {
    return value.isTextual() ? value.textValue() : value.isMissingNode() ? "" : value.toString();
  }

  private static DefectKind kind(List<Answered> soFar, Found found, MockResponse actual) {
    if (found.place().equals(LATE)) {
      return DefectKind.LATE;
    }
    Answered last = soFar.get(soFar.size() - 1);
    if (ENTRANCE.contains(last.response().status()) && actual.status() / 100 == 2) {
      return DefectKind.SECURITY;
    }
    if (last.response().status() / 100 == 2 && gaveBack(soFar, found, last)) {
      return DefectKind.DATA_LOSS;
    }
    return found.place().equals("status") ? DefectKind.WRONG_STATUS : DefectKind.WRONG_MEMBER;
  }

  /** Whether what should have come is something that was sent before. */
  private static boolean gaveBack(List<Answered> soFar, Found found, Answered last) {
    boolean fetched = last.request().method().matches("GET|HEAD");
    if ((found.place().equals("status") && !fetched) || found.place().startsWith("header")) {
      return false;
    }
    String given = found.place().equals("status") ? text(last.response().body()) : found.expected();
    return given.length() >= SHORTEST_SENT
        && sent(soFar).anyMatch(body -> body.contains(given.strip()) && !given.isBlank());
  }

  private static Stream<String> sent(List<Answered> soFar) {
    return soFar.stream().map(step -> text(step.request().body()));
  }

  private static String text(Bytes bytes) {
    return bytes.lenientText();
  }

  private static JsonNode json(Bytes bytes) {
    try {
      return Objects.requireNonNullElse(
          JSON.readTree(bytes.lenientText()), MissingNode.getInstance());
    } catch (JsonProcessingException e) {
      return MissingNode.getInstance();
    }
  }

  private String shown(String text) {
    String begin = text.length() <= LONGEST_SHOWN * 2 ? text : text.substring(0, LONGEST_SHOWN * 2);
    String safe = redactor.text(begin);
    return safe.length() <= LONGEST_SHOWN ? safe : safe.substring(0, LONGEST_SHOWN) + "…";
  }
}
