package dev.assay.suite.rooms;

import static dev.assay.verdict.BodyExpectations.webUrl;
import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.refused;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.Request.Framing;
import dev.assay.request.GeneratedFile;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.FileName;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.probe.PartOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The size of files that the document of {@code upload_file} allows. */
final class UploadFileLimits {

  static final long MOST_BYTES = 24L * 1024 * 1024;

  private static final long SEVENTY_KB = 70_000;
  private static final long TEN_MB = 10_000_000;
  private static final long THIRTY_MIB = 30L << 20;

  private final CaseList cases;
  private final UploadFileRequests requests;
  private final FileUrl fileUrl;
  private final TestData data;

  UploadFileLimits(CaseList cases, UploadFileRequests requests, FileUrl fileUrl, TestData data) {
    this.cases = cases;
    this.requests = requests;
    this.fileUrl = fileUrl;
    this.data = data;
  }

  /** A file of exactly the limit is accepted. */
  void largestAccepted() {
    BodySource largest = GeneratedFile.pdf(MOST_BYTES, data.number("largest"));
    cases.add(
        "size/accepted",
        "a file of 25,165,824 bytes is accepted",
        fileUrl.thenFetched(
            requests.upload(SampleFile.PDF.part(data.fileName("largest", "pdf"), largest))),
        cases.that("size/accepted", accepted().onFirst()),
        cases.that("200/file-url-content", fileUrl.serves(largest)));
  }

  /** A file is accepted under any name that people give files. */
  void fileNames() {
    List<FileName> names = new ArrayList<>(FileName.usual(data));
    names.add(FileName.longest(data, "pdf"));
    for (FileName name : names) {
      BodySource pdf =
          GeneratedFile.pdf(3_000L + names.indexOf(name), data.number("named-" + name.name()));
      cases.add(
          "request/file-name/" + name.name(),
          "a file whose name " + name.says() + " is accepted",
          fileUrl.thenFetched(requests.upload(SampleFile.PDF.part(name.with("pdf"), pdf))),
          cases.that("request/file-name", accepted().onFirst()),
          cases.that("200/file-url", webUrl("file_url").onFirst()),
          cases.that("200/file-url-content", fileUrl.serves(pdf)));
    }
  }

  /** A parser of streams may lose a room that comes after a file of more than one chunk. */
  void partOrders() {
    partOrders(
        "1-byte", SampleFile.named("csv").part(data.fileName("1-byte", "csv"), BodySource.of("a")));
    partOrders("70-kb", requests.large(SEVENTY_KB));
    partOrders("10-mb", requests.large(TEN_MB));
  }

  private void partOrders(String size, FormPart file) {
    FormPart room = requests.memberRoom();
    cases.add(
        "request/room-id/" + size,
        "the room is accepted before and after a file of " + size.replace('-', ' '),
        Interaction.oneByOne(
            List.of(
                requests.form(PartOrder.FILE_FIRST.arranged(file, room)),
                requests.form(PartOrder.FILE_LAST.arranged(file, room)))),
        cases.that("request/room-id", PartOrder.acceptedAlike()));
  }

  /** Files over the limit are refused. */
  void largerRefused() {
    for (long size : List.of(MOST_BYTES + 1, THIRTY_MIB)) {
      tooLarge(
          String.format(Locale.ROOT, "%,d bytes", size),
          Long.toString(size),
          requests.upload(requests.large(size)));
      never(
          String.format(Locale.ROOT, "a file of %,d bytes that tells its length", size),
          size + "-stating-its-length",
          requests.upload(requests.large(size).stating(size)));
    }
    never(
        "a file of 25,165,825 bytes after the room",
        "room-first",
        requests.form(requests.memberRoom(), requests.large(MOST_BYTES + 1)));
    never(
        "a file that tells less than its 25,165,825 bytes",
        "stating-less",
        requests.upload(requests.large(MOST_BYTES + 1).stating(1_000)));
    never(
        "a chunked upload of 25,165,825 bytes",
        "chunked",
        requests.upload(requests.large(MOST_BYTES + 1)).framed(Framing.CHUNKED));
    cases.add(
        "silent/early-answer/too-large",
        "a file of 30 MiB is answered before or after it was read",
        Interaction.once(requests.upload(requests.large(THIRTY_MIB))),
        cases.that("silent/early-answer", anything(false)));
  }

  /** Something else is unusual about it too, which a service may refuse with other words. */
  private void never(String says, String name, Request request) {
    cases.add(
        "400/file-too-large/" + name,
        says + " is refused",
        Interaction.once(request),
        cases.that("400/file-too-large", refused()),
        cases.that("silent/early-answer", anything(false)));
  }

  private void tooLarge(String says, String name, Request request) {
    new RefusalCases(cases)
        .add(
            "file-too-large/" + name,
            "a file of " + says + " is refused",
            Interaction.once(request),
            400,
            "file-too-large");
  }
}
