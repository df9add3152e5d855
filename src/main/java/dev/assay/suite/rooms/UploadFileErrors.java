package dev.assay.suite.rooms;

import static dev.assay.verdict.ResponseExpectations.errorObject;
import static dev.assay.verdict.ResponseExpectations.errorTextStarts;
import static dev.assay.verdict.ResponseExpectations.refused;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.contract.Contract;
import dev.assay.exchange.FormPart;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.derive.RefusalCases;
import dev.assay.suite.derive.SecurityCases;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The refusals that the document of {@code upload_file} lists, status by status. */
final class UploadFileErrors {

  private static final String ERROR = RoomsErrors.ERROR;
  private static final String NOT_STORED = "File upload failed";

  private static final String STORAGE_FAILS = "an upload fails with 500 while the storage is down";
  private static final String NO_TOKEN_FIRST =
      "an upload without a token is refused with 401 while the storage is down";
  private static final String WRONG_TOKEN_FIRST =
      "an upload with a wrong token is refused with 401 while the storage is down";
  private static final String NO_MEMBER_FIRST =
      "an upload to a foreign room is refused with 403 while the storage is down";

  private final CaseList cases;
  private final Service service;
  private final UploadFileRequests requests;
  private final UploadFileLimits limits;
  private final Contract contract;
  private final RefusalCases refusals;

  UploadFileErrors(
      CaseList cases,
      Contract contract,
      Service service,
      UploadFileRequests requests,
      UploadFileLimits limits) {
    this.cases = cases;
    this.contract = contract;
    this.refusals = new RefusalCases(cases);
    this.service = service;
    this.requests = requests;
    this.limits = limits;
  }

  void add() {
    badRequests();
    limits.largerRefused();
    new SecurityCases(cases).add(requests.plain("authorization"), service.secrets(), contract);
    membership();
    storageDown();
  }

  private void badRequests() {
    badRequest(
        "no-file/absent",
        "a form without a file is refused",
        requests.form(requests.memberRoom()),
        "no-file");
    badRequest(
        "no-file/other-name",
        "a form whose file has another field's name is refused",
        requests.form(
            FormPart.file("upload", "a.pdf", "application/pdf", SampleFile.PDF.content()),
            requests.memberRoom()),
        "no-file");
    cases.add(
        "400/no-file/plain-field",
        "a file sent as a plain field is refused",
        Interaction.once(
            requests.form(FormPart.field("file", "not a file"), requests.memberRoom())),
        refusals.checks(400, "no-file", List.of()));
    emptyFileName();
    badRequest(
        "no-room-id/absent",
        "a form without room_id is refused",
        requests.form(requests.file("no-room")),
        "no-room-id");
    cases.add(
        "400/no-room-id/empty",
        "a form with an empty room_id is refused",
        Interaction.once(requests.form(requests.file("empty-room"), requests.room(""))),
        cases.that("400/no-room-id", refused()),
        refusals.checks(400, "no-room-id").get(1));
  }

  /** Such a part is no file at all to many a server. */
  private void emptyFileName() {
    List<String> texts = new ArrayList<>(refusals.texts(400, "empty-file-name"));
    texts.addAll(refusals.texts(400, "no-file"));
    cases.add(
        "400/empty-file-name",
        "a file with an empty name is refused",
        Interaction.once(requests.upload(unnamed())),
        refusals.checks(400, "empty-file-name", texts));
  }

  private static FormPart unnamed() {
    return new FormPart(
        "file",
        Optional.of(""),
        Optional.of("application/pdf"),
        Optional.empty(),
        SampleFile.PDF.content());
  }

  private void badRequest(String name, String says, Request request, String reason) {
    refusals.add(name, says, Interaction.once(request), 400, reason);
  }

