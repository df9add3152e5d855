package dev.assay.suite;

import static dev.assay.verdict.Answers.anything;
import static dev.assay.verdict.Answers.errorObject;
import static dev.assay.verdict.Answers.errorText;
import static dev.assay.verdict.Answers.errorTextOneOf;
import static dev.assay.verdict.Answers.errorTextStarts;
import static dev.assay.verdict.Answers.headersRecorded;
import static dev.assay.verdict.Answers.jsonMediaType;
import static dev.assay.verdict.Answers.jsonObject;
import static dev.assay.verdict.Answers.refused;
import static dev.assay.verdict.Answers.status;
import static dev.assay.verdict.Members.distinct;
import static dev.assay.verdict.Members.present;
import static dev.assay.verdict.Members.text;
import static dev.assay.verdict.Members.webUrl;

import dev.assay.contract.Operation;
import dev.assay.exchange.Body;
import dev.assay.exchange.Content;
import dev.assay.exchange.Part;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.exchange.Target;
import dev.assay.suite.AuthorizationForm.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/** {@code POST /api/upload_file}, in the order of its document. */
final class UploadFileSuite {

  private static final int REPEATS = 20;
  private static final long MOST_BYTES = 24L * 1024 * 1024;
  private static final long THIRTY_MIB = 30L << 20;
  private static final String ERROR = "error";
  private static final String NO_FILE = "No file provided";
  private static final String NO_NAME = "No file name provided";
  private static final String NO_ROOM = "No room ID provided";
  private static final String TOO_LARGE = "File size exceeds the 24MB limit";
  private static final String NO_TOKEN = "Invalid token or token missing";
  private static final String NO_USER = "Unauthorized access (invalid user)";
  private static final String NO_MEMBER = "You are not a member of this room";
  private static final String NOT_STORED = "File upload failed";

  /** Field faults that the document does speak of; they have cases of their own. */
  private static final Set<String> STATED =
      Set.of("file-absent", "file-as-field", "file-empty-name", "room_id-absent", "room_id-empty");

  private final Target.Rooms service;
  private final TestData data;
  private final CaseList cases;
  private final UploadFileRequests requests;
  private final FileUrl fileUrl;

  UploadFileSuite(Operation operation, Target.Rooms service, FileUrl fileUrl, TestData data) {
    this.service = service;
    this.data = data;
    this.cases = new CaseList(operation);
    this.requests = new UploadFileRequests(service, operation.path(), data);
    this.fileUrl = fileUrl;
  }

  /** What the document says of refusals. */
  static DocumentedRefusals refusals() {
    return new DocumentedRefusals(
        ERROR, Map.of(401, Set.of(NO_TOKEN, NO_USER), 403, Set.of(NO_MEMBER)));
  }

  List<ConformanceCase> cases() {
    request();
    answer();
    sizes();
    badRequests();
    authorization();
    membership();
    storageDown();
    fields();
    files();
    transport();
    orderOfChecks();
    return cases.toList();
  }

  private void request() {
    List<Check> all = new ArrayList<>(success());
    for (String clause :
        List.of(
            "endpoint", "room", "authorization", "raw-token", "content-type", "file", "room-id")) {
      all.add(cases.that("request/" + clause, status(200)));
    }
    cases.control(
        "200/plain",
        "the documented upload is accepted",
        Script.once(requests.plain("plain")),
        all);
    cases.add(
        "sample-curl",
        "the written sample command succeeds as printed",
        Script.once(
            requests.into(
                requests.memberRoom(),
                SampleFile.PDF.part("file.pdf", requests.file("sample-curl").content()))),
        CaseList.both(success(), cases.that("sample-curl", status(200))));
    cases.add(
        "request/room-first",
        "the parts are accepted in another order",
        Script.once(requests.form(requests.memberRoom(), requests.file("room-first"))),
        success());
    cases.add(
        "request/generated-sample",
        "the generated sample, JSON without a file, is answered somehow",
        Script.once(
            requests
                .plain("generated")
                .with("Content-Type", "application/json")
                .withBody(new Body.Text("{\"room_id\": \"" + service.memberRoom() + "\"}"))),
        cases.that("request/generated-sample", anything(true)));
  }

