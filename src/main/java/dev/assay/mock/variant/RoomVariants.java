package dev.assay.mock.variant;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** What the document of {@code upload_file} leaves open about rooms, and about files sent twice. */
final class RoomVariants {

  private static final int NEWEST = 12;
  private static final String LISTING = "/api/get_room_messages";

  private RoomVariants() {}

  static void addTo(VariantList list) {
    list.add(
        MockOperation.UPLOAD_FILE,
        "foreign-rooms-unreadable",
        "lists a room to its members only",
        Mutation.serves(
            (genuine, context) ->
                request ->
                    isForeign(request, context)
                        ? MockOperation.UPLOAD_FILE.refusal(
                            403, "You are not a member of this room")
                        : genuine.answer(request)));
    list.add(
        MockOperation.UPLOAD_FILE,
        "busy-rooms",
        "has other users who write into a room whenever it is listed",
        Mutation.serves(
            (genuine, context) ->
                request -> {
                  if (request.path().equals(LISTING)) {
                    String foreign = context.accounts().foreignRoom();
                    String own = context.accounts().memberRoom();
                    context
                        .feed()
                        .post(isForeign(request, context) ? foreign : own, "Hello", "none");
                  }
                  return genuine.answer(request);
                }));
    list.add(
        MockOperation.UPLOAD_FILE,
        "message-posted-later",
        "posts a message 700 ms after its answer",
        Mutation.posts(
            (genuine, context) -> {
              Executor later = CompletableFuture.delayedExecutor(700, TimeUnit.MILLISECONDS);
              return (room, url, name) -> later.execute(() -> genuine.post(room, url, name));
            }));
    list.add(
        MockOperation.UPLOAD_FILE,
        "message-with-words",
        "posts the URL within a sentence",
        Mutation.posts(
            (genuine, context) ->
                (room, url, name) -> genuine.post(room, "New file " + name + ": " + url, name)));
    list.add(
        MockOperation.UPLOAD_FILE,
        "unknown-rooms-404",
        "answers 404 for a room that does not exist",
        Mutation.answers(RoomVariants::unknownRooms));
    list.add(
        MockOperation.UPLOAD_FILE,
        "listing-as-array",
        "lists a room's messages as an array",
        Mutation.serves(
            (genuine, context) -> request -> asArray(request, genuine.answer(request))));
    list.add(
        MockOperation.UPLOAD_FILE,
        "listing-of-the-newest",
        "lists only the newest twelve messages of a room",
        Mutation.serves((genuine, context) -> request -> newest(request, genuine.answer(request))));
    for (MockOperation operation :
        new MockOperation[] {MockOperation.LOG_FILE, MockOperation.UPLOAD_FILE}) {
      list.add(
          operation,
          "same-file-stored-once",
          "keeps one copy of files with the same bytes",
          Mutation.stores(RoomVariants::once));
    }
  }

  private static boolean isForeign(MockRequest request, MockContext context) {
    return request.path().equals(LISTING)
        && request.parameter("room_id").equals(Optional.of(context.accounts().foreignRoom()));
  }

  private static MockEndpoint unknownRooms(MockEndpoint genuine, MockContext context) {
    return request -> {
      MockResponse response = genuine.answer(request);
      boolean known =
          RequestView.by(request)
              .text("room_id")
              .equals(Optional.of(context.accounts().foreignRoom()));
      return response.status() == 403 && !known
          ? MockOperation.UPLOAD_FILE.refusal(404, "no such room")
          : response;
    };
  }

  private static MockResponse newest(MockRequest request, MockResponse response) {
    return request.path().equals(LISTING)
        ? ResponseEdits.object(
                object -> {
                  if (object.path("messages") instanceof ArrayNode messages) {
                    while (messages.size() > NEWEST) {
                      messages.remove(0);
                    }
                  }
                })
            .apply(response)
        : response;
  }

  private static MockResponse asArray(MockRequest request, MockResponse response) {
    Optional<JsonNode> messages =
        ResponseEdits.object(response)
            .map(object -> object.path("messages"))
            .filter(JsonNode::isArray);
    return request.path().equals(LISTING) && messages.isPresent()
        ? ResponseEdits.body(response, messages.get().toString())
        : response;
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
