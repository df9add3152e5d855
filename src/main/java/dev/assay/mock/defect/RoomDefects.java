package dev.assay.mock.defect;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.RoomFeed;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Rooms that get no message of a file, or get one in spite of a refusal. */
record RoomDefects(DefectList list) {

  private static final String POSTED = "200/room-message";
  private static final String ALWAYS = "200/room-message-always";
  private static final String NO_FILE = "files/00000000";

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      RoomDefects defects = new RoomDefects(list);
      defects.posts();
      defects.lost();
      defects.refusals();
      defects.storage();
    }
  }

  private void posts() {
    posted("message-not-posted", "posts no message", (feed, context) -> (room, url, name) -> {});
    posted(
        "message-in-another-room",
        "posts the message in another room",
        (feed, context) ->
            (room, url, name) -> feed.post(context.accounts().foreignRoom(), url, name));
    posted(
        "message-with-the-file-name",
        "posts the file's name instead of its URL",
        (feed, context) -> (room, url, name) -> feed.post(room, name, name));
    posted(
        "message-with-another-url",
        "posts the URL of another file",
        (feed, context) -> (room, url, name) -> feed.post(room, ofNoFile(url), name));
    posted(
        "message-empty",
        "posts an empty message",
        (feed, context) -> (room, url, name) -> feed.post(room, "", name));
    posted(
        "message-posted-once",
        "posts only the first upload's message",
        (feed, context) -> {
          AtomicBoolean done = new AtomicBoolean();
          return onlyIf(feed, name -> !done.getAndSet(true));
        });
  }

  private static String ofNoFile(String url) {
    return url.replaceAll("files/.{8}", NO_FILE);
  }

  private void posted(String name, String says, Mutation.Seam<RoomFeed> seam) {
    list.add(name, says, Mutation.posts(seam), POSTED);
  }

  private static RoomFeed onlyIf(RoomFeed feed, Predicate<String> such) {
    return (room, url, name) -> {
      if (such.test(name)) {
        feed.post(room, url, name);
      }
    };
  }

  /** Accepted like any other, and then forgotten. */
  private void lost() {
    lost("odd-file-names", "whose name is not ASCII", name -> name.matches("\\p{ASCII}*"));
    lost(
        "long-file-names", "whose name has more than 255 characters", name -> name.length() <= 255);
    list.add(
        "message-lost-for-a-room-with-blanks",
        "accepts a room with blanks around it, and posts the message nowhere",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  RequestView view = RequestView.of(request, context.accounts());
                  MockResponse response = genuine.answer(request);
                  return response.status() == 403
                          && view.value("room_id").strip().equals(context.accounts().memberRoom())
                      ? ResponseEdits.text(RoomDefects::ofNoFile)
                          .apply(genuine.answer(view.asValid()))
                      : response;
                }),
        "403/near-identifier",
        ALWAYS);
  }

  private void lost(String name, String says, Predicate<String> kept) {
    list.add(
        "message-lost-for-" + name,
        "posts no message for a file " + says,
        Mutation.posts((feed, context) -> onlyIf(feed, kept)),
        ALWAYS);
  }

  private void refusals() {
    ownRoom("wrong-token", "with 401", 401);
    ownRoom("empty-file-name", "with 400", 400);
    list.add(
        "refused-upload-posted",
        "posts a message before it refuses an upload with 403",
        posting(403, false),
        "403/no-message-left");
    list.add(
        "foreign-upload-accepted-and-posted",
        "accepts uploads to a room of which the user is no member, and posts them",
        Mutations.inTurn(posting(403, false), Mutations.taking(403, RequestView::isForeign)),
        "403/not-a-member",
        "403/before-storage",
        "403/no-message-left");
  }

  private void ownRoom(String name, String says, int status) {
    list.add(
        "refused-upload-posted-in-own-room-" + name,
        "posts a message in the member's room before it refuses an upload " + says,
        posting(status, true),
        "400/no-message-left");
  }

  /** Posts what it refuses with that status, where it names the member's or the other room. */
  private static Mutation posting(int status, boolean own) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              MockResponse response = genuine.answer(request);
              String room = RequestView.of(request, context.accounts()).value("room_id");
              if (response.status() == status && room.equals(room(context, own))) {
                context.feed().post(room, "/refused", "refused");
              }
              return response;
            });
  }

  private static String room(MockContext context, boolean own) {
    return own ? context.accounts().memberRoom() : context.accounts().foreignRoom();
  }

  private void storage() {
    list.add(
        "membership-after-storage",
        "stores a file before it checks membership",
        Mutations.taking(403, v -> v.isForeign() && !v.isStorageUp()),
        "403/before-storage");
    list.add(
        "token-after-storage",
        "stores a file before it looks at the token",
        Mutations.taking(401, v -> !v.isStorageUp()),
        "401/before-storage");
    list.add(
        "storage-failure-ignored",
        "answers 200 when the storage fails",
        Mutations.responses(
            Mutations.hasStatus(500),
            ResponseEdits.inTurn(
                ResponseEdits.status(200),
                ResponseEdits.text(
                    text ->
                        "{\"message\":\"File uploaded successfully\","
                            + "\"file_url\":\"http://127.0.0.1/x\"}"))),
        "500/storage-failure");
  }
}