  private void answer() {
    cases.add(
        "200/file-url-distinct/one-by-one",
        REPEATS + " files sent one after the other get different URLs",
        Script.oneByOne(repeated("one-by-one")),
        CaseList.both(success(), cases.that("200/file-url-distinct", distinct("file_url"))));
    cases.add(
        "200/file-url-distinct/at-once",
        REPEATS + " files sent at once get different URLs",
        Script.atOnce(repeated("at-once")),
        CaseList.both(success(), cases.that("200/file-url-distinct", distinct("file_url"))));
    cases.add(
        "200/forms",
        "the form of the answer is recorded",
        Script.once(requests.plain("forms")),
        cases.that("200/file-url-form", fileUrl.form()));
    served("small-pdf", SampleFile.PDF, GeneratedFile.pdf(4_000, data.number("small")));
    served("medium-pdf", SampleFile.PDF, GeneratedFile.pdf(1_500_001, data.number("medium")));
    served(
        "image",
        SampleFile.JPG,
        GeneratedFile.jpeg(SampleFile.JPG.bytes(), 200_003, data.number("image")));
    for (SampleFile sample : SampleFile.ALL) {
      cases.add(
          "types/any/" + sample.extension(),
          "a ." + sample.extension() + " file is answered somehow",
          Script.once(upload(sample.part(name("any", sample.extension())))),
          cases.that("types/any", anything(false)));
    }
    readBack();
  }

  private void served(String name, SampleFile sample, Content content) {
    cases.add(
        "200/file-url-content/" + name,
        "the URL serves the uploaded bytes (" + name.replace('-', ' ') + ")",
        fileUrl.thenFetched(
            upload(sample.part(name("served-" + name, sample.extension()), content))),
        cases.that("200/file-url-content", fileUrl.serves(content)));
  }

  private void readBack() {
    String says = "the URL of an uploaded file is posted in its room";
    if (service.readBack().isEmpty()) {
      cases.skip("200/room-message", says, noKey("readBack"), "200/room-message");
      return;
    }
    cases.add(
        "200/room-message",
        says,
        RoomMessages.thenListed(
            requests.plain("room-message"), requests.readBack(service.memberRoom())),
        cases.that("200/room-message", RoomMessages.holdTheUrl()));
  }

  private void sizes() {
    Content largest = GeneratedFile.pdf(MOST_BYTES, data.number("largest"));
    cases.add(
        "size/accepted",
        "a file of 25,165,824 bytes is accepted",
        fileUrl.thenFetched(upload(SampleFile.PDF.part(name("largest", "pdf"), largest))),
        cases.that("size/accepted", status(200).onFirst()),
        cases.that("200/file-url-content", fileUrl.serves(largest)));
    for (long size : List.of(MOST_BYTES + 1, THIRTY_MIB)) {
      tooLarge("%,d bytes".formatted(size), size + "", upload(large(size)));
      tooLarge(
          "%,d bytes that tells its length".formatted(size),
          size + "-stating-its-length",
          upload(large(size).stating(size)));
    }
    cases.add(
        "400/file-too-large/stating-less",
        "a file that tells less than its 25,165,825 bytes is refused somehow",
        Script.once(upload(large(MOST_BYTES + 1).stating(1_000))),
        cases.that("400/file-too-large", refused()));
    cases.add(
        "400/file-too-large/chunked",
        "a chunked upload of 25,165,825 bytes is refused somehow",
        Script.once(upload(large(MOST_BYTES + 1)).framed(Framing.CHUNKED)),
        cases.that("400/file-too-large", refused()));
    cases.add(
        "silent/early-answer/too-large",
        "a file of 30 MiB is answered before or after it was read",
        Script.once(upload(large(THIRTY_MIB))),
        cases.that("silent/early-answer", anything(false)));
  }

  private void tooLarge(String says, String name, Request request) {
    badRequest(
        "file-too-large/" + name,
        "a file of " + says + " is refused",
        request,
        "file-too-large",
        List.of(TOO_LARGE));
  }

  private void badRequests() {
    badRequest(
        "no-file/absent",
        "a form without a file is refused",
        requests.form(requests.memberRoom()),
        "no-file",
        List.of(NO_FILE));
    badRequest(
        "no-file/other-name",
        "a form whose file has another field's name is refused",
        requests.form(
            Part.file("upload", "a.pdf", "application/pdf", SampleFile.PDF.content()),
            requests.memberRoom()),
        "no-file",
        List.of(NO_FILE));
    cases.add(
        "400/no-file/plain-field",
        "a file sent as a plain field is refused",
        Script.once(requests.form(Part.field("file", "not a file"), requests.memberRoom())),
        cases.that("400/no-file", status(400)),
        cases.that("error-object", errorObject(400, ERROR)));
    Part unnamed =
        new Part(
            "file",
            Optional.of(""),
            Optional.of("application/pdf"),
            Optional.empty(),
            SampleFile.PDF.content());
    badRequest(
        "empty-file-name",
        "a file with an empty name is refused",
        requests.form(unnamed, requests.memberRoom()),
        "empty-file-name",
        List.of(NO_NAME, NO_FILE));
    badRequest(
        "no-room-id/absent",
        "a form without room_id is refused",
        requests.form(requests.file("no-room")),
        "no-room-id",
        List.of(NO_ROOM));
    badRequest(
        "no-room-id/empty",
        "a form with an empty room_id is refused",
        requests.form(requests.file("empty-room"), requests.room("")),
        "no-room-id",
        List.of(NO_ROOM));
  }

