package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.distinct;
import static dev.assay.verdict.BodyExpectations.recorded;
import static dev.assay.verdict.Timestamps.advances;
import static dev.assay.verdict.Timestamps.form;
import static dev.assay.verdict.Timestamps.pause;

import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.exchange.Request;
import dev.assay.request.DocumentedRequests;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Interaction;
import dev.assay.suite.Review;
import dev.assay.suite.data.RangeText;
import dev.assay.verdict.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What successes show only beside each other: ids and URLs that differ, times that advance. And how
 * they look where no document says.
 */
final class RepeatedSuccess {

  private static final int TIMES = 20;
  private static final int NAMESAKES = 6;

  private final CaseContext context;
  private final CaseList cases;
  private final SuccessChecks success;
  private final List<Field> ids;
  private final List<Field> urls;
  private final String noun;

  RepeatedSuccess(CaseContext context) {
    this.context = context;
    this.cases = context.cases();
    this.success = context.success();
    this.ids = success.with("x-unique");
    this.urls = success.with("x-serves");
    this.noun = cases.operation().noun();
  }

  void add() {
    List<ClauseCheck> distinct =
        Stream.concat(ids.stream().map(this::distinctId), urls.stream().map(this::distinctUrl))
            .toList();
    if (!distinct.isEmpty()) {
      repeated(distinct);
    }
    urls.forEach(this::sameName);
    success.with("x-instant").forEach(this::later);
    forms();
  }

  private void repeated(List<ClauseCheck> distinct) {
    String words =
        Stream.concat(ids.stream(), urls.stream())
            .map(RepeatedSuccess::plural)
            .collect(Collectors.joining(" and "));
    String clause = cases.path(distinct.get(0));
    int times = times();
    cases.add(
        clause + "/one-by-one",
        "%s %ss sent one after the other get different %s".formatted(times, noun, words),
        Interaction.oneByOne(repeated("one-by-one")),
        with(distinct));
    cases.add(
        clause + "/at-once",
        "%s %ss sent at once get different %s".formatted(times, noun, words),
        Interaction.atOnce(repeated("at-once")),
        with(distinct));
    if (!ids.isEmpty()) {
      cases.add(
          clause + "/same-" + noun,
          "the same %s sent %s times at once gets different %s"
              .formatted(noun, times, plural(ids.get(0))),
          Interaction.atOnce(context.plain("same"), times),
          with(ids.stream().map(this::distinctId).toList()));
    }
  }

  private void sameName(Field url) {
    ClauseCheck check = distinctUrl(url);
    cases.add(
        cases.path(check) + "/same-name",
        "files of the same name sent at once get different " + plural(url),
        Interaction.atOnce(namesakes()),
        with(List.of(check)));
  }

  /** Small files that share a name and nothing else, enough for two to come within a second. */
  private List<Request> namesakes() {
    DocumentedRequests requests = context.requests();
    SampleFile sample = requests.usual();
    String name = context.data().fileName("same-name", sample.extension());
    return IntStream.range(0, NAMESAKES)
        .mapToObj(i -> "same-name" + i)
        .map(
            purpose ->
                requests
                    .draft(purpose)
                    .with(requests.file(sample, name, requests.small(purpose).content()))
                    .request())
        .toList();
  }

  private void later(Field instant) {
    String name = instant.name();
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(success.about("/" + name + "/time", advances(name)));
    ids.forEach(id -> checks.add(distinctId(id)));
    cases.add(
        cases.path(checks.get(0)) + "/later",
        "a later %s has another time".formatted(noun),
        Interaction.spaced(
            List.of(context.plain("earlier"), context.plain("later")),
            answer -> pause(name, answer)),
        checks);
  }

  private void forms() {
    List<ClauseCheck> forms = new ArrayList<>();
    for (Field id : ids) {
      if (id.is("integer")) {
        forms.add(silent(id, "/range", recorded(id.name(), RangeText::range)));
      }
    }
    success.with("x-instant").forEach(time -> forms.add(silent(time, "/form", form(time.name()))));
    urls.forEach(
        url -> context.fileUrl().ifPresent(file -> forms.add(silent(url, "/form", file.form()))));
    if (!forms.isEmpty()) {
      cases.add(
          cases.operation().success().status() + "/forms",
          "the form of the answer is recorded",
          Interaction.once(context.plain("forms")),
          forms);
    }
  }

  private ClauseCheck silent(Field member, String part, Expectation expectation) {
    int status = cases.operation().success().status();
    return cases.about(
        "response/" + status + "/" + member.name() + part, Level.SILENT, expectation);
  }

  /** No two documented successes of the whole run share their id. */
  List<Review> reviews() {
    return ids.stream()
        .map(
            id ->
                new Review(
                    "no two %ss of the whole run share their id".formatted(noun),
                    distinctId(id),
                    ConformanceCase::promisesSuccess,
                    any -> true))
        .toList();
  }

  private ClauseCheck distinctId(Field member) {
    return success.about("/" + member.name() + "/unique", distinct(member.name()));
  }

  private ClauseCheck distinctUrl(Field member) {
    return success.about("/" + member.name() + "/distinct", distinct(member.name()));
  }

  private List<ClauseCheck> with(List<ClauseCheck> distinct) {
    return CaseList.both(success.all(), distinct.toArray(ClauseCheck[]::new));
  }

  private List<Request> repeated(String purpose) {
    return IntStream.range(0, times()).mapToObj(i -> context.plain(purpose + i)).toList();
  }

  /** One more where there are ids: they may begin anew after as many. */
  private int times() {
    return ids.isEmpty() ? TIMES : TIMES + 1;
  }

  /** The last word of a member's name, as people say it. */
  private static String plural(Field member) {
    String word = member.name().substring(member.name().lastIndexOf('_') + 1);
    return word.equals("url") ? "URLs" : word + "s";
  }
}
