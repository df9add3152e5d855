package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.distinct;
import static dev.assay.verdict.BodyExpectations.echo;
import static dev.assay.verdict.BodyExpectations.integer;
import static dev.assay.verdict.BodyExpectations.present;
import static dev.assay.verdict.BodyExpectations.recorded;
import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.jsonMediaType;
import static dev.assay.verdict.ResponseExpectations.jsonObject;
import static dev.assay.verdict.ResponseExpectations.status;
import static dev.assay.verdict.Timestamps.advances;
import static dev.assay.verdict.Timestamps.form;
import static dev.assay.verdict.Timestamps.hasOffset;
import static dev.assay.verdict.Timestamps.hasSeparator;
import static dev.assay.verdict.Timestamps.isoDateTime;
import static dev.assay.verdict.Timestamps.pause;
import static dev.assay.verdict.Timestamps.within;

import dev.assay.contract.Operation;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Target;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.RangeText;
import dev.assay.suite.data.TestData;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /v1.0/log_message_from_user/}, in the order of its document. */
public final class LogMessageSuite {

  /** Of a documented success. */
  public static final List<String> MEMBERS =
      List.of("message_id", "message_body", "created_at", "message_type");

  private static final int REPEATS = 21;

  private final Target.Haptik service;
  private final Duration skew;
  private final TestData data;
  private final CaseList cases;
  private final LogMessageRequests requests;

  public LogMessageSuite(Operation operation, Target.Haptik service, Duration skew, TestData data) {
    this.service = service;
    this.skew = skew;
    this.data = data;
    this.cases = new CaseList(operation);
    this.requests = new LogMessageRequests(service, operation.path(), data);
  }

  public List<ConformanceCase> cases() {
    request();
    new MessageTextCases(cases, data, (text, purpose) -> requests.saying(text), success()).add();
    answer();
    unregistered();
    new HaptikErrors(cases).authorization(requests.plain("authorization"), service.secrets());
    new LogMessageProbes(cases, service, requests).add();
    return cases.toList();
  }

  private void request() {
    List<ClauseCheck> all =
        CaseList.both(
            success(),
            cases.that("request/method", accepted()),
            cases.that("request/path", accepted()),
            cases.that("request/authorization", accepted()),
            cases.that("request/client-id", accepted()),
            cases.that("request/content-type", accepted()),
            cases.that("request/user", accepted()),
            cases.that("request/auth-id", accepted()),
            cases.that("request/business-id", accepted()),
            cases.that("request/message-body", accepted()),
            cases.that("request/message-type", accepted()));
    cases.precondition(
        "200/plain",
        "the documented request is accepted",
        Interaction.once("plain", requests::plain),
        all);
    cases.add(
        "request/member-order",
        "the members are accepted in the order of the sample command",
        Interaction.once(requests.inOtherOrder("member-order")),
        CaseList.both(success(), cases.that("request/member-order", accepted())));
    cases.add(
        "sample-curl",
        "the sample command succeeds as printed",
        Interaction.once(requests.sampleCurl("sample-curl")),
        CaseList.both(success(), cases.that("sample-curl", accepted())));
  }

  private void answer() {
    Request same = requests.plain("same");
    cases.add(
        "200/message-id-unique/one-by-one",
        REPEATS + " messages sent one after the other get different ids",
        Interaction.oneByOne(repeated("one-by-one")),
        CaseList.both(success(), cases.that("200/message-id-unique", distinct("message_id"))));
    cases.add(
        "200/message-id-unique/at-once",
        REPEATS + " messages sent at once get different ids",
        Interaction.atOnce(repeated("at-once")),
        CaseList.both(success(), cases.that("200/message-id-unique", distinct("message_id"))));
    cases.add(
        "200/message-id-unique/same-message",
        "the same message sent " + REPEATS + " times at once gets different ids",
        Interaction.atOnce(same, REPEATS),
        CaseList.both(success(), cases.that("200/message-id-unique", distinct("message_id"))));
    cases.add(
        "200/created-at-time/later",
        "a later message has another time",
        Interaction.spaced(
            List.of(requests.plain("earlier"), requests.plain("later")),
            answer -> pause("created_at", answer)),
        cases.that("200/created-at-time", advances("created_at")),
        cases.that("200/message-id-unique", distinct("message_id")));
    cases.add(
        "200/forms",
        "the form of the answer is recorded",
        Interaction.once(requests.plain("forms")),
        cases.that("200/message-id-range", recorded("message_id", RangeText::range)),
        cases.that("200/created-at-form", form("created_at")));
  }

  private void unregistered() {
    HaptikErrors refusals = new HaptikErrors(cases);
    refusals.unregistered(
        "unregistered-user",
        "an unregistered user is refused",
        Interaction.once(requests.fromStranger()));
    refusals.unregistered(
        "registered-user-and-more",
        "an identifier that only begins like a registered one is refused",
        Interaction.once(requests.from(service.registeredUser() + data.marker("more"))));
    refusals.nearIdentifiers(service.registeredUser(), requests::from);
    refusals.afterTheRegisteredOne(requests.plain("registered"), requests.fromStranger());
    refusals.unregistered(
        "every-time",
        "an unregistered user is refused every time",
        Interaction.atOnce(
            IntStream.range(0, REPEATS).mapToObj(i -> requests.fromStranger()).toList()));
  }

  private List<Request> repeated(String purpose) {
    return IntStream.range(0, REPEATS).mapToObj(i -> requests.plain(purpose + i)).toList();
  }

  /** Everything that the documents say of a 200 answer. */
  private List<ClauseCheck> success() {
    return List.of(
        cases.that("200/status", status(200)),
        cases.that("200/json-object", jsonObject()),
        cases.that("200/content-type", jsonMediaType()),
        cases.that("200/members", present(MEMBERS)),
        cases.that("200/message-id", integer("message_id")),
        cases.that("200/message-body", echo("message_body")),
        cases.that("200/created-at", isoDateTime("created_at")),
        cases.that("200/created-at-separator", hasSeparator("created_at")),
        cases.that("200/created-at-offset", hasOffset("created_at")),
        cases.that("200/created-at-time", within("created_at", skew)),
        cases.that("200/message-type", integer("message_type", 0)));
  }
}
