package dev.assay.suite.rooms;

import static dev.assay.verdict.ResponseExpectations.accepted;
import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.errorTextOrStart;

import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import dev.assay.suite.Review;
import dev.assay.suite.derive.CaseContext;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * What no contract can say of {@code upload_file}: where messages go, what a storage that is down
 * makes of an upload, and the samples of its document.
 */
public final class UploadFileExtras {

  static final String ERROR = "error";

  private static final int INTERNAL_ERROR = 500;

  /** The cases whose upload is not the plain one and may be accepted all the same. */
  private static final String UNUSUAL =
      "upload-file/(request/file-name|types/any|403/near-identifier|silent"
          + "/(field-values|repeats|empty-file|extensions|file-names|transfer"
          + "|authorization-forms|trailing-slash|methods))/.*";

  private final CaseContext context;
  private final CaseList cases;

  private UploadFileExtras(CaseContext context) {
    this.context = context;
    this.cases = context.cases();
  }

  /** Adds all of it. */
  public static List<Review> add(CaseContext context) {
    UploadFileExtras extras = new UploadFileExtras(context);
    extras.samples();
    Optional<URI> listing = extras.listing("memberRoom");
    if (listing.isPresent()) {
      extras.messages(listing.get());
    } else {
      extras.skipMessages();
    }
    new StorageDown(context).add();
    return List.of(extras.internalErrors());
  }

  private void samples() {
    SampleFile pdf = SampleFile.PDF;
    cases.add(
        "sample-curl",
        "the written sample command succeeds as printed",
        Interaction.once(
            context
                .requests()
                .draft("sample-curl")
                .with(
                    context
                        .requests()
                        .file(pdf, "file.pdf", context.requests().small("sample-curl").content()))
                .request()),
        CaseList.both(context.success().all(), cases.that("sample-curl", accepted())));
    cases.add(
        "request/generated-sample",
        "the generated sample, JSON without a file,",
        Interaction.once(
            context
                .plain("generated")
                .with("Content-Type", "application/json")
                .withBody(new Body.Text("{\"room_id\": \"" + value("memberRoom") + "\"}"))),
        cases.that("request/generated-sample", anything(true)));
  }

  private void messages(URI member) {
    Request list = list(member);
    cases.alone(
        "200/room-message",
        POSTED,
        RoomMessages.thenListed(context.plain("room-message"), list),
        cases.that("200/room-message", RoomMessages.holdTheUrl()));
    cases.alone(
        "403/no-message-left",
        NONE_LEFT,
        RoomMessages.aroundRefusal(foreign("no-message-left"), listOfForeignRoom()),
        cases.that("403/no-message-left", RoomMessages.stayTheSame()));
    noMessageLeft(
        "wrong-token", context.credential().orElseThrow().wrong(context.plain("own-room")), list);
    noMessageLeft("empty-file-name", unnamed(), list);
    cases.alone(
        "200/room-message-always",
        ALWAYS,
        new LostMessages(value("memberRoom"), room -> list(listingOf(room).orElseThrow()))
            .lookedFor(unusual()),
        cases.that("200/room-message-always", LostMessages.areThere()));
  }

  private static final String POSTED = "the URL of an uploaded file is posted in its room";
  private static final String NONE_LEFT = "a refused upload leaves no message in the room";
  private static final String ALWAYS = "whatever upload is accepted is posted in its room";

  private void skipMessages() {
    String why = noKey("readBack");
    cases.skip("200/room-message", POSTED, why, "200/room-message");
    cases.skip("403/no-message-left", NONE_LEFT, why, "403/no-message-left", "400/no-message-left");
    cases.skip("200/room-message-always", ALWAYS, why, "200/room-message-always");
  }

  /** In the member's own room, which the target's token can list. */
  private void noMessageLeft(String name, Request refused, Request list) {
    cases.alone(
        "400/no-message-left/" + name,
        "an upload to the own room that is refused leaves no message there (%s)"
            .formatted(name.replace('-', ' ')),
        RoomMessages.aroundRefusal(refused, list),
        cases.that("400/no-message-left", RoomMessages.stayTheSameWhereRefused()));
  }

  private Request unnamed() {
    return cases.toList().stream()
        .filter(c -> c.id().endsWith("400/empty-file-name"))
        .map(c -> c.interaction().planned().get(0))
        .findFirst()
        .orElseThrow();
  }

  /** What may be accepted although it is unusual. */
  private List<Request> unusual() {
    return cases.toList().stream()
        .filter(c -> c.id().matches(UNUSUAL) && !c.interaction().isHeavy())
        .flatMap(c -> c.interaction().planned().stream())
        .filter(request -> request.body() instanceof Body.Multipart)
        .toList();
  }

  private Request foreign(String purpose) {
    return context.requests().draft(purpose).withText("room_id", value("foreignRoom")).request();
  }

  /** With the token of a member of the foreign room, where the target has one. */
  private Request listOfForeignRoom() {
    Request list = list(listing("foreignRoom").orElseThrow());
    return context.service().secrets().has("FOREIGN_TOKEN")
        ? list.with("Authorization", "$FOREIGN_TOKEN")
        : list;
  }

  private static Request list(URI uri) {
    return Request.get(uri).with("Authorization", "$TOKEN");
  }

  private Optional<URI> listing(String room) {
    return listingOf(value(room));
  }

  private Optional<URI> listingOf(String room) {
    return RoomMessages.listing(context.service(), room);
  }

  private String value(String name) {
    return context.service().values().get(name);
  }

  static String noKey(String key) {
    return "the target file gives no services.rooms." + key;
  }

  /** Whatever was answered with 500, where nothing provoked it, says so in the documented words. */
  private Review internalErrors() {
    String path = context.operation().path();
    return new Review(
        "what is answered with 500 in the whole run has the documented text",
        cases.that(
            "500/internal-error",
            errorTextOrStart(INTERNAL_ERROR, ERROR, "Internal server error", "File upload failed")),
        c -> !c.decides("500/storage-failure"),
        exchange ->
            exchange.request().uri().getPath().endsWith(path)
                && exchange.response().map(Response::status).equals(Optional.of(INTERNAL_ERROR)));
  }
}
