package dev.assay.suite;

import static dev.assay.verdict.Answers.anything;
import static dev.assay.verdict.Answers.jsonMediaType;
import static dev.assay.verdict.Answers.jsonObject;
import static dev.assay.verdict.Answers.refused;
import static dev.assay.verdict.Answers.status;
import static dev.assay.verdict.Members.distinct;
import static dev.assay.verdict.Members.echo;
import static dev.assay.verdict.Members.integer;
import static dev.assay.verdict.Members.present;
import static dev.assay.verdict.Members.recorded;
import static dev.assay.verdict.Members.webUrl;
import static dev.assay.verdict.Timestamps.advances;
import static dev.assay.verdict.Timestamps.form;
import static dev.assay.verdict.Timestamps.hasOffset;
import static dev.assay.verdict.Timestamps.isoDateTime;
import static dev.assay.verdict.Timestamps.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Operation;
import dev.assay.exchange.Body;
import dev.assay.exchange.Content;
import dev.assay.exchange.Part;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.Target;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** {@code POST /v1.0/log_file_from_user/}, in the order of its document. */
final class LogFileSuite {

  private static final int REPEATS = 24;
  private static final Duration APART = Duration.ofMillis(2_200);
  private static final long TEN_MB = 10_000_000;
  private static final long TEN_MIB = 10L << 20;
  private static final long TWELVE_MIB = 12L << 20;
  private static final List<String> MEMBERS =
      List.of("message_id", "message_body", "created_at", "message_type", "file_url");

  private final Target.Haptik service;
  private final Duration skew;
  private final TestData data;
  private final CaseList cases;
  private final LogFileRequests requests;
  private final FileUrl fileUrl;

  LogFileSuite(
      Operation operation, Target.Haptik service, FileUrl fileUrl, Duration skew, TestData data) {
    this.service = service;
    this.skew = skew;
    this.data = data;
    this.cases = new CaseList(operation);
    this.requests = new LogFileRequests(service, operation.path(), data);
    this.fileUrl = fileUrl;
  }

  List<ConformanceCase> cases() {
    request();
    texts();
    sizes();
    types();
    answer();
    unregistered();
    new HaptikRefusals(cases).authorization(requests.plain("authorization"), service.secrets());
    fields();
    files();
    transport();
    orderOfChecks();
    return cases.toList();
  }

