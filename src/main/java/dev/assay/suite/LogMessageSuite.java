package dev.assay.suite;

import static dev.assay.verdict.Answers.anything;
import static dev.assay.verdict.Answers.jsonMediaType;
import static dev.assay.verdict.Answers.jsonObject;
import static dev.assay.verdict.Answers.status;
import static dev.assay.verdict.Members.distinct;
import static dev.assay.verdict.Members.echo;
import static dev.assay.verdict.Members.integer;
import static dev.assay.verdict.Members.present;
import static dev.assay.verdict.Members.recorded;
import static dev.assay.verdict.Timestamps.advances;
import static dev.assay.verdict.Timestamps.form;
import static dev.assay.verdict.Timestamps.hasOffset;
import static dev.assay.verdict.Timestamps.isoDateTime;
import static dev.assay.verdict.Timestamps.within;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Operation;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.Target;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /v1.0/log_message_from_user/}, in the order of its document. */
final class LogMessageSuite {

  private static final int REPEATS = 24;
  private static final Duration APART = Duration.ofMillis(2_200);

  private final Target.Haptik service;
  private final Duration skew;
  private final TestData data;
  private final CaseList cases;
  private final LogMessageRequests requests;

  LogMessageSuite(Operation operation, Target.Haptik service, Duration skew, TestData data) {
    this.service = service;
    this.skew = skew;
    this.data = data;
    this.cases = new CaseList(operation);
    this.requests = new LogMessageRequests(service, operation.path(), data);
  }

  List<ConformanceCase> cases() {
    request();
    texts();
    answer();
    unregistered();
    new HaptikRefusals(cases).authorization(requests.plain("authorization"), service.secrets());
    fields();
    bodies();
    transport();
    orderOfChecks();
    return cases.toList();
  }

  private void request() {
    List<Check> all =
        CaseList.both(
            success(),
            cases.that("request/method", status(200)),
            cases.that("request/path", status(200)),
            cases.that("request/authorization", status(200)),
            cases.that("request/client-id", status(200)),
            cases.that("request/content-type", status(200)),
            cases.that("request/user", status(200)),
            cases.that("request/auth-id", status(200)),
            cases.that("request/business-id", status(200)),
            cases.that("request/message-body", status(200)),
            cases.that("request/message-type", status(200)));
    cases.control(
        "200/plain",
        "the documented request is accepted",
        Script.once(requests.plain("plain")),
        all);
    cases.add(
        "request/member-order",
        "the members are accepted in the order of the sample command",
        Script.once(requests.inOtherOrder("member-order")),
        CaseList.both(success(), cases.that("request/member-order", status(200))));
    cases.add(
        "sample-curl",
        "the sample command succeeds as printed",
        Script.once(requests.sampleCurl("sample-curl")),
        CaseList.both(success(), cases.that("sample-curl", status(200))));
  }

  private void texts() {
    for (MessageText sample : MessageText.stated(data)) {
      cases.add(
          "200/message-body/" + sample.name(),
          sample.says() + " comes back as sent",
          Script.once(requests.saying(sample.text())),
          success());
    }
    for (MessageText sample : MessageText.implied(data)) {
      cases.add(
          "200/message-body-text/" + sample.name(),
          sample.says() + " comes back as sent",
          Script.once(requests.saying(sample.text())),
          cases.that("200/message-body-text", status(200)),
          cases.that("200/message-body-text", echo("message_body")));
    }
    for (MessageText sample : MessageText.extreme()) {
      cases.add(
          "silent/text-limits/" + sample.name(),
          sample.says() + " is answered somehow",
          Script.once(requests.saying(sample.text())),
          cases.that("silent/text-limits", anything(false)));
    }
  }

