package dev.assay.mock;

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
    if (list.isOf(Operation.UPLOAD_FILE)) {
      RoomDefects defects = new RoomDefects(list);
      defects.posts();
      defects.lost();
      defects.refusals();
      defects.storage();
    }
  }

  private void posts() {
    posted("message-not-posted", "posts no message", (g, scene) -> (room, url, name) -> {});
    posted(
        "message-in-another-room",
        "posts the message in another room",
        (g, scene) -> (room, url, name) -> g.post(scene.principals().foreignRoom(), url, name));
    posted(
        "message-with-the-file-name",
        "posts the file's name instead of its URL",
        (genuine, scene) -> (room, url, name) -> genuine.post(room, name, name));
    posted(
        "message-with-another-url",
        "posts the URL of another file",
        (g, scene) ->
            (room, url, name) ->
                g.post(room, url.replaceAll("files/.{8}", "files/00000000"), name));
    posted(
        "message-empty",
        "posts an empty message",
        (genuine, scene) -> (room, url, name) -> genuine.post(room, "", name));
    list.add(
        "message-posted-once",
        "posts only the first upload's message",
        Twist.posts(
            (genuine, scene) -> {
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
        Twist.posts(
            (genuine, scene) ->
                (room, url, name) -> {
                  if (name.matches("\\p{ASCII}*")) {
                    genuine.post(room, url, name);
                  }
                }),
        always);
    list.add(
        "message-lost-for-long-file-names",
        "posts no message for a file whose name has more than 255 characters",
        Twist.posts(
            (genuine, scene) ->
                (room, url, name) -> {
                  if (name.length() <= 255) {
                    genuine.post(room, url, name);
                  }
                }),
        always);
    list.add(
        "message-lost-for-a-room-with-blanks",
        "accepts a room with blanks around it, and posts the message nowhere",
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  String room = Asked.by(call).text("room_id").orElse("");
                  Reply reply = genuine.answer(call);
                  return reply.status() == 403
                          && room.strip().equals(scene.principals().memberRoom())
                      ? nowhere(genuine.answer(new SampleCall(scene.principals()).insteadOf(call)))
                      : reply;
                }),
        "403/near-identifier",
        always);
  }

  private static Reply nowhere(Reply reply) {
    return Rewrite.text(text -> text.replaceAll("files/.{8}", "files/00000000")).apply(reply);
  }

  private void posted(String name, String says, Twist.Posting posting) {
    list.add(name, says, Twist.posts(posting), TOLD);
  }

  private void refusals() {
    ownRoom("wrong-token", "with 401", reply -> reply.status() == 401);
    ownRoom("empty-file-name", "with 400", reply -> reply.status() == 400);
    list.add(
        "refused-upload-posted",
        "posts a message before it refuses an upload with 403",
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  Reply reply = genuine.answer(call);
                  if (reply.status() == 403) {
                    post(scene, call);
                  }
                  return reply;
                }),
        "403/no-message-left");
    list.add(
        "foreign-upload-accepted-and-posted",
        "accepts uploads to a room of which the user is no member, and posts them",
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  Reply reply = genuine.answer(call);
                  if (reply.status() != 403 || !Asked.by(call).isForeign(scene.principals())) {
                    return reply;
                  }
                  post(scene, call);
                  return genuine.answer(new SampleCall(scene.principals()).insteadOf(call));
                }),
        MEMBER,
        "403/before-storage",
        "403/no-message-left");
  }

  private void ownRoom(String name, String says, Predicate<Reply> such) {
    list.add(
        "refused-upload-posted-in-own-room-" + name,
        "posts a message in the member's room before it refuses an upload " + says,
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  Reply reply = genuine.answer(call);
                  String room = scene.principals().memberRoom();
                  if (such.test(reply)
                      && Asked.by(call).text("room_id").equals(Optional.of(room))) {
                    scene.board().post(room, "/refused", "refused");
                  }
                  return reply;
                }),
        "400/no-message-left");
  }

  private static void post(Scene scene, Call call) {
    if (Asked.by(call).isForeign(scene.principals())) {
      scene.board().post(scene.principals().foreignRoom(), "/refused", "refused");
    }
  }

  private void storage() {
    list.add(
        "membership-after-storage",
        "stores a file before it checks membership",
        Twists.takingFor(
            Twists.hasStatus(403),
            (asked, who) ->
                asked.isForeign(who) && asked.call().path().startsWith(Wiring.STORAGE_DOWN)),
        "403/before-storage");
    list.add(
        "token-after-storage",
        "stores a file before it looks at the token",
        Twists.takingFor(
            Twists.hasStatus(401),
            (asked, who) -> asked.call().path().startsWith(Wiring.STORAGE_DOWN)),
        "401/before-storage");
    list.add(
        "storage-failure-ignored",
        "answers 200 when the storage fails",
        Twists.replies(
            reply -> reply.status() == 500,
            reply ->
                Rewrite.body(
                    Rewrite.status(reply, 200),
                    "{\"message\":\"File uploaded successfully\",\"file_url\":\"http://127.0.0.1/x\"}")),
        "500/storage-failure");
  }
}