  private void request() {
    List<Check> all = new ArrayList<>(success(SampleFile.IMAGE));
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
      all.add(cases.that("request/" + clause, status(200)));
    }
    cases.control(
        "200/plain",
        "the documented upload is accepted",
        Script.once(requests.plain("plain")),
        all);
    cases.add(
        "request/message-type-document",
        "a document is accepted with message_type 52",
        Script.once(document("document", SampleFile.PDF.part(name("document", "pdf")))),
        CaseList.both(
            success(SampleFile.DOCUMENT),
            cases.that("request/message-type-document", status(200)),
            cases.that("200/message-body", echo("message_body"))));
    cases.add(
        "sample-curl",
        "the sample command succeeds as printed",
        Script.once(requests.sampleCurl()),
        CaseList.both(
            success(SampleFile.IMAGE),
            cases.that("sample-curl", status(200)),
            cases.that("request/message-body-empty", status(200)),
            cases.that("200/message-body", echo("message_body"))));
    cases.add(
        "request/file-first",
        "the parts are accepted in another order",
        Script.once(
            requests.form(
                requests.image("file-first"),
                Part.field("message_body", data.sentence("file-first")),
                requests.type(SampleFile.IMAGE),
                requests.business(),
                requests.registered())),
        CaseList.both(success(SampleFile.IMAGE), cases.that("request/parts", status(200))));
    cases.add(
        "request/message-body-absent",
        "a file is accepted without message_body",
        Script.once(requests.silent(SampleFile.IMAGE, requests.image("no-text"))),
        CaseList.both(
            success(SampleFile.IMAGE),
            cases.that("request/message-body-absent", status(200)),
            cases.that(
                "200/message-body-when-absent", recorded("message_body", JsonNode::toString))));
  }

  private void texts() {
    for (MessageText sample : MessageText.stated(data)) {
      cases.add(
          "200/message-body/" + sample.name(),
          sample.says() + " comes back as sent",
          Script.once(requests.saying(sample.text(), sample.name())),
          CaseList.both(
              success(SampleFile.IMAGE), cases.that("200/message-body", echo("message_body"))));
    }
    for (MessageText sample : MessageText.implied(data)) {
      cases.add(
          "200/message-body-text/" + sample.name(),
          sample.says() + " comes back as sent",
          Script.once(requests.saying(sample.text(), sample.name())),
          cases.that("200/message-body-text", status(200)),
          cases.that("200/message-body-text", echo("message_body")));
    }
    for (MessageText sample : MessageText.extreme()) {
      cases.add(
          "silent/text-limits/" + sample.name(),
          sample.says() + " is answered somehow",
          Script.once(requests.saying(sample.text(), sample.name())),
          cases.that("silent/text-limits", anything(false)));
    }
  }

  private void sizes() {
    Content largest = pdf(TEN_MB, "largest");
    cases.add(
        "size/accepted/10-mb",
        "a file of 10,000,000 bytes is accepted",
        fileUrl.thenFetched(
            document("largest", SampleFile.PDF.part(name("largest", "pdf"), largest))),
        cases.that("size/accepted", status(200).onFirst()),
        cases.that("200/file-url-content", fileUrl.serves(largest)));
    cases.add(
        "size/accepted/10-mb-image",
        "an image of 10,000,000 bytes is accepted",
        Script.once(sized(TEN_MB, SampleFile.IMAGE)),
        cases.that("size/accepted", status(200)));
    for (long size : List.of(10_200_000L, TEN_MIB)) {
      cases.add(
          "size/between/" + size,
          "a file of %,d bytes is answered somehow".formatted(size),
          Script.once(sized(size, SampleFile.DOCUMENT)),
          cases.that("size/between", anything(false)));
    }
    for (long size : List.of(TEN_MIB + 1, TWELVE_MIB)) {
      for (int type : List.of(SampleFile.DOCUMENT, SampleFile.IMAGE)) {
        tooLarge(size + "-type-" + type, sized(size, type), size);
      }
      tooLarge(size + "-stating-its-length", stating(size, size), size);
    }
    tooLarge("stating-less", stating(TEN_MIB + 1, 1_000), TEN_MIB + 1);
    tooLarge(
        "chunked", sized(TEN_MIB + 1, SampleFile.DOCUMENT).framed(Framing.CHUNKED), TEN_MIB + 1);
    cases.add(
        "silent/early-answer/too-large",
        "a file of 12 MiB is answered before or after it was read",
        Script.once(sized(TWELVE_MIB, SampleFile.DOCUMENT)),
        cases.that("silent/early-answer", anything(false)));
  }

  private void tooLarge(String name, Request request, long size) {
    cases.add(
        "size/refused/" + name,
        "a file of %,d bytes is never accepted (%s)".formatted(size, name.replace('-', ' ')),
        Script.once(request),
        cases.that("size/refused", refused()),
        cases.that("size/refusal", anything(false)));
  }

  private void types() {
    for (SampleFile sample : SampleFile.ALL) {
      String type = "types/" + sample.extension();
      cases.add(
          type,
          "a .%s file is accepted with message_type %d"
              .formatted(sample.extension(), sample.messageType()),
          fileUrl.thenFetched(
              requests.of(
                  sample.messageType(),
                  Part.field("message_body", data.sentence(type)),
                  sample.part(name(type, sample.extension())))),
          CaseList.both(
              onFirst(success(sample.messageType())),
              cases.that(type, status(200).onFirst()),
              cases.that("200/message-body", echo("message_body").onFirst()),
              cases.that("200/file-url-content", fileUrl.serves(sample.content()))));
    }
    for (String extension : List.of("exe", "txt", "html", "svg", "zip")) {
      Part part =
          Part.file(
              "file", name(extension, extension), "application/octet-stream", Content.of("assay"));
      cases.add(
          "types/unlisted/" + extension,
          "a ." + extension + " file is answered somehow",
          Script.once(requests.silent(SampleFile.DOCUMENT, part)),
          cases.that("types/unlisted", anything(true)));
    }
  }

  private void answer() {
    Check distinctIds = cases.that("200/message-id-unique", distinct("message_id"));
    Check distinctUrls = cases.that("200/file-url-distinct", distinct("file_url"));
    cases.add(
        "200/message-id-unique/one-by-one",
        REPEATS + " files sent one after the other get different ids and URLs",
        Script.oneByOne(repeated("one-by-one")),
        CaseList.both(success(SampleFile.IMAGE), distinctIds, distinctUrls));
    cases.add(
        "200/message-id-unique/at-once",
        REPEATS + " files sent at once get different ids and URLs",
        Script.atOnce(repeated("at-once")),
        CaseList.both(success(SampleFile.IMAGE), distinctIds, distinctUrls));
    Request same = requests.plain("same");
    cases.add(
        "200/message-id-unique/same-file",
        "the same file sent " + REPEATS + " times at once gets different ids",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> same).toList()),
        CaseList.both(success(SampleFile.IMAGE), distinctIds));
    cases.add(
        "200/created-at-time/later",
        "a later file has a later time",
        Script.spaced(List.of(requests.plain("earlier"), requests.plain("later")), APART),
        cases.that("200/created-at-time", advances("created_at")));
    cases.add(
        "200/forms",
        "the form of the answer is recorded",
        Script.once(requests.plain("forms")),
        cases.that("200/message-id-range", recorded("message_id", Forms::range)),
        cases.that("200/created-at-form", form("created_at")),
        cases.that("200/file-url-form", fileUrl.form()));
    served("small-pdf", SampleFile.PDF, pdf(4_000, "small-pdf"));
    served("medium-pdf", SampleFile.PDF, pdf(1_500_001, "medium-pdf"));
    served("image", SampleFile.JPG, jpeg(200_003));
    served("csv", csv(), Content.of("a,b\r\n\"ü\n\",2\n\n  3 ,4\t\r\n\r\n"));
  }

  private void served(String name, SampleFile sample, Content content) {
    cases.add(
        "200/file-url-content/" + name,
        "the URL serves the uploaded bytes (" + name.replace('-', ' ') + ")",
        fileUrl.thenFetched(
            requests.silent(
                sample.messageType(),
                sample.part(name("served-" + name, sample.extension()), content))),
        cases.that("200/file-url-content", fileUrl.serves(content)));
  }

  private void unregistered() {
    HaptikRefusals refusals = new HaptikRefusals(cases);
    Request stranger = requests.from(requests.stranger());
    refusals.unregistered(
        "unregistered-user", "an unregistered user is refused", Script.once(stranger));
    refusals.unregistered(
        "registered-user-and-more",
        "an identifier that only begins like a registered one is refused",
        Script.once(requests.from(service.registeredUser() + data.marker("more"))));
    refusals.unregistered(
        "document",
        "an unregistered user's document is refused",
        Script.once(
            requests.form(
                requests.user(requests.stranger()),
                requests.business(),
                requests.type(SampleFile.DOCUMENT),
                Part.field("message_body", ""),
                SampleFile.PDF.part(name("stranger", "pdf")))));
    refusals.unregistered(
        "every-time",
        "an unregistered user is refused every time",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> stranger).toList()));
  }

  private void fields() {
    Request good = requests.plain("fields");
    Body.Multipart form = (Body.Multipart) good.body();
    for (FieldProbe probe : new FormFieldProbes(cases.operation().requestSchema(), form).all()) {
      cases.add(
          "silent/field-values/" + probe.name(),
          "a request with " + probe.says() + " is answered somehow",
          Script.once(good.withBody(probe.body())),
          cases.that("silent/field-values", anything(probe.acceptanceUnnatural())));
    }
    ClientIdProbes.add(cases, good);
    TransportProbes probes = new TransportProbes(cases, good);
    probes.probe(
        "unknown-business",
        "other-number",
        "an unknown business_id is answered somehow",
        requests.form(
            requests.registered(),
            Part.field("business_id", Long.toString(service.businessId() + 987_654_321)),
            requests.type(SampleFile.IMAGE),
            requests.image("unknown-business")),
        false);
    probes.probe(
        "repeats",
        "extra-part",
        "a part that no document names is answered somehow",
        requests.of(SampleFile.IMAGE, Part.field("message_id", "42"), requests.image("extra-part")),
        false);
    FormTransport.malformed(probes, good);
  }

  private void files() {
    TransportProbes probes = new TransportProbes(cases, requests.plain("files"));
    for (OddFile odd : OddFile.all(data)) {
      probes.probe(
          odd.clause(),
          odd.name(),
          odd.says() + " is answered somehow",
          requests.silent(odd.messageType(), odd.part()),
          false);
    }
  }

  private void transport() {
    Request good = requests.plain("transport");
    TransportProbes probes = new TransportProbes(cases, good);
    FormTransport.contentTypes(probes, good);
    probes.methods();
    probes.trailingSlash();
    probes.framing();
    probes.probe("rate-limit", "paced", "a paced request is answered somehow", good, false);
  }

  private void orderOfChecks() {
    HaptikRefusals refusals = new HaptikRefusals(cases);
    Request stranger = requests.from(requests.stranger());
    Request good = requests.plain("order");
    refusals.orderOfChecks(
        "no-token-and-unregistered",
        "a request without a token for an unregistered user is refused somehow",
        stranger.without("Authorization"),
        "401/missing-header");
    refusals.orderOfChecks(
        "no-token-and-too-large",
        "a request without a token and with 12 MiB is refused somehow",
        sized(TWELVE_MIB, SampleFile.DOCUMENT).without("Authorization"),
        "401/missing-header");
    refusals.orderOfChecks(
        "no-token-and-no-form",
        "a request without a token and without a form is refused somehow",
        good.without("Authorization").withBody(Body.NONE),
        "401/missing-header");
    refusals.orderOfChecks(
        "wrong-token-and-no-client",
        "a request with a wrong token and no client-id is refused somehow",
        good.with("Authorization", "Bearer assay-wrong-token").without("client-id"),
        "401/invalid-header");
    refusals.orderOfChecks(
        "unregistered-and-too-large",
        "an unregistered user's 12 MiB are refused somehow",
        requests.form(
            requests.user(requests.stranger()),
            requests.business(),
            requests.type(SampleFile.DOCUMENT),
            SampleFile.PDF.part(name("order", "pdf"), pdf(TWELVE_MIB, "order"))),
        "403/unregistered-user");
  }

  private List<Request> repeated(String purpose) {
    return IntStream.range(0, REPEATS).mapToObj(i -> requests.plain(purpose + i)).toList();
  }

  private Request document(String purpose, Part file) {
    return requests.of(
        SampleFile.DOCUMENT, Part.field("message_body", data.sentence(purpose)), file);
  }

  private Request sized(long size, int messageType) {
    return messageType == SampleFile.IMAGE
        ? requests.silent(messageType, SampleFile.JPG.part(name("sized" + size, "jpg"), jpeg(size)))
        : requests.silent(messageType, large(size));
  }

  private Request stating(long size, long stated) {
    return requests.silent(SampleFile.DOCUMENT, large(size).stating(stated));
  }

  private Part large(long size) {
    return SampleFile.PDF.part(name("sized" + size, "pdf"), pdf(size, "sized" + size));
  }

  private String name(String purpose, String extension) {
    return data.fileName(purpose, extension);
  }

  private Content pdf(long size, String purpose) {
    return GeneratedFile.pdf(size, data.number(purpose));
  }

  private Content jpeg(long size) {
    return GeneratedFile.jpeg(SampleFile.JPG.bytes(), size, data.number("jpeg" + size));
  }

  private static SampleFile csv() {
    return SampleFile.ALL.stream()
        .filter(s -> s.extension().equals("csv"))
        .findFirst()
        .orElseThrow();
  }

  private static List<Check> onFirst(List<Check> checks) {
    return checks.stream()
        .map(check -> new Check(check.clause(), check.expectation().onFirst()))
        .toList();
  }

  /** Everything that the documents say of a 200 answer, but for the text. */
  private List<Check> success(int messageType) {
    return List.of(
        cases.that("200/status", status(200)),
        cases.that("200/json-object", jsonObject(200)),
        cases.that("200/content-type", jsonMediaType(200)),
        cases.that("200/members", present(MEMBERS)),
        cases.that("200/message-id", integer("message_id")),
        cases.that("200/created-at", isoDateTime("created_at")),
        cases.that("200/created-at-offset", hasOffset("created_at")),
        cases.that("200/created-at-time", within("created_at", skew)),
        cases.that("200/message-type", integer("message_type", messageType)),
        cases.that("200/file-url", webUrl("file_url")));
  }
}
