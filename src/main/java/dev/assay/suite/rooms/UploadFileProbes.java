package dev.assay.suite.rooms;

import dev.assay.exchange.Body;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.data.EdgeCaseFile;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.derive.SilentCases;
import dev.assay.suite.probe.TransportProbes;

/** What the document of {@code upload_file} does not say. */
final class UploadFileProbes {

  private static final long THIRTY_MIB = 30L << 20;

  private final CaseList cases;
  private final Service service;
  private final UploadFileRequests requests;
  private final SilentCases silent;
  private final TestData data;

  UploadFileProbes(CaseList cases, Service service, UploadFileRequests requests, TestData data) {
    this.cases = cases;
    this.service = service;
    this.requests = requests;
    this.silent = new SilentCases(cases);
    this.data = data;
  }

  void add() {
    fields();
    files();
    silent.transport(requests.plain("transport"));
    orderOfChecks();
  }

  private void fields() {
    Request good = requests.plain("fields");
    silent.fields(good);
    TransportProbes probes = new TransportProbes(cases, good);
    probes.probe(
        "unknown-room",
        "random",
        "an unknown room",
        requests.into(requests.room(data.marker("unknown-room")), requests.file("unknown")),
        true);
    probes.probe(
        "field-values",
        "unknown-part",
        "a part that no document names",
        requests.form(requests.file("extra"), requests.memberRoom(), FormPart.field("assay", "x")),
        false);
    probes.probe(
        "field-values",
        "file-claiming-more",
        "a small file whose part claims 25,165,825 bytes",
        requests.upload(requests.file("claiming").stating(UploadFileLimits.MOST_BYTES + 1)),
        false);
    silent.repeats(good);
    silent.malformed(good);
  }

  private void files() {
    TransportProbes probes = new TransportProbes(cases, requests.plain("files"));
    EdgeCaseFile.all(data).stream()
        .filter(odd -> odd.messageType() == SampleFile.DOCUMENT)
        .forEach(
            odd ->
                probes.probe(
                    odd.clause(), odd.name(), odd.says(), requests.upload(odd.part()), false));
  }

  private void orderOfChecks() {
    order(
        "no-token-and-foreign-room",
        "a request without a token to a foreign room",
        requests.foreign("order").without("Authorization"),
        "401/missing-header");
    order(
        "no-token-and-no-form",
        "a request without a token and without a form",
        requests.plain("order").without("Authorization").withBody(Body.NONE),
        "401/missing-header");
    order(
        "no-token-and-too-large",
        "a request without a token and with 30 MiB",
        requests.upload(requests.large(THIRTY_MIB)).without("Authorization"),
        "401/missing-header");
    order(
        "wrong-token-and-no-room",
        "a request with a wrong token and no room_id",
        requests.form(requests.file("order")).with("Authorization", "assay-wrong-token"),
        "401/invalid-header");
    order(
        "wrong-token-and-no-file",
        "a request with a wrong token and no file",
        requests.form(requests.memberRoom()).with("Authorization", "assay-wrong-token"),
        "401/invalid-header");
    order(
        "foreign-room-and-no-file",
        "a request to a foreign room without a file",
        requests.form(requests.room(service.values().get("foreignRoom"))),
        "403/not-a-member");
    order(
        "foreign-room-and-too-large",
        "a request to a foreign room with 30 MiB",
        requests.into(
            requests.room(service.values().get("foreignRoom")), requests.large(THIRTY_MIB)),
        "403/not-a-member");
  }

  private void order(String name, String says, Request request, String broken) {
    new RefusalCases(cases).order(name, says + " is refused", request, broken);
  }
}
