package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.recorded;
import static dev.assay.verdict.ResponseExpectations.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Contract;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.target.Service;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.derive.RepeatedSuccess;
import dev.assay.suite.derive.SecurityCases;
import dev.assay.suite.derive.SuccessChecks;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.probe.PartOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code POST /v1.0/log_file_from_user/}, in the order of its document. */
public final class LogFileSuite {

  private final Contract contract;
  private final Service service;
  private final TestData data;
  private final CaseList cases;
  private final LogFileRequests requests;
  private final FileUrl fileUrl;
  private final SuccessChecks success;
  private final RepeatedSuccess repeated;

  public LogFileSuite(
      Contract contract, Service service, FileUrl fileUrl, Duration skew, TestData data) {
    this.service = service;
    this.data = data;
    this.contract = contract;
    this.cases = new CaseList(contract.operation("log-file"));
    this.requests = new LogFileRequests(service, cases.operation().path(), data);
    this.fileUrl = fileUrl;
    this.success = new SuccessChecks(cases, skew);
    this.repeated = new RepeatedSuccess(cases, success, requests::plain, Optional.of(fileUrl));
  }

  public OperationSuite all() {
    request();
    new MessageTextCases(
            cases,
            data,
            requests::saying,
            CaseList.both(success.all(), success.echoed("message_body")))
        .add();
    new LogFileLimits(cases, requests, fileUrl, data).add(this::success);
    answer();
    unregistered();
    unauthorised();
    new LogFileProbes(cases, service, requests, data).add();
    return OperationSuite.whole(cases, repeated.reviews());
  }

  private void request() {
    List<ClauseCheck> all = new ArrayList<>(success.all());
    all.add(success.echoed("message_body"));
    for (String clause :
        List.of(
            "method",
            "path",
            "authorization",
            "client-id",
            "content-type",
            "parts",
            "auth-id",
            "business-id",
            "message-type-image",
            "file",
            "message-body")) {
      all.add(cases.that("request/" + clause, accepted()));
    }
    cases.precondition(
        "200/plain",
        "the documented upload is accepted",
        Interaction.once("plain", requests::plain),
        all);
    cases.add(
        "request/message-type-document",
        "a document is accepted with message_type 52",
        Interaction.once(
            requests.document("document", SampleFile.PDF.part(data.fileName("document", "pdf")))),
        CaseList.both(
            success(SampleFile.DOCUMENT),
            cases.that("request/message-type-document", accepted()),
            success.echoed("message_body")));
    cases.add(
        "sample-curl",
        "the sample command succeeds as printed",
        Interaction.once(requests.sampleCurl()),
        CaseList.both(
            success.all(),
            cases.that("sample-curl", accepted()),
            cases.that("request/message-body-empty", accepted()),
            success.echoed("message_body")));
    cases.add(
        "request/file-first",
        "the parts are accepted in another order",
        Interaction.once(
            requests.ordered(
                "file-first",
                PartOrder.FILE_FIRST,
                SampleFile.IMAGE,
                requests.image("file-first"))),
        CaseList.both(success.all(), cases.that("request/parts", accepted())));
    cases.add(
        "request/message-body-absent",
        "a file is accepted without message_body",
        Interaction.once(requests.silent(SampleFile.IMAGE, requests.image("no-text"))),
        CaseList.both(
            success.all(),
            cases.that("request/message-body-absent", accepted()),
            cases.that(
                "200/message-body-when-absent", recorded("message_body", JsonNode::toString))));
  }

  private void answer() {
    repeated.add(requests.sameName("same-name"));
    served("small-pdf", SampleFile.PDF, requests.pdf(4_000, "small-pdf"));
    served("medium-pdf", SampleFile.PDF, requests.pdf(1_500_001, "medium-pdf"));
    served("image", SampleFile.JPG, requests.jpeg(200_003));
    served("csv", SampleFile.named("csv"), BodySource.of("a,b\r\n\"ü\n\",2\n\n  3 ,4\t\r\n\r\n"));
  }

  private void served(String name, SampleFile sample, BodySource content) {
    cases.add(
        "200/file-url-content/" + name,
        "the URL serves the uploaded bytes (" + name.replace('-', ' ') + ")",
        fileUrl.thenFetched(
            requests.withFile(
                "served-" + name,
                sample.messageType(),
                sample.part(data.fileName("served-" + name, sample.extension()), content))),
        cases.that("200/file-url-content", fileUrl.serves(content)));
  }

  private void unregistered() {
    UnregisteredUsers users =
        new UnregisteredUsers(
            cases,
            service.values().get("registeredUser"),
            requests::from,
            requests.from(requests.stranger()));
    users.add(data.marker("more"), requests.plain("registered"));
    users.refused(
        "document",
        "an unregistered user's document is refused",
        Interaction.once(
            requests.documentFrom(
                requests.stranger(), SampleFile.PDF.part(data.fileName("stranger", "pdf")))));
    users.everyTime();
  }

  private void unauthorised() {
    SecurityCases security = new SecurityCases(cases);
    security.add(requests.plain("authorization"), service.secrets(), contract);
    security.refused(
        "document",
        "a document without a token is refused",
        Interaction.once(
            requests
                .document("no-token", SampleFile.PDF.part(data.fileName("no-token", "pdf")))
                .without("Authorization")),
        Kind.MISSING);
  }

  private List<ClauseCheck> success(int messageType) {
    return success.of(Map.of("message_type", (long) messageType));
  }
}
