package dev.assay.suite.rooms;

import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.contract.Contract;
import dev.assay.exchange.Body;
import dev.assay.exchange.BodySource;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.GeneratedFile;
import dev.assay.request.SampleFile;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.Review;
import dev.assay.suite.derive.RepeatedSuccess;
import dev.assay.suite.derive.SuccessChecks;
import dev.assay.suite.probe.FileUrl;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code POST /api/upload_file}, in the order of its document. */
public final class UploadFileSuite {

  /** The cases whose upload is not the plain one and may be accepted all the same. */
  private static final String UNUSUAL =
      "upload-file/(request/file-name|types/any|403/near-identifier|silent"
          + "/(field-values|repeats|empty-file|extensions|file-names|transfer"
          + "|authorization-forms|trailing-slash|methods))/.*";

  private final Contract contract;
  private final Service service;
  private final TestData data;
  private final CaseList cases;
  private final UploadFileRequests requests;
  private final FileUrl fileUrl;
  private final SuccessChecks success;
  private final RepeatedSuccess repeated;

  public UploadFileSuite(
      Contract contract, Service service, FileUrl fileUrl, Duration skew, TestData data) {
    this.service = service;
    this.data = data;
    this.contract = contract;
    this.cases = new CaseList(contract.operation("upload-file"));
    this.requests = new UploadFileRequests(service, cases.operation().path(), data);
    this.fileUrl = fileUrl;
    this.success = new SuccessChecks(cases, skew);
    this.repeated = new RepeatedSuccess(cases, success, requests::plain, Optional.of(fileUrl));
  }

  public OperationSuite all() {
    request();
    answer();
    UploadFileLimits limits = new UploadFileLimits(cases, requests, fileUrl, data);
    limits.largestAccepted();
    limits.fileNames();
    limits.partOrders();
    new UploadFileErrors(cases, contract, service, requests, limits).add();
    new UploadFileProbes(cases, service, requests, data).add();
    lostMessages();
    List<Review> reviews = new ArrayList<>(repeated.reviews());
    reviews.add(RoomsErrors.internalErrors(cases.operation()));
    return OperationSuite.whole(cases, List.copyOf(reviews));
  }

  private void request() {
    List<ClauseCheck> all = new ArrayList<>(success.all());
    for (String clause :
        List.of(
            "endpoint", "room", "authorization", "raw-token", "content-type", "file", "room-id")) {
      all.add(cases.that("request/" + clause, accepted()));
    }
    cases.precondition(
        "200/plain",
        "the documented upload is accepted",
        Interaction.once("plain", requests::plain),
        all);
    cases.add(
        "sample-curl",
        "the written sample command succeeds as printed",
        Interaction.once(
            requests.into(
                requests.memberRoom(),
                SampleFile.PDF.part("file.pdf", requests.file("sample-curl").content()))),
        CaseList.both(success.all(), cases.that("sample-curl", accepted())));
    cases.add(
        "request/room-first",
        "the parts are accepted in another order",
        Interaction.once(requests.form(requests.memberRoom(), requests.file("room-first"))),
        success.all());
    cases.add(
        "request/generated-sample",
        "the generated sample, JSON without a file,",
        Interaction.once(
            requests
                .plain("generated")
                .with("Content-Type", "application/json")
                .withBody(
                    new Body.Text(
                        "{\"room_id\": \"" + service.values().get("memberRoom") + "\"}"))),
        cases.that("request/generated-sample", anything(true)));
  }

  private void answer() {
    repeated.add(requests.sameName("same-name"));
    served("small-pdf", SampleFile.PDF, GeneratedFile.pdf(4_000, data.number("small")));
    served("medium-pdf", SampleFile.PDF, GeneratedFile.pdf(1_500_001, data.number("medium")));
    served(
        "image",
        SampleFile.JPG,
        GeneratedFile.jpeg(SampleFile.JPG.bytes(), 18_003, data.number("image")));
    for (SampleFile sample : SampleFile.ALL) {
      cases.add(
          "types/any/" + sample.extension(),
          "a ." + sample.extension() + " file",
          Interaction.once(requests.upload(sample.part(data.fileName("any", sample.extension())))),
          cases.that("types/any", anything(false)));
    }
    readBack();
  }

  private void served(String name, SampleFile sample, BodySource content) {
    cases.add(
        "200/file-url-content/" + name,
        "the URL serves the uploaded bytes (" + name.replace('-', ' ') + ")",
        fileUrl.thenFetched(
            requests.upload(
                sample.part(data.fileName("served-" + name, sample.extension()), content))),
        cases.that("200/file-url-content", fileUrl.serves(content)));
  }

  private void readBack() {
    String says = "the URL of an uploaded file is posted in its room";
    if (service.value("readBack").isEmpty()) {
      cases.skip("200/room-message", says, RoomsErrors.noKey("readBack"), "200/room-message");
      return;
    }
    cases.alone(
        "200/room-message",
        says,
        RoomMessages.thenListed(
            requests.plain("room-message"), requests.readBack(service.values().get("memberRoom"))),
        cases.that("200/room-message", RoomMessages.holdTheUrl()));
  }

  /** What may be accepted although it is unusual, once more, and where it went. */
  private void lostMessages() {
    String says = "whatever upload is accepted is posted in its room";
    if (service.value("readBack").isEmpty()) {
      cases.skip(
          "200/room-message-always",
          says,
          RoomsErrors.noKey("readBack"),
          "200/room-message-always");
      return;
    }
    List<Request> unusual =
        cases.toList().stream()
            .filter(c -> c.id().matches(UNUSUAL) && !c.interaction().isHeavy())
            .flatMap(c -> c.interaction().planned().stream())
            .filter(request -> request.body() instanceof Body.Multipart)
            .toList();
    cases.alone(
        "200/room-message-always",
        says,
        new LostMessages(service.values().get("memberRoom"), requests::readBack).lookedFor(unusual),
        cases.that("200/room-message-always", LostMessages.areThere()));
  }
}
