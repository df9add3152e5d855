package dev.assay.mock.defect;

import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.ValidRequest;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Predicate;

/** Rooms that are not told of a file, are told in spite of a refusal, or are open to strangers. */
final class RoomDefects {

  private static final String TOLD = "200/room-message";
  private static final String MEMBER = "403/not-a-member";

  private final DefectList list;

  private RoomDefects(DefectList list) {
    this.list = list;
  }

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
    posted("message-not-posted", "posts no message", (g, context) -> (room, url, name) -> {});
    posted(
        "message-in-another-room",
        "posts the message in another room",
        (g, context) -> (room, url, name) -> g.post(context.accounts().foreignRoom(), url, name));
    posted(
        "message-with-the-file-name",
        "posts the file's name instead of its URL",
        (genuine, context) -> (room, url, name) -> genuine.post(room, name, name));
    posted(
        "message-with-another-url",
        "posts the URL of another file",
        (g, context) ->
            (room, url, name) ->
                g.post(room, url.replaceAll("files/.{8}", "files/00000000"), name));
    posted(
        "message-empty",
        "posts an empty message",
        (genuine, context) -> (room, url, name) -> genuine.post(room, "", name));
    list.add(
        "message-posted-once",
        "posts only the first upload's message",
        Mutation.posts(
            (genuine, context) -> {
              AtomicBoolean done = new AtomicBoolean();
              return (room, url, name) -> {
                if (!done.getAndSet(true)) {
                  genuine.post(room, url, name);
                }
              };
            }),
        TOLD);
  }

  /** Accepted like any other, and then forgotten. */
  private void lost() {
    String always = "200/room-message-always";
    list.add(
        "message-lost-for-odd-file-names",
        "posts no message for a file whose name is not ASCII",
        Mutation.posts(
            (genuine, context) ->
                (room, url, name) -> {
                  if (name.matches("\\p{ASCII}*")) {
                    genuine.post(room, url, name);
                  }
                }),
        always);
    list.add(
        "message-lost-for-long-file-names",
        "posts no message for a file whose name has more than 255 characters",
        Mutation.posts(
            (genuine, context) ->
                (room, url, name) -> {
                  if (name.length() <= 255) {
                    genuine.post(room, url, name);
                  }
                }),
        always);
    list.add(
        "message-lost-for-a-room-with-blanks",
        "accepts a room with blanks around it, and posts the message nowhere",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  String room = RequestView.by(request).text("room_id").orElse("");
                  MockResponse response = genuine.answer(request);
                  return response.status() == 403
                          && room.strip().equals(context.accounts().memberRoom())
                      ? nowhere(
                          genuine.answer(new ValidRequest(context.accounts()).insteadOf(request)))
                      : response;
                }),
        "403/near-identifier",
        always);
  }

  private static MockResponse nowhere(MockResponse response) {
    return ResponseEdits.text(text -> text.replaceAll("files/.{8}", "files/00000000"))
        .apply(response);
  }

  private void posted(String name, String says, Mutation.Posting posting) {
    list.add(name, says, Mutation.posts(posting), TOLD);
  }

  private void refusals() {
    ownRoom("wrong-token", "with 401", response -> response.status() == 401);
    ownRoom("empty-file-name", "with 400", response -> response.status() == 400);
    list.add(
        "refused-upload-posted",
        "posts a message before it refuses an upload with 403",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  if (response.status() == 403) {
                    post(context, request);
                  }
                  return response;
                }),
        "403/no-message-left");
    list.add(
        "foreign-upload-accepted-and-posted",
        "accepts uploads to a room of which the user is no member, and posts them",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  if (response.status() != 403
                      || !RequestView.by(request).isForeign(context.accounts())) {
                    return response;
                  }
                  post(context, request);
                  return genuine.answer(new ValidRequest(context.accounts()).insteadOf(request));
                }),
        MEMBER,
        "403/before-storage",
        "403/no-message-left");
  }

  private void ownRoom(String name, String says, Predicate<MockResponse> such) {
    list.add(
        "refused-upload-posted-in-own-room-" + name,
        "posts a message in the member's room before it refuses an upload " + says,
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  String room = context.accounts().memberRoom();
                  if (such.test(response)
                      && RequestView.by(request).text("room_id").equals(Optional.of(room))) {
                    context.feed().post(room, "/refused", "refused");
                  }
                  return response;
                }),
        "400/no-message-left");
  }

  private static void post(MockContext context, MockRequest request) {
    if (RequestView.by(request).isForeign(context.accounts())) {
      context.feed().post(context.accounts().foreignRoom(), "/refused", "refused");
    }
  }

  private void storage() {
    list.add(
        "membership-after-storage",
        "stores a file before it checks membership",
        Mutations.takingFor(
            Mutations.hasStatus(403),
            (view, who) ->
                view.isForeign(who) && view.request().path().startsWith(Storage.DOWN_PATH)),
        "403/before-storage");
    list.add(
        "token-after-storage",
        "stores a file before it looks at the token",
        Mutations.takingFor(
            Mutations.hasStatus(401),
            (view, who) -> view.request().path().startsWith(Storage.DOWN_PATH)),
        "401/before-storage");
    list.add(
        "storage-failure-ignored",
        "answers 200 when the storage fails",
        Mutations.replies(
            response -> response.status() == 500,
            response ->
                ResponseEdits.body(
                    ResponseEdits.status(response, 200),
                    "{\"message\":\"File uploaded successfully\",\"file_url\":\"http://127.0.0.1/x\"}")),
        "500/storage-failure");
  }
}