  private void answer() {
    Request same = requests.plain("same");
    cases.add(
        "200/message-id-unique/one-by-one",
        REPEATS + " messages sent one after the other get different ids",
        Script.oneByOne(repeated("one-by-one")),
        CaseList.both(success(), cases.that("200/message-id-unique", distinct("message_id"))));
    cases.add(
        "200/message-id-unique/at-once",
        REPEATS + " messages sent at once get different ids",
        Script.atOnce(repeated("at-once")),
        CaseList.both(success(), cases.that("200/message-id-unique", distinct("message_id"))));
    cases.add(
        "200/message-id-unique/same-message",
        "the same message sent " + REPEATS + " times at once gets different ids",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> same).toList()),
        CaseList.both(success(), cases.that("200/message-id-unique", distinct("message_id"))));
    cases.add(
        "200/created-at-time/later",
        "a later message has a later time",
        Script.spaced(List.of(requests.plain("earlier"), requests.plain("later")), APART),
        cases.that("200/created-at-time", advances("created_at")));
    cases.add(
        "200/forms",
        "the form of the answer is recorded",
        Script.once(requests.plain("forms")),
        cases.that("200/message-id-range", recorded("message_id", Forms::range)),
        cases.that("200/created-at-form", form("created_at")));
  }

  private void unregistered() {
    HaptikRefusals refusals = new HaptikRefusals(cases);
    refusals.unregistered(
        "unregistered-user",
        "an unregistered user is refused",
        Script.once(requests.fromStranger()));
    refusals.unregistered(
        "registered-user-and-more",
        "an identifier that only begins like a registered one is refused",
        Script.once(requests.from(service.registeredUser() + data.marker("more"))));
    refusals.unregistered(
        "every-time",
        "an unregistered user is refused every time",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> requests.fromStranger()).toList()));
  }

  private void fields() {
    ObjectNode good = requests.good("fields");
    for (FieldProbe probe : new JsonFieldProbes(cases.operation().requestSchema(), good).all()) {
      cases.add(
          "silent/field-values/" + probe.name(),
          "a request with " + probe.says() + " is answered somehow",
          Script.once(requests.of(good).withBody(probe.body())),
          cases.that("silent/field-values", anything(probe.acceptanceUnnatural())));
    }
    ClientIdProbes.add(cases, requests.of(good));
    ObjectNode unknown =
        requests.good("unknown-business").put("business_id", service.businessId() + 987_654_321);
    cases.add(
        "silent/unknown-business/other-number",
        "an unknown business_id is answered somehow",
        Script.once(requests.of(unknown)),
        cases.that("silent/unknown-business", anything(false)));
    cases.add(
        "silent/repeats/extra-members",
        "members that no document names are answered somehow",
        Script.once(
            requests.of(requests.good("extra").put("message_id", 42).put("assay", "extra"))),
        cases.that("silent/repeats", anything(false)));
    cases.add(
        "silent/repeats/same-request",
        "the same request sent twice is answered somehow",
        Script.oneByOne(List.of(requests.of(good), requests.of(good))),
        cases.that("silent/repeats", anything(false)));
  }

  private void bodies() {
    TransportProbes probes = new TransportProbes(cases, requests.plain("bodies"));
    String json = requests.good("bodies").toString();
    probes.malformed(
        "cut-off", "JSON cut off", new Body.Text(json.substring(0, json.length() / 2)), true);
    probes.malformed(
        "no-json", "text that is no JSON", new Body.Text("hello, this is no JSON"), true);
    probes.malformed("empty", "an empty body", Body.NONE, true);
    probes.malformed("array", "a JSON array", new Body.Text("[" + json + "]"), true);
    probes.malformed("string", "a JSON string", new Body.Text("\"hello\""), true);
    probes.malformed("null", "JSON null", new Body.Text("null"), true);
    probes.malformed("trailing", "JSON with more after it", new Body.Text(json + "}"), false);
    probes.malformed(
        "byte-order-mark", "JSON after a byte order mark", new Body.Text("\uFEFF" + json), false);
    probes.malformed(
        "single-quotes", "JSON in single quotes", new Body.Text(json.replace('"', '\'')), false);
  }

  private void transport() {
    Request good = requests.plain("transport");
    TransportProbes probes = new TransportProbes(cases, good);
    probes.contentType("absent", "without a Content-Type", good.without("Content-Type"), false);
    for (String type :
        List.of("text/plain", "application/x-www-form-urlencoded", "application/xml")) {
      probes.contentType(
          type.replaceAll("[^a-z]+", "-"),
          "of type " + type,
          good.with("Content-Type", type),
          false);
    }
    probes.contentType(
        "charset",
        "with a charset parameter",
        good.with("Content-Type", "application/json; charset=utf-8"),
        false);
    probes.methods();
    probes.trailingSlash();
    probes.framing();
    cases.add(
        "silent/rate-limit/paced",
        "a paced request is answered somehow",
        Script.once(good),
        cases.that("silent/rate-limit", anything(false)));
  }

  private void orderOfChecks() {
    HaptikRefusals refusals = new HaptikRefusals(cases);
    Request strange = requests.fromStranger();
    Request noToken = requests.plain("order").without("Authorization");
    refusals.orderOfChecks(
        "no-token-and-unregistered",
        "a request without a token for an unregistered user is refused somehow",
        strange.without("Authorization"),
        "401/missing-header");
    refusals.orderOfChecks(
        "no-token-and-no-json",
        "a request without a token and with broken JSON is refused somehow",
        noToken.withBody(new Body.Text("{")),
        "401/missing-header");
    refusals.orderOfChecks(
        "no-token-and-other-type",
        "a request without a token under another Content-Type is refused somehow",
        noToken.with("Content-Type", "text/plain"),
        "401/missing-header");
    refusals.orderOfChecks(
        "no-token-and-no-type",
        "a request without a token and without a Content-Type is refused somehow",
        noToken.without("Content-Type"),
        "401/missing-header");
    refusals.orderOfChecks(
        "wrong-token-and-no-client",
        "a request with a wrong token and no client-id is refused somehow",
        requests
            .plain("order")
            .with("Authorization", "Bearer assay-wrong-token")
            .without("client-id"),
        "401/invalid-header");
    refusals.orderOfChecks(
        "unregistered-and-other-type",
        "an unregistered user under another Content-Type is refused somehow",
        strange.with("Content-Type", "text/plain"),
        "403/unregistered-user");
    refusals.orderOfChecks(
        "unregistered-and-no-text",
        "an unregistered user without a message_body is refused somehow",
        requests.of(requests.body(requests.stranger(), "Hello").without("message_body")),
        "403/unregistered-user");
  }

  private List<Request> repeated(String purpose) {
    return IntStream.range(0, REPEATS).mapToObj(i -> requests.plain(purpose + i)).toList();
  }

  /** Everything that the documents say of a 200 answer. */
  private List<Check> success() {
    return List.of(
        cases.that("200/status", status(200)),
        cases.that("200/json-object", jsonObject(200)),
        cases.that("200/content-type", jsonMediaType(200)),
        cases.that(
            "200/members",
            present(List.of("message_id", "message_body", "created_at", "message_type"))),
        cases.that("200/message-id", integer("message_id")),
        cases.that("200/message-body", echo("message_body")),
        cases.that("200/created-at", isoDateTime("created_at")),
        cases.that("200/created-at-offset", hasOffset("created_at")),
        cases.that("200/created-at-time", within("created_at", skew)),
        cases.that("200/message-type", integer("message_type", 0)));
  }
}
