package dev.assay.mock.variant;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.mutation.MockContext;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ValidRequest;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.TestAccounts;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Servers that take more than the documents ask for, or nothing beyond it, or check in another
 * order.
 */
final class RuleVariants {

  private static final Set<Integer> MALFORMED = Set.of(400, 413, 415);
  private static final int LONGEST_TEXT = 4_000;

  private RuleVariants() {}

  static void addTo(VariantList list) {
    lenient(list);
    strict(list);
    order(list);
  }

  private static void lenient(VariantList list) {
    list.add(
        "slash-optional",
        "serves its paths with and without a slash at the end",
        Mutation.serves((genuine, scene) -> call -> genuine.answer(withDocumentedSlash(call))));
    list.add(
        MockOperation.LOG_MESSAGE,
        "lenient",
        "takes digits as text, unknown types of message and any media type",
        Mutations.takingFor(
            RuleVariants::isMalformed,
            (asked, who) -> isRegistered(asked, who) && isPlainMessage(asked)));
    list.add(
        MockOperation.LOG_FILE,
        "lenient",
        "takes unknown types of message, repeated parts and fields sent as files",
        Mutations.takingFor(
            RuleVariants::isMalformed,
            (asked, who) -> isRegistered(asked, who) && isPlainFile(asked)));
    list.add(
        MockOperation.UPLOAD_FILE,
        "lenient",
        "takes the token under any scheme and repeated parts",
        new LenientRooms());
  }

  /** Both what is sent and what is documented. */
  private static final class LenientRooms implements Mutation {
    @Override
    public MockEndpoint answering(MockEndpoint genuine, MockContext scene) {
      String token = " " + scene.principals().roomsToken();
      ValidRequest sample = new ValidRequest(scene.principals());
      MockEndpoint parts =
          Mutations.taking(
                  RuleVariants::isMalformed,
                  asked -> asked.place("file") != asked.parts().size() - 1 && hasBoth(asked))
              .answering(genuine, scene);
      return call ->
          parts.answer(
              RequestView.by(call).authorization().endsWith(token)
                  ? sample.authorised(call)
                  : call);
    }
  }

  private static boolean hasBoth(RequestView asked) {
    return asked.file().flatMap(ReceivedPart::fileName).filter(name -> !name.isEmpty()).isPresent()
        && asked.place("file") >= 0
        && asked.file().get().name().equals("file")
        && asked.fileSize() < (1 << 20)
        && asked.text("room_id").filter(room -> !room.isEmpty()).isPresent();
  }

  private static MockRequest withDocumentedSlash(MockRequest call) {
    String path = call.path();
    for (MockOperation operation : MockOperation.values()) {
      String bare = operation.path().replaceAll("/$", "");
      if (path.endsWith(bare) || path.endsWith(bare + "/")) {
        String prefix = path.replaceAll("/$", "").substring(0, path.lastIndexOf(bare));
        return new MockRequest(
            call.method(),
            prefix + operation.path(),
            call.query(),
            call.headers(),
            call.connection(),
            call.body());
      }
    }
    return call;
  }

  private static boolean isMalformed(MockResponse reply) {
    return MALFORMED.contains(reply.status());
  }

  private static boolean isRegistered(RequestView asked, TestAccounts principals) {
    return asked.user().equals(principals.registeredUser());
  }

  private static boolean isPlainMessage(RequestView asked) {
    JsonNode json = asked.json();
    return json.path("business_id").asText().matches("\\d+")
        && json.path("message_type").isIntegralNumber()
        && json.path("message_body").isTextual()
        && !json.path("message_body").asText().isEmpty()
        && json.path("user").path("auth_id").isTextual()
        && !json.path("user").path("auth_id").asText().isBlank()
        && asked.has("client-id")
        && asked.call().headers().only("client-id").filter(id -> !id.isEmpty()).isPresent()
        && asked.call().method().equals("POST");
  }

