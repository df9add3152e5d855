package dev.assay.compare.observation;

import dev.assay.contract.Level;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.Recorder;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Takes what a case was answered with, and what its verdicts say, apart into places. */
final class ObservationBuilder {

  private static final Pattern HEADER_RECORDED =
      Pattern.compile("(?:^|, )([A-Za-z]+(?:-[A-Za-z]+)*): ");
  private static final Pattern WHICH = Pattern.compile(" \\(request \\d+ of \\d+\\)$");

  private final Map<String, Set<ObservedValue>> places = new LinkedHashMap<>();
  private final Recorder recorder;

  private ObservationBuilder(Recorder recorder) {
    this.recorder = recorder;
  }

  /**
   * What was seen in that case; nothing if an exchange ended without an answer, or if none of its
   * clauses could be decided.
   */
  static Optional<Observation> of(CaseResult result) {
    List<Exchange> answers = underTest(result.evidence().received());
    if (answers.isEmpty()
        || !answers.stream().allMatch(ObservationBuilder::isAnswer)
        || isOpen(result)) {
      return Optional.empty();
    }
    ObservationBuilder observation = new ObservationBuilder(result.evidence().recorder());
    Request first = answers.get(0).request();
    for (Exchange exchange : answers) {
      boolean another = !exchange.request().method().equals(first.method());
      observation.add(exchange, another ? Observation.LATER : "");
    }
    result.verdicts().forEach(verdict -> observation.add(verdict, answers.get(0)));
    return Optional.of(new Observation(observation.places));
  }

  /**
   * How a broken clause showed itself: the form of the answer where the status is wrong, what the
   * body says where that is, or else what was found. An answer may change where the clause does not
   * look and still break it in the same way.
   */
  static Observation of(Verdict verdict, CaseResult result) {
    String actual = WHICH.matcher(verdict.actual()).replaceFirst("");
    Recorder recorder = result.evidence().recorder();
    TextNormalizer texts =
        result
            .shownBy(verdict)
            .map(exchange -> TextNormalizer.of(exchange, recorder))
            .orElseGet(() -> TextNormalizer.of(recorder));
    ObservationBuilder observation = new ObservationBuilder(recorder);
    result
        .shownBy(verdict)
        .flatMap(Exchange::response)
        .ifPresent(answer -> observation.add(new FlattenedResponse(answer, texts), actual));
    if (observation.places.isEmpty()) {
      String text = texts.plain(actual);
      String form = TextNormalizer.form(text).replaceAll("\\d+", "*");
      observation.add("found", Set.of(new ObservedValue(Optional.of(text), form, "a text")));
    }
    return new Observation(observation.places);
  }

  private void add(FlattenedResponse shape, String actual) {
    boolean isStatus = actual.startsWith("status " + shape.answer().status() + ", ");
    if (isStatus || isBeginning(actual, recorder.text(shape.answer().text()).strip())) {
      shape
          .places()
          .forEach(
              (place, seen) -> {
                if (place.startsWith("body")) {
                  add(place, isStatus ? ObservedValue.typesOf(seen) : seen);
                } else if (isStatus && place.equals("status")) {
                  add(place, seen);
                }
              });
    }
  }

  private static boolean isBeginning(String actual, String body) {
    String begun = actual.endsWith("…") ? actual.substring(0, actual.length() - 1) : actual;
    return body.isEmpty() ? actual.equals("no body") : !begun.isEmpty() && body.startsWith(begun);
  }

  /** A room is listed to find out about an upload; what the listing looks like is nobody's case. */
  private static List<Exchange> underTest(List<Exchange> exchanges) {
    return exchanges.size() == 1
        ? exchanges
        : exchanges.stream().filter(exchange -> !isListing(exchange.request())).toList();
  }

  private static boolean isListing(Request request) {
    return request.method().equals("GET") && request.header("Authorization").isPresent();
  }

  private static boolean isOpen(CaseResult result) {
    List<Verdict> verdicts = result.verdicts();
    return !verdicts.isEmpty() && verdicts.stream().allMatch(v -> v.outcome() == Outcome.ERROR);
  }

  private static boolean isAnswer(Exchange exchange) {
    return exchange.failure().map(f -> f.kind() == Failure.Kind.RESET).orElse(true);
  }

  private void add(Exchange exchange, String step) {
    TextNormalizer texts = TextNormalizer.of(exchange, recorder);
    exchange
        .response()
        .map(answer -> new FlattenedResponse(answer, texts).places())
        .orElseGet(
            () -> Map.of("status", Set.of(ObservedValue.constant("closed without an answer"))))
        .forEach((place, seen) -> add(step + place, seen));
  }

  private void add(Verdict verdict, Exchange exchange) {
    boolean recorded = verdict.outcome() == Outcome.INFO || verdict.outcome() == Outcome.WARN;
    if (recorded && verdict.clause().level() == Level.SILENT) {
      String place = Observation.recorded(verdict.clause().id().value());
      Set<String> headers = headersRepeated(verdict);
      if (repeatsTheAnswer(verdict)) {
        add(place, seenAt(at -> at.contains("status") || at.contains("body")));
      } else if (!headers.isEmpty()) {
        add(place, seenAt(headers::contains));
      } else {
        String text = TextNormalizer.of(exchange, recorder).plain(verdict.actual());
        add(
            place,
            Set.of(
                new ObservedValue(Optional.of(text), TextNormalizer.withoutNumbers(text), "text")));
      }
    }
  }

  /** What was recorded is then the beginning of the answer, and says less than its places. */
  private static boolean repeatsTheAnswer(Verdict verdict) {
    return verdict
        .evidence()
        .flatMap(RecordedExchange::response)
        .filter(answer -> verdict.actual().startsWith("status " + answer.status() + ", "))
        .isPresent();
  }

  /** The places of the headers that were recorded, if it was headers. */
  private static Set<String> headersRepeated(Verdict verdict) {
    Matcher names = HEADER_RECORDED.matcher(verdict.actual());
    boolean headers =
        names.lookingAt()
            && verdict
                .evidence()
                .flatMap(RecordedExchange::response)
                .map(answer -> answer.header(names.group(1)).orElse(Observation.NOTHING))
                .filter(value -> verdict.actual().startsWith(value, names.end()))
                .isPresent();
    return headers
        ? names
            .reset()
            .results()
            .map(name -> Observation.HEADER + HeaderField.named(name.group(1)).name())
            .collect(Collectors.toSet())
        : Set.of();
  }

  private Set<ObservedValue> seenAt(Predicate<String> wanted) {
    Set<ObservedValue> all = new LinkedHashSet<>();
    for (Map.Entry<String, Set<ObservedValue>> place : places.entrySet()) {
      if (wanted.test(place.getKey())) {
        place.getValue().forEach(seen -> all.add(seen.under(place.getKey())));
      }
    }
    return all.isEmpty() ? Set.of(ObservedValue.constant(Observation.NOTHING)) : all;
  }

  private void add(String place, Set<ObservedValue> seen) {
    places.computeIfAbsent(place, any -> new LinkedHashSet<>()).addAll(seen);
  }
}