  private void membership() {
    notAMember(
        "foreign-room",
        "an upload to a foreign room is refused",
        Interaction.once(requests.foreign("foreign")));
    cases.add(
        "403/foreign-room-first",
        "an upload whose foreign room comes first is refused",
        Interaction.once(
            requests.form(
                requests.room(service.values().get("foreignRoom")), requests.file("first"))),
        cases.that("403/not-a-member", refused()));
    RoomsErrors.nearRooms(
        cases,
        service.values().get("memberRoom"),
        room -> requests.into(requests.room(room), requests.file("near" + room)));
    cases.add(
        "403/after-the-member-room",
        "on the connection of an upload to the member's room, one to a foreign room is refused",
        Interaction.onOneConnection(requests.plain("member"), requests.foreign("after")),
        cases.that("403/not-a-member", status(403).onLast()));
    Request again = requests.foreign("again");
    notAMember(
        "every-time",
        "uploads to a foreign room are refused every time",
        RoomsErrors.everyTime(again));
    String says = "a refused upload leaves no message in the room";
    if (service.value("readBack").isEmpty()) {
      cases.skip(
          "403/no-message-left",
          says,
          RoomsErrors.noKey("readBack"),
          "403/no-message-left",
          "400/no-message-left");
      return;
    }
    cases.alone(
        "403/no-message-left",
        says,
        RoomMessages.aroundRefusal(
            requests.foreign("no-message-left"), requests.readBackOfForeignRoom()),
        cases.that("403/no-message-left", RoomMessages.stayTheSame()));
    Request good = requests.plain("own-room");
    noMessageLeft("wrong-token", good.with("Authorization", "assay-wrong-token"));
    noMessageLeft("empty-file-name", requests.upload(unnamed()));
  }

  /** In the member's own room, which the target's token can list. */
  private void noMessageLeft(String name, Request refused) {
    cases.alone(
        "400/no-message-left/" + name,
        "an upload to the own room that is refused leaves no message there (%s)"
            .formatted(name.replace('-', ' ')),
        RoomMessages.aroundRefusal(refused, requests.readBack(service.values().get("memberRoom"))),
        cases.that("400/no-message-left", RoomMessages.stayTheSameWhereRefused()));
  }

  private void notAMember(String name, String says, Interaction interaction) {
    refusals.add(name, says, interaction, 403, "not-a-member");
  }

  private void storageDown() {
    if (service.value("storageDownBaseUrl").isEmpty()) {
      skipStorageDown("500/storage-failure", STORAGE_FAILS, "500/storage-failure-text");
      skipStorageDown("401/before-storage/missing", NO_TOKEN_FIRST);
      skipStorageDown("401/before-storage/wrong", WRONG_TOKEN_FIRST);
      skipStorageDown("403/before-storage", NO_MEMBER_FIRST);
      return;
    }
    cases.add(
        "500/storage-failure",
        STORAGE_FAILS,
        Interaction.once(requests.withStorageDown(requests.plain("storage-down"))),
        cases.that("500/storage-failure", status(500)),
        cases.that("500/storage-failure-text", errorTextStarts(500, ERROR, NOT_STORED)),
        cases.that("error-object", errorObject(500, ERROR)));
    Request good = requests.plain("token-first");
    tokenFirst("missing", NO_TOKEN_FIRST, good.without("Authorization"));
    tokenFirst("wrong", WRONG_TOKEN_FIRST, good.with("Authorization", "assay-wrong-token"));
    cases.add(
        "403/before-storage",
        NO_MEMBER_FIRST,
        Interaction.once(requests.withStorageDown(requests.foreign("storage-down"))),
        cases.that("403/before-storage", status(403)),
        refusals.checks(403, "not-a-member").get(1));
  }

  private void skipStorageDown(String name, String says, String... moreClauses) {
    String clause = name.replaceFirst("(/before-storage)/.*", "$1");
    cases.skip(
        name,
        says,
        RoomsErrors.noKey("storageDownBaseUrl"),
        Stream.concat(Stream.of(clause), Stream.of(moreClauses)).toArray(String[]::new));
  }

  /** Asked with the storage up and down: only what is refused at first tells about the order. */
  private void tokenFirst(String name, String says, Request refused) {
    cases.add(
        "401/before-storage/" + name,
        says,
        Interaction.oneByOne(List.of(refused, requests.withStorageDown(refused))),
        cases.that("401/before-storage", status(401).onLast().where(status(401).onFirst())));
  }
}