  private static boolean isPlainFile(RequestView asked) {
    return asked.text("message_type").orElse("").strip().matches("\\d{1,9}")
        && asked.text("business_id").orElse("").strip().matches("\\d{1,9}")
        && asked.file().filter(part -> part.name().equals("file")).isPresent()
        && asked.file().flatMap(ReceivedPart::fileName).filter(name -> !name.isEmpty()).isPresent()
        && asked.call().headers().only("client-id").filter(id -> !id.isEmpty()).isPresent()
        && Set.of("pdf", "jpg").contains(asked.extension())
        && asked.fileSize() < (1 << 20)
        && !asked.user().isBlank();
  }

  private static void strict(VariantList list) {
    refused(
        list,
        "chunked-refused",
        "refuses chunked bodies",
        asked -> isPost(asked) && asked.isChunked(),
        411);
    refused(
        list,
        "expect-refused",
        "refuses to answer with 100 Continue",
        asked -> asked.has("expect"),
        417);
    list.add(
        "unsafe-file-names-refused",
        "refuses file names that are paths, markup, or longer than a disk keeps",
        Mutations.refusing(
            asked ->
                asked
                    .file()
                    .flatMap(ReceivedPart::fileName)
                    .filter(name -> !name.matches("[^/\\\\\"%<>\\p{Cntrl}]{1,255}"))
                    .isPresent(),
            400,
            "odd name"));
    list.add(
        "odd-ids-answered-400",
        "answers 400 to users and rooms that are not of letters and digits",
        Mutation.answers(
            (genuine, scene) ->
                call -> {
                  MockResponse reply = genuine.answer(call);
                  RequestView asked = RequestView.by(call);
                  boolean odd = !(asked.user() + asked.text("room_id").orElse("")).matches("\\w+");
                  return reply.status() == 403 && odd
                      ? MockOperation.at(call.path()).refusal(400, "no such id")
                      : reply;
                }));
    refused(
        list, "empty-files-refused", "refuses empty files", asked -> asked.fileSize() == 0, 400);
    refused(
        list,
        "unknown-fields-refused",
        "refuses fields that it does not know",
        RuleVariants::hasMore,
        400);
    refused(
        list,
        "long-texts-refused",
        "refuses texts of more than 4,000 characters",
        asked -> asked.text("message_body").orElse("").length() > LONGEST_TEXT,
        413);
  }

  private static boolean isPost(RequestView asked) {
    return asked.call().method().equals("POST");
  }

  private static boolean hasMore(RequestView asked) {
    return asked.place("message_id") >= 0 || asked.place("assay") >= 0;
  }

  private static void refused(
      VariantList list, String id, String says, Predicate<RequestView> such, int status) {
    list.add(id, says, Mutations.refusing(such, status, "not here"));
  }

  private static void order(VariantList list) {
    list.add(
        "body-checked-before-token",
        "refuses a body that it cannot read before it looks at the token",
        Mutations.refusingFirst(
            asked -> isPost(asked) && asked.parts().isEmpty() && !asked.json().isObject(),
            400,
            "not readable"));
    list.add(
        MockOperation.LOG_FILE,
        "size-checked-before-token",
        "refuses a file that is too large before it looks at the token",
        Mutations.refusingFirst(asked -> asked.fileSize() > 10 * (1 << 20), 413, "too large"));
    list.add(
        MockOperation.UPLOAD_FILE,
        "room-checked-before-file",
        "refuses a foreign room before it looks for a file",
        Mutation.answers(
            (genuine, scene) ->
                call -> {
                  RequestView asked = RequestView.by(call);
                  boolean foreign =
                      asked.text("room_id").equals(Optional.of(scene.principals().foreignRoom()));
                  boolean known = asked.authorization().equals(scene.principals().roomsToken());
                  return foreign && known
                      ? MockOperation.UPLOAD_FILE.refusal(403, "You are not a member of this room")
                      : genuine.answer(call);
                }));
  }
}
