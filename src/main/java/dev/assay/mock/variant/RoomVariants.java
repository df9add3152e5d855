package dev.assay.mock.variant;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;

/** What the document of {@code upload_file} leaves open about rooms, and about duplicate files. */
record RoomVariants(VariantList list) {

  private static final Duration LATER = Duration.ofMillis(700);
  private static final int NEWEST = 12;
  private static final String LISTING = "/api/get_room_messages";

  static void addTo(VariantList list) {
    RoomVariants variants = new RoomVariants(list);
    variants.rooms();
    variants.messages();
    list.add(
        UPLOAD_FILE,
        "unknown-rooms-404",
        "answers 404 for a room that does not exist",
        Mutations.edits(
            (view, response) ->
                response.status() == 403 && !view.isForeign()
                    ? UPLOAD_FILE.refusal(404, "no such room")
                    : response));
    variants.listings();
    for (MockOperation operation : List.of(LOG_FILE, UPLOAD_FILE)) {
      list.add(
          operation,
          "same-file-stored-once",
          "keeps one copy of files with the same bytes",
          Mutation.stores(RoomVariants::once));
    }
  }

  private void rooms() {
    list.add(
        UPLOAD_FILE,
        "foreign-rooms-unreadable",
        "lists a room to its members only",
        Mutation.serves(
            (genuine, context) ->
                request ->
                    isListing(request) && isForeign(request, context)
                        ? UPLOAD_FILE.refusal(403, "You are not a member of this room")
                        : genuine.answer(request)));
    list.add(
        UPLOAD_FILE,
        "busy-rooms",
        "has other users who write into a room whenever it is listed",
        Mutation.serves(
            (genuine, context) ->
                request -> {
                  if (isListing(request)) {
                    String foreign = context.accounts().foreignRoom();
                    String own = context.accounts().memberRoom();
                    String room = isForeign(request, context) ? foreign : own;
                    context.feed().post(room, "Hello", "none");
                  }
                  return genuine.answer(request);
                }));
  }

  private void listings() {
    listed(
        "listing-as-array",
        "lists a room's messages as an array",
        response ->
            messages(response)
                .map(messages -> ResponseEdits.text(was -> messages.toString()).apply(response))
                .orElse(response));
    listed(
        "listing-of-the-newest",
        "lists only the newest twelve messages of a room",
        ResponseEdits.object(
            object -> {
              if (object.path("messages") instanceof ArrayNode messages) {
                while (messages.size() > NEWEST) {
                  messages.remove(0);
                }
              }
            }));
  }

  private void listed(String name, String says, UnaryOperator<MockResponse> change) {
    list.add(
        UPLOAD_FILE,
        name,
        says,
        Mutation.serves(
            (genuine, context) ->
                request ->
                    isListing(request)
                        ? change.apply(genuine.answer(request))
                        : genuine.answer(request)));
  }

  private static boolean isListing(MockRequest request) {
    return request.path().equals(LISTING);
  }

  private static boolean isForeign(MockRequest request, MockContext context) {
    return request.parameter("room_id").equals(Optional.of(context.accounts().foreignRoom()));
  }

  private static Optional<ArrayNode> messages(MockResponse response) {
    return ResponseEdits.object(response)
        .map(object -> object.path("messages"))
        .filter(ArrayNode.class::isInstance)
        .map(ArrayNode.class::cast);
  }

  private void messages() {
    list.add(
        UPLOAD_FILE,
        "message-posted-later",
        "posts a message 700 ms after its answer",
        Mutation.posts(
            (feed, context) ->
                (room, url, name) ->
                    context.timing().later(LATER, () -> feed.post(room, url, name))));
    list.add(
        UPLOAD_FILE,
        "message-with-words",
        "posts the URL within a sentence",
        Mutation.posts(
            (feed, context) ->
                (room, url, name) -> feed.post(room, "New file " + name + ": " + url, name)));
  }

  private static Storage once(Storage genuine) {
    Map<String, URI> known = new ConcurrentHashMap<>();
    return (content, extension) -> {
      String text = content.lenientText() + extension;
      URI before = known.get(text);
      if (before != null) {
        return before;
      }
      URI stored = genuine.store(content, extension);
      URI first = known.putIfAbsent(text, stored);
      return first == null ? stored : first;
    };
  }
}
