package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.integerOtherThan;
import static dev.assay.verdict.ResponseExpectations.anything;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.MessageText;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.derive.SilentCases;

/** What the document of {@code log_message_from_user} does not say. */
final class LogMessageProbes {

  private final Service service;
  private final CaseList cases;
  private final LogMessageRequests requests;
  private final SilentCases silent;

  LogMessageProbes(CaseList cases, Service service, LogMessageRequests requests) {
    this.cases = cases;
    this.service = service;
    this.requests = requests;
    this.silent = new SilentCases(cases);
  }

  void add() {
    texts();
    fields();
    silent.malformed(requests.plain("bodies"));
    silent.transport(requests.plain("transport"));
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
    Request good = requests.plain("fields");
    silent.fields(good);
    ObjectNode unknown =
        requests
            .good("unknown-business")
            .put("business_id", Long.parseLong(service.values().get("businessId")) + 987_654_321);
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
    silent.repeats(good);
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
