package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.distinct;
import static dev.assay.verdict.BodyExpectations.integerOtherThan;
import static dev.assay.verdict.ResponseExpectations.anything;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Target;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.MessageText;
import dev.assay.suite.data.TestData;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.probe.ClientIdProbes;
import dev.assay.suite.probe.FieldProbe;
import dev.assay.suite.probe.JsonFieldProbes;
import dev.assay.suite.probe.TransportProbes;
import java.util.List;

/** What the document of {@code log_message_from_user} does not say. */
final class LogMessageProbes {

  private final Target.Haptik service;
  private final CaseList cases;
  private final LogMessageRequests requests;

  LogMessageProbes(CaseList cases, Target.Haptik service, LogMessageRequests requests) {
    this.cases = cases;
    this.service = service;
    this.requests = requests;
  }

  void add() {
    texts();
    fields();
    bodies();
    transport();
    orderOfChecks();
  }

  private void texts() {
    for (MessageText sample : MessageText.extreme()) {
      cases.add(
          "silent/text-limits/" + sample.name(),
          sample.says(),
          Interaction.once(requests.saying(sample.text())),
          cases.that("silent/text-limits", anything(false)));
    }
  }

  private void fields() {
    ObjectNode good = requests.good("fields");
    for (FieldProbe probe : new JsonFieldProbes(cases.operation().requestSchema(), good).all()) {
      cases.add(
          "silent/field-values/" + probe.name(),
          "a request with " + probe.says(),
          Interaction.once(requests.of(good).withBody(probe.body())),
          cases.that("silent/field-values", anything(probe.acceptanceUnnatural())));
    }
    ClientIdProbes.add(cases, requests.of(good));
    ObjectNode unknown =
        requests.good("unknown-business").put("business_id", service.businessId() + 987_654_321);
    cases.add(
        "silent/unknown-business/other-number",
        "an unknown business_id",
        Interaction.once(requests.of(unknown)),
        cases.that("silent/unknown-business", anything(false)));
    cases.add(
        "silent/field-values/unknown-member",
        "a member that no document names, message_id,",
        Interaction.once(
            requests.of(requests.good("extra").put("message_id", TestData.FOREIGN_ID))),
        cases.that("silent/field-values", anything(false)),
        cases.that("200/message-id", integerOtherThan("message_id", TestData.FOREIGN_ID)));
    cases.add(
        "silent/repeats/same-request",
        "the same request sent twice",
        Interaction.oneByOne(List.of(requests.of(good), requests.of(good))),
        cases.that("silent/repeats", anything(false)),
        cases.that("silent/repeats", distinct("message_id").recorded()));
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
    probes.methods(cases.operation().success().requiredMembers());
    probes.trailingSlash();
    probes.framing();
    cases.add(
        "silent/rate-limit/paced",
        "a paced request",
        Interaction.once(good),
        cases.that("silent/rate-limit", anything(false)));
  }

  private void orderOfChecks() {
    RefusalCases refusals = new RefusalCases(cases);
    Request strange = requests.fromStranger();
    Request noToken = requests.plain("order").without("Authorization");
    refusals.order(
        "no-token-and-unregistered",
        "a request without a token for an unregistered user is refused",
        strange.without("Authorization"),
        "401/missing-header");
    refusals.order(
        "no-token-and-no-json",
        "a request without a token and with broken JSON is refused",
        noToken.withBody(new Body.Text("{")),
        "401/missing-header");
    refusals.order(
        "no-token-and-other-type",
        "a request without a token under another Content-Type is refused",
        noToken.with("Content-Type", "text/plain"),
        "401/missing-header");
    refusals.order(
        "no-token-and-no-type",
        "a request without a token and without a Content-Type is refused",
        noToken.without("Content-Type"),
        "401/missing-header");
    refusals.order(
        "wrong-token-and-no-client",
        "a request with a wrong token and no client-id is refused",
        requests
            .plain("order")
            .with("Authorization", "Bearer assay-wrong-token")
            .without("client-id"),
        "401/invalid-header");
    refusals.order(
        "unregistered-and-other-type",
        "an unregistered user under another Content-Type is refused",
        strange.with("Content-Type", "text/plain"),
        "403/unregistered-user");
    refusals.order(
        "unregistered-and-no-text",
        "an unregistered user without a message_body is refused",
        requests.of(requests.body(requests.stranger(), "Hello").without("message_body")),
        "403/unregistered-user");
  }
}