  private void badRequest(
      String name, String says, Request request, String clause, List<String> texts) {
    cases.add(
        "400/" + name,
        says,
        Script.once(request),
        cases.that("400/" + clause, status(400)),
        cases.that("400/" + clause + "-text", errorTextOneOf(400, ERROR, texts)),
        cases.that("error-object", errorObject(400, ERROR)));
  }

  private void authorization() {
    Request good = requests.plain("authorization");
    List<AuthorizationForm> forms = AuthorizationForm.raw(service.secrets());
    for (AuthorizationForm form : forms) {
      Request request = form.change().apply(good);
      if (form.kind() == Kind.OPEN) {
        cases.add(
            "silent/authorization-forms/" + form.name(),
            "a request with " + form.says() + " is answered somehow",
            Script.once(request),
            cases.that("silent/authorization-forms", anything(false)));
      } else {
        unauthorised(
            form.name(),
            "a request with " + form.says() + " is refused",
            Script.once(request),
            form.kind() == Kind.MISSING);
      }
    }
    Request missing = good.without("Authorization");
    Request wrong = good.with("Authorization", "assay-wrong-token");
    unauthorised(
        "missing-every-time",
        "requests without a token are refused every time",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> missing).toList()),
        true);
    unauthorised(
        "wrong-every-time",
        "requests with a wrong token are refused every time",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> wrong).toList()),
        false);
    if (service.secrets().has("ORPHAN_TOKEN")) {
      unauthorised(
          "orphan-token",
          "a token whose user is gone is refused",
          Script.once(good.with("Authorization", "$ORPHAN_TOKEN")),
          false);
    } else {
      cases.skip(
          "401/orphan-token",
          "a token whose user is gone is refused",
          noKey("orphanToken"),
          "401/invalid-token");
    }
    cases.add(
        "silent/error-headers",
        "a refusal says what its body is",
        Script.once(missing),
        cases.that(
            "silent/error-headers",
            headersRecorded(List.of("Content-Type", "Cache-Control", "WWW-Authenticate"))));
  }

  private void unauthorised(String name, String says, Script script, boolean missing) {
    Check text =
        missing
            ? cases.that("401/missing-header-text", errorText(401, ERROR, NO_TOKEN))
            : cases.that(
                "401/invalid-token-text", errorTextOneOf(401, ERROR, List.of(NO_TOKEN, NO_USER)));
    cases.add(
        "401/" + name,
        says,
        script,
        cases.that(missing ? "401/missing-header" : "401/invalid-token", status(401)),
        text,
        cases.that("error-object", errorObject(401, ERROR)));
  }

  private void membership() {
    notAMember(
        "foreign-room",
        "an upload to a foreign room is refused",
        Script.once(requests.foreign("foreign")));
    notAMember(
        "foreign-room-first",
        "an upload whose foreign room comes first is refused",
        Script.once(requests.form(requests.room(service.foreignRoom()), requests.file("first"))));
    Request again = requests.foreign("again");
    notAMember(
        "every-time",
        "uploads to a foreign room are refused every time",
        Script.atOnce(IntStream.range(0, REPEATS).mapToObj(i -> again).toList()));
    String says = "a refused upload leaves no message in the room";
    if (service.readBack().isEmpty()) {
      cases.skip("403/no-message-left", says, noKey("readBack"), "403/no-message-left");
      return;
    }
    cases.alone(
        "403/no-message-left",
        says,
        RoomMessages.aroundRefusal(
            requests.foreign("no-message-left"), requests.readBack(service.foreignRoom())),
        cases.that("403/no-message-left", RoomMessages.stayTheSame()));
  }

  private void notAMember(String name, String says, Script script) {
    cases.add(
        "403/" + name,
        says,
        script,
        cases.that("403/not-a-member", status(403)),
        cases.that("403/not-a-member-text", errorText(403, ERROR, NO_MEMBER)),
        cases.that("error-object", errorObject(403, ERROR)));
  }

  private void storageDown() {
    String failure = "an upload fails with 500 while the storage is down";
    String order = "an upload to a foreign room is refused with 403 while the storage is down";
    if (service.storageDownBaseUrl().isEmpty()) {
      cases.skip(
          "500/storage-failure",
          failure,
          noKey("storageDownBaseUrl"),
          "500/storage-failure",
          "500/storage-failure-text");
      cases.skip("403/before-storage", order, noKey("storageDownBaseUrl"), "403/before-storage");
      return;
    }
    cases.add(
        "500/storage-failure",
        failure,
        Script.once(requests.withStorageDown(requests.plain("storage-down"))),
        cases.that("500/storage-failure", status(500)),
        cases.that("500/storage-failure-text", errorTextStarts(500, ERROR, NOT_STORED)),
        cases.that("error-object", errorObject(500, ERROR)));
    cases.add(
        "403/before-storage",
        order,
        Script.once(requests.withStorageDown(requests.foreign("storage-down"))),
        cases.that("403/before-storage", status(403)),
        cases.that("403/not-a-member-text", errorText(403, ERROR, NO_MEMBER)));
  }

  private void fields() {
    Request good = requests.plain("fields");
    Body.Multipart form = (Body.Multipart) good.body();
    TransportProbes probes = new TransportProbes(cases, good);
    new FormFieldProbes(cases.operation().requestSchema(), form)
        .all().stream()
            .filter(probe -> !STATED.contains(probe.name()))
            .forEach(
                probe ->
                    probes.probe(
                        "field-values",
                        probe.name(),
                        "a request with " + probe.says() + " is answered somehow",
                        good.withBody(probe.body()),
                        probe.acceptanceUnnatural()));
    probes.probe(
        "unknown-room",
        "random",
        "an unknown room is answered somehow",
        requests.into(requests.room(data.marker("unknown-room")), requests.file("unknown")),
        true);
    probes.probe(
        "repeats",
        "extra-part",
        "a part that no document names is answered somehow",
        requests.form(requests.file("extra"), requests.memberRoom(), Part.field("assay", "x")),
        false);
    cases.add(
        "silent/repeats/same-request",
        "the same request sent twice is answered somehow",
        Script.oneByOne(List.of(good, good)),
        cases.that("silent/repeats", anything(false)));
    FormTransport.malformed(probes, good);
  }

  private void files() {
    TransportProbes probes = new TransportProbes(cases, requests.plain("files"));
    OddFile.all(data).stream()
        .filter(odd -> odd.messageType() == SampleFile.DOCUMENT)
        .forEach(
            odd ->
                probes.probe(
                    odd.clause(),
                    odd.name(),
                    odd.says() + " is answered somehow",
                    upload(odd.part()),
                    false));
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
        upload(large(THIRTY_MIB)).without("Authorization"),
        "401/missing-header");
    order(
        "wrong-token-and-no-room",
        "a request with a wrong token and no room_id",
        requests.form(requests.file("order")).with("Authorization", "assay-wrong-token"),
        "401/invalid-token");
    order(
        "foreign-room-and-no-file",
        "a request to a foreign room without a file",
        requests.form(requests.room(service.foreignRoom())),
        "403/not-a-member");
    order(
        "foreign-room-and-too-large",
        "a request to a foreign room with 30 MiB",
        requests.into(requests.room(service.foreignRoom()), large(THIRTY_MIB)),
        "403/not-a-member");
  }

  private void order(String name, String says, Request request, String brokenClause) {
    cases.add(
        "silent/order-of-checks/" + name,
        says + " is refused somehow",
        Script.once(request),
        cases.that("silent/order-of-checks", anything(false)),
        cases.that(brokenClause, refused()));
  }

  private Request upload(Part file) {
    return requests.into(requests.memberRoom(), file);
  }

  private Part large(long size) {
    return SampleFile.PDF.part(
        name("large" + size, "pdf"), GeneratedFile.pdf(size, data.number("large" + size)));
  }

  private String name(String purpose, String extension) {
    return data.fileName(purpose, extension);
  }

  private List<Request> repeated(String purpose) {
    return IntStream.range(0, REPEATS).mapToObj(i -> requests.plain(purpose + i)).toList();
  }

  private static String noKey(String key) {
    return "the target file gives no services.rooms." + key;
  }

  /** Everything that the document says of a 200 answer. */
  private List<Check> success() {
    return List.of(
        cases.that("200/status", status(200)),
        cases.that("200/json-object", jsonObject(200)),
        cases.that("200/content-type", jsonMediaType(200)),
        cases.that("200/members", present(List.of("message", "file_url"))),
        cases.that("200/message", text("message", "File uploaded successfully")),
        cases.that("200/file-url", webUrl("file_url")));
  }
}
