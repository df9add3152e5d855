package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.integerOtherThan;
import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.EdgeCaseFile;
import dev.assay.suite.data.MessageText;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.derive.SilentCases;
import dev.assay.suite.probe.TransportProbes;

/** What the document of {@code log_file_from_user} does not say. */
final class LogFileProbes {

  private static final long TWELVE_MIB = 12L << 20;

  private final Service service;
  private final TestData data;
  private final CaseList cases;
  private final LogFileRequests requests;
  private final SilentCases silent;

  LogFileProbes(CaseList cases, Service service, LogFileRequests requests, TestData data) {
    this.cases = cases;
    this.service = service;
    this.requests = requests;
    this.silent = new SilentCases(cases);
    this.data = data;
  }

  void add() {
    texts();
    fields();
    files();
    silent.transport(requests.plain("transport"));
    orderOfChecks();
  }

  private void texts() {
    for (MessageText sample : MessageText.extreme()) {
      cases.add(
          "silent/text-limits/" + sample.name(),
          sample.says(),
          Interaction.once(requests.saying(sample.text(), sample.name())),
          cases.that("silent/text-limits", anything(false)));
    }
  }

  private void fields() {
    Request good = requests.plain("fields");
    silent.fields(good);
    TransportProbes probes = new TransportProbes(cases, good);
    probes.probe(
        "unknown-business",
        "other-number",
        "an unknown business_id",
        requests.form(
            requests.registered(),
            FormPart.field(
                "business_id",
                Long.toString(Long.parseLong(service.values().get("businessId")) + 987_654_321)),
            requests.type(SampleFile.IMAGE),
            FormPart.field("message_body", data.sentence("unknown-business")),
            requests.image("unknown-business")),
        false);
    cases.add(
        "silent/field-values/unknown-part",
        "a part that no document names, message_id,",
        Interaction.once(
            requests.of(
                SampleFile.IMAGE,
                FormPart.field("message_id", Long.toString(TestData.FOREIGN_ID)),
                requests.image("extra-part"))),
        cases.that("silent/field-values", anything(false)),
        cases.that("200/message-id", integerOtherThan("message_id", TestData.FOREIGN_ID)));
    silent.repeats(good);
    probes.probe(
        "field-values",
        "file-claiming-more",
        "a small file whose part claims 10,485,761 bytes",
        requests.withFile(
            "claiming",
            SampleFile.IMAGE,
            requests.image("claiming").stating(LogFileLimits.TOO_MANY_BYTES)),
        false);
    silent.malformed(good);
  }

  private void files() {
    TransportProbes probes = new TransportProbes(cases, requests.plain("files"));
    for (EdgeCaseFile odd : EdgeCaseFile.all(data)) {
      probes.probe(
          odd.clause(),
          odd.name(),
          odd.says(),
          requests.withFile("odd-" + odd.name(), odd.messageType(), odd.part()),
          false);
    }
  }

  private void orderOfChecks() {
    RefusalCases refusals = new RefusalCases(cases);
    Request stranger = requests.from(requests.stranger());
    Request good = requests.plain("order");
    refusals.order(
        "no-token-and-unregistered",
        "a request without a token for an unregistered user is refused",
        stranger.without("Authorization"),
        "401/missing-header");
    refusals.order(
        "no-token-and-too-large",
        "a request without a token and with 12 MiB is refused",
        requests.sized(TWELVE_MIB, SampleFile.DOCUMENT).without("Authorization"),
        "401/missing-header");
    refusals.order(
        "no-token-and-no-form",
        "a request without a token and without a form is refused",
        good.without("Authorization").withBody(Body.NONE),
        "401/missing-header");
    refusals.order(
        "wrong-token-and-no-file",
        "a request with a wrong token and no file is refused",
        requests
            .form(requests.registered(), requests.business(), requests.type(SampleFile.IMAGE))
            .with("Authorization", "Bearer assay-wrong-token"),
        "401/invalid-header");
    refusals.order(
        "wrong-token-and-no-client",
        "a request with a wrong token and no client-id is refused",
        good.with("Authorization", "Bearer assay-wrong-token").without("client-id"),
        "401/invalid-header");
    refusals.order(
        "unregistered-and-too-large",
        "an unregistered user's 12 MiB are refused",
        requests.documentFrom(
            requests.stranger(),
            SampleFile.PDF.part(data.fileName("order", "pdf"), requests.pdf(TWELVE_MIB, "order"))),
        "403/unregistered-user");
    refusals.order(
        "no-token-and-no-text",
        "a file without a token and without a text is refused",
        requests.silent(SampleFile.IMAGE, requests.image("no-token")).without("Authorization"),
        "401/missing-header");
  }
}
