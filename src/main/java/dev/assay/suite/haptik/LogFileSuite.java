package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.distinct;
import static dev.assay.verdict.BodyExpectations.echo;
import static dev.assay.verdict.BodyExpectations.integer;
import static dev.assay.verdict.BodyExpectations.present;
import static dev.assay.verdict.BodyExpectations.recorded;
import static dev.assay.verdict.BodyExpectations.webUrl;
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

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Operation;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Target;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.RangeText;
import dev.assay.suite.data.SampleFile;
import dev.assay.suite.data.TestData;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.probe.PartOrder;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /v1.0/log_file_from_user/}, in the order of its document. */
public final class LogFileSuite {

  /** Of a documented success. */
  public static final List<String> MEMBERS =
      List.of("message_id", "message_body", "created_at", "message_type", "file_url");

  private static final int REPEATS = 21;

  private final Target.Haptik service;
  private final Duration skew;
  private final TestData data;
  private final CaseList cases;
  private final LogFileRequests requests;
  private final FileUrl fileUrl;

  public LogFileSuite(
      Operation operation, Target.Haptik service, FileUrl fileUrl, Duration skew, TestData data) {
    this.service = service;
    this.skew = skew;
    this.data = data;
    this.cases = new CaseList(operation);
    this.requests = new LogFileRequests(service, operation.path(), data);
    this.fileUrl = fileUrl;
  }

  public List<ConformanceCase> cases() {
    request();
    new MessageTextCases(
            cases,
            data,
            requests::saying,
            CaseList.both(
                success(SampleFile.IMAGE), cases.that("200/message-body", echo("message_body"))))
        .add();
    new LogFileLimits(cases, requests, fileUrl, data).add(this::success);
    answer();
    unregistered();
    unauthorised();
    new LogFileProbes(cases, service, requests, data).add();
    return cases.toList();
  }

  private void request() {
    List<ClauseCheck> all = new ArrayList<>(success(SampleFile.IMAGE));
    all.add(cases.that("200/message-body", echo("message_body")));
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
            cases.that("200/message-body", echo("message_body"))));
    cases.add(
        "sample-curl",
        "the sample command succeeds as printed",
        Interaction.once(requests.sampleCurl()),
        CaseList.both(
            success(SampleFile.IMAGE),
            cases.that("sample-curl", accepted()),
            cases.that("request/message-body-empty", accepted()),
            cases.that("200/message-body", echo("message_body"))));
    cases.add(
        "request/file-first",
        "the parts are accepted in another order",
        Interaction.once(
            requests.ordered(
                "file-first",
                PartOrder.FILE_FIRST,
                SampleFile.IMAGE,
                requests.image("file-first"))),
        CaseList.both(success(SampleFile.IMAGE), cases.that("request/parts", accepted())));
    cases.add(
        "request/message-body-absent",
        "a file is accepted without message_body",
        Interaction.once(requests.silent(SampleFile.IMAGE, requests.image("no-text"))),
        CaseList.both(
            success(SampleFile.IMAGE),
            cases.that("request/message-body-absent", accepted()),
            cases.that(
                "200/message-body-when-absent", recorded("message_body", JsonNode::toString))));
  }

  private void answer() {
    ClauseCheck distinctIds = cases.that("200/message-id-unique", distinct("message_id"));
    ClauseCheck distinctUrls = cases.that("200/file-url-distinct", distinct("file_url"));
    cases.add(
        "200/message-id-unique/one-by-one",
        REPEATS + " files sent one after the other get different ids and URLs",
        Interaction.oneByOne(repeated("one-by-one")),
        CaseList.both(success(SampleFile.IMAGE), distinctIds, distinctUrls));
    cases.add(
        "200/message-id-unique/at-once",
        REPEATS + " files sent at once get different ids and URLs",
        Interaction.atOnce(repeated("at-once")),
        CaseList.both(success(SampleFile.IMAGE), distinctIds, distinctUrls));
    Request same = requests.plain("same");
    cases.add(
        "200/message-id-unique/same-file",
        "the same file sent " + REPEATS + " times at once gets different ids",
        Interaction.atOnce(same, REPEATS),
        CaseList.both(success(SampleFile.IMAGE), distinctIds));
    cases.add(
        "200/file-url-distinct/same-name",
        "files of the same name sent at once get different URLs",
        Interaction.atOnce(requests.sameName("same-name")),
        CaseList.both(success(SampleFile.IMAGE), distinctUrls));
    cases.add(
        "200/created-at-time/later",
        "a later file has another time",
        Interaction.spaced(
            List.of(requests.plain("earlier"), requests.plain("later")),
            answer -> pause("created_at", answer)),
        cases.that("200/created-at-time", advances("created_at")),
        distinctIds);
    cases.add(
        "200/forms",
        "the form of the answer is recorded",
        Interaction.once(requests.plain("forms")),
        cases.that("200/message-id-range", recorded("message_id", RangeText::range)),
        cases.that("200/created-at-form", form("created_at")),
        cases.that("200/file-url-form", fileUrl.form()));
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
    HaptikErrors refusals = new HaptikErrors(cases);
    Request stranger = requests.from(requests.stranger());
    refusals.unregistered(
        "unregistered-user", "an unregistered user is refused", Interaction.once(stranger));
    refusals.unregistered(
        "registered-user-and-more",
        "an identifier that only begins like a registered one is refused",
        Interaction.once(requests.from(service.registeredUser() + data.marker("more"))));
    refusals.nearIdentifiers(service.registeredUser(), requests::from);
    refusals.afterTheRegisteredOne(requests.plain("registered"), stranger);
    refusals.unregistered(
        "document",
        "an unregistered user's document is refused",
        Interaction.once(
            requests.documentFrom(
                requests.stranger(), SampleFile.PDF.part(data.fileName("stranger", "pdf")))));
    refusals.unregistered(
        "every-time",
        "an unregistered user is refused every time",
        Interaction.atOnce(stranger, REPEATS));
  }

  private void unauthorised() {
    HaptikErrors refusals = new HaptikErrors(cases);
    refusals.authorization(requests.plain("authorization"), service.secrets());
    refusals.withoutToken(
        "document",
        "a document without a token is refused",
        requests.document("no-token", SampleFile.PDF.part(data.fileName("no-token", "pdf"))));
  }

  private List<Request> repeated(String purpose) {
    return IntStream.range(0, REPEATS).mapToObj(i -> requests.plain(purpose + i)).toList();
  }

  /** Everything that the documents say of a 200 answer, but for the text. */
  private List<ClauseCheck> success(int messageType) {
    return List.of(
        cases.that("200/status", status(200)),
        cases.that("200/json-object", jsonObject()),
        cases.that("200/content-type", jsonMediaType()),
        cases.that("200/members", present(MEMBERS)),
        cases.that("200/message-id", integer("message_id")),
        cases.that("200/created-at", isoDateTime("created_at")),
        cases.that("200/created-at-separator", hasSeparator("created_at")),
        cases.that("200/created-at-offset", hasOffset("created_at")),
        cases.that("200/created-at-time", within("created_at", skew)),
        cases.that("200/message-type", integer("message_type", messageType)),
        cases.that("200/file-url", webUrl("file_url")));
  }
}
