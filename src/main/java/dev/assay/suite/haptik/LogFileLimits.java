package dev.assay.suite.haptik;

import static dev.assay.verdict.BodyExpectations.echo;
import static dev.assay.verdict.BodyExpectations.webUrl;
import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.refused;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.FileName;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.probe.PartOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** The sizes and the formats of files that the document of {@code log_file_from_user} allows. */
final class LogFileLimits {

  private static final long TEN_MB = 10_000_000;
  private static final long TEN_MIB = 10L << 20;
  private static final long SEVENTY_KB = 70_000;

  /** One more than any reading of the limit allows. */
  static final long TOO_MANY_BYTES = TEN_MIB + 1;

  private static final long TWELVE_MIB = 12L << 20;

  private final CaseList cases;
  private final LogFileRequests requests;
  private final FileUrl fileUrl;
  private final TestData data;

  LogFileLimits(CaseList cases, LogFileRequests requests, FileUrl fileUrl, TestData data) {
    this.cases = cases;
    this.requests = requests;
    this.fileUrl = fileUrl;
    this.data = data;
  }

  /** What a 200 answer to a file of that message_type must show. */
  interface Success {
    List<ClauseCheck> of(int messageType);
  }

  void add(Success success) {
    sizes();
    types(success);
    fileNames();
    partOrders();
  }

  private void sizes() {
    BodySource largest = requests.pdf(TEN_MB, "largest");
    cases.add(
        "size/accepted/10-mb",
        "a file of 10,000,000 bytes is accepted",
        fileUrl.thenFetched(
            requests.document(
                "largest", SampleFile.PDF.part(data.fileName("largest", "pdf"), largest))),
        cases.that("size/accepted", accepted().onFirst()),
        cases.that("200/file-url-content", fileUrl.serves(largest)));
    cases.add(
        "size/accepted/10-mb-image",
        "an image of 10,000,000 bytes is accepted",
        Interaction.once(requests.sized(TEN_MB, SampleFile.IMAGE)),
        cases.that("size/accepted", accepted()));
    for (long size : List.of(10_200_000L, TEN_MIB)) {
      cases.add(
          "size/between/" + size,
          String.format(Locale.ROOT, "a file of %,d bytes", size),
          Interaction.once(requests.sized(size, SampleFile.DOCUMENT)),
          cases.that("size/between", anything(false)));
    }
    for (long size : List.of(TEN_MIB + 1, TWELVE_MIB)) {
      tooLarge(size, "document", requests.sized(size, SampleFile.DOCUMENT));
      tooLarge(size, "image", requests.sized(size, SampleFile.IMAGE));
      tooLarge(
          size,
          "stating its length",
          requests.document("stating-its-length", requests.large(size).stating(size)));
    }
    tooLarge(
        TEN_MIB + 1,
        "file first",
        requests.ordered(
            "too-large", PartOrder.FILE_FIRST, SampleFile.DOCUMENT, requests.large(TEN_MIB + 1)));
    tooLarge(
        TEN_MIB + 1,
        "without a text",
        requests.silent(SampleFile.DOCUMENT, requests.large(TEN_MIB + 1)));
    tooLarge(
        TEN_MIB + 1,
        "stating less",
        requests.document("stating-less", requests.large(TEN_MIB + 1).stating(1_000)));
    tooLarge(
        TEN_MIB + 1,
        "chunked",
        requests.sized(TEN_MIB + 1, SampleFile.DOCUMENT).framed(Framing.CHUNKED));
    cases.add(
        "silent/early-answer/too-large",
        "a file of 12 MiB is answered before or after it was read",
        Interaction.once(requests.sized(TWELVE_MIB, SampleFile.DOCUMENT)),
        cases.that("silent/early-answer", anything(false)));
  }

  private void tooLarge(long size, String how, Request request) {
    cases.add(
        "size/refused/" + size + "-" + how.replace(",", "").replace(' ', '-'),
        String.format(Locale.ROOT, "a file of %,d bytes is never accepted (%s)", size, how),
        Interaction.once(request),
        cases.that("size/refused", refused()),
        cases.that("size/refusal", anything(false)));
  }

  private void types(Success success) {
    for (SampleFile sample : SampleFile.ALL) {
      String type = "types/" + sample.extension();
      cases.add(
          type,
          "a .%s file is accepted with message_type %s"
              .formatted(sample.extension(), sample.messageType()),
          fileUrl.thenFetched(
              requests.of(
                  sample.messageType(),
                  FormPart.field("message_body", data.sentence(type)),
                  sample.part(data.fileName(type, sample.extension())))),
          CaseList.both(
              onFirst(success.of(sample.messageType())),
              cases.that(type, accepted().onFirst()),
              cases.that("200/message-body", echo("message_body").onFirst()),
              cases.that("200/file-url-content", fileUrl.serves(sample.content()))));
    }
    for (String extension : List.of("exe", "txt", "html", "svg", "zip")) {
      FormPart part =
          FormPart.file(
              "file",
              data.fileName(extension, extension),
              "application/octet-stream",
              BodySource.of("assay"));
      cases.add(
          "types/unlisted/" + extension,
          "a ." + extension + " file",
          Interaction.once(requests.document("unlisted-" + extension, part)),
          cases.that("types/unlisted", anything(true)));
    }
  }

  private void fileNames() {
    List<FileName> names = new ArrayList<>(FileName.usual(data));
    names.add(FileName.longest(data, "jpg"));
    for (FileName name : names) {
      BodySource image = requests.jpeg(SampleFile.JPG.bytes().length + 700L + names.indexOf(name));
      FormPart file = SampleFile.JPG.part(name.with("jpg"), image);
      cases.add(
          "request/file-name/" + name.name(),
          "an image whose name " + name.says() + " is accepted",
          fileUrl.thenFetched(requests.withFile(name.name(), SampleFile.IMAGE, file)),
          cases.that("request/file-name", accepted().onFirst()),
          cases.that("200/file-url", webUrl("file_url").onFirst()),
          cases.that("200/file-url-content", fileUrl.serves(image)));
    }
  }

  /** A parser of streams may lose what comes after a file of more than one chunk. */
  private void partOrders() {
    SampleFile csv = SampleFile.named("csv");
    partOrders("1-byte", csv.part(data.fileName("1-byte", "csv"), BodySource.of("a")));
    partOrders("70-kb", requests.large(SEVENTY_KB));
    partOrders("10-mb", requests.large(TEN_MB));
  }

  private void partOrders(String size, FormPart file) {
    cases.add(
        "request/parts/" + size,
        "the parts are accepted in any order around a file of " + size.replace('-', ' '),
        Interaction.oneByOne(
            Stream.of(PartOrder.values())
                .map(order -> requests.ordered(size, order, SampleFile.DOCUMENT, file))
                .toList()),
        cases.that("request/parts", PartOrder.acceptedAlike()),
        cases.that("200/message-body", echo("message_body")));
  }

  private static List<ClauseCheck> onFirst(List<ClauseCheck> checks) {
    return checks.stream()
        .map(check -> new ClauseCheck(check.clause(), check.expectation().onFirst()))
        .toList();
  }
}
