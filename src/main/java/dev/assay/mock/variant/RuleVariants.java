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
        Mutation.serves(
            (genuine, context) -> request -> genuine.answer(withDocumentedSlash(request))));
    list.add(
        MockOperation.LOG_MESSAGE,
        "lenient",
        "takes digits as text, unknown types of message and any media type",
        Mutations.takingFor(
            RuleVariants::isMalformed,
            (view, who) -> isRegistered(view, who) && isPlainMessage(view)));
    list.add(
        MockOperation.LOG_FILE,
        "lenient",
        "takes unknown types of message, repeated parts and fields sent as files",
        Mutations.takingFor(
            RuleVariants::isMalformed,
            (view, who) -> isRegistered(view, who) && isPlainFile(view)));
    list.add(
        MockOperation.UPLOAD_FILE,
        "lenient",
        "takes the token under any scheme and repeated parts",
        new LenientRooms());
  }

  /** Both what is sent and what is documented. */
  private static final class LenientRooms implements Mutation {
    @Override
    public MockEndpoint answering(MockEndpoint genuine, MockContext context) {
      String token = " " + context.accounts().roomsToken();
      ValidRequest sample = new ValidRequest(context.accounts());
      MockEndpoint parts =
          Mutations.taking(
                  RuleVariants::isMalformed,
                  view -> view.place("file") != view.parts().size() - 1 && hasBoth(view))
              .answering(genuine, context);
      return request ->
          parts.answer(
              RequestView.by(request).authorization().endsWith(token)
                  ? sample.authorised(request)
                  : request);
    }
  }

  private static boolean hasBoth(RequestView view) {
    return view.file().flatMap(ReceivedPart::fileName).filter(name -> !name.isEmpty()).isPresent()
        && view.place("file") >= 0
        && view.file().get().name().equals("file")
        && view.fileSize() < (1 << 20)
        && view.text("room_id").filter(room -> !room.isEmpty()).isPresent();
  }

  private static MockRequest withDocumentedSlash(MockRequest request) {
    String path = request.path();
    for (MockOperation operation : MockOperation.values()) {
      String bare = operation.path().replaceAll("/$", "");
      if (path.endsWith(bare) || path.endsWith(bare + "/")) {
        String prefix = path.replaceAll("/$", "").substring(0, path.lastIndexOf(bare));
        return new MockRequest(
            request.method(),
            prefix + operation.path(),
            request.query(),
            request.headers(),
            request.connection(),
            request.body());
      }
    }
    return request;
  }

  private static boolean isMalformed(MockResponse response) {
    return MALFORMED.contains(response.status());
  }

  private static boolean isRegistered(RequestView view, TestAccounts accounts) {
    return view.user().equals(accounts.registeredUser());
  }

  private static boolean isPlainMessage(RequestView view) {
    JsonNode json = view.json();
    return json.path("business_id").asText().matches("\\d+")
        && json.path("message_type").isIntegralNumber()
        && json.path("message_body").isTextual()
        && !json.path("message_body").asText().isEmpty()
        && json.path("user").path("auth_id").isTextual()
        && !json.path("user").path("auth_id").asText().isBlank()
        && view.has("client-id")
        && view.request().headers().only("client-id").filter(id -> !id.isEmpty()).isPresent()
        && view.request().method().equals("POST");
  }

  private static boolean isPlainFile(RequestView view) {
    return view.text("message_type").orElse("").strip().matches("\\d{1,9}")
        && view.text("business_id").orElse("").strip().matches("\\d{1,9}")
        && view.file().filter(part -> part.name().equals("file")).isPresent()
        && view.file().flatMap(ReceivedPart::fileName).filter(name -> !name.isEmpty()).isPresent()
        && view.request().headers().only("client-id").filter(id -> !id.isEmpty()).isPresent()
        && Set.of("pdf", "jpg").contains(view.extension())
        && view.fileSize() < (1 << 20)
        && !view.user().isBlank();
  }

  private static void strict(VariantList list) {
    refused(
        list,
        "chunked-refused",
        "refuses chunked bodies",
        view -> isPost(view) && view.isChunked(),
        411);
    refused(
        list,
        "expect-refused",
        "refuses to answer with 100 Continue",
        view -> view.has("expect"),
        417);
    list.add(
        "unsafe-file-names-refused",
        "refuses file names that are paths, markup, or longer than a disk keeps",
        Mutations.refusing(
            view ->
                view.file()
                    .flatMap(ReceivedPart::fileName)
                    .filter(name -> !name.matches("[^/\\\\\"%<>\\p{Cntrl}]{1,255}"))
                    .isPresent(),
            400,
            "odd name"));
    list.add(
        "odd-ids-answered-400",
        "answers 400 to users and rooms that are not of letters and digits",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  RequestView view = RequestView.by(request);
                  boolean odd = !(view.user() + view.text("room_id").orElse("")).matches("\\w+");
                  return response.status() == 403 && odd
                      ? MockOperation.at(request.path()).refusal(400, "no such id")
                      : response;
                }));
    refused(list, "empty-files-refused", "refuses empty files", view -> view.fileSize() == 0, 400);
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
        view -> view.text("message_body").orElse("").length() > LONGEST_TEXT,
        413);
  }

  private static boolean isPost(RequestView view) {
    return view.request().method().equals("POST");
  }

  private static boolean hasMore(RequestView view) {
    return view.place("message_id") >= 0 || view.place("assay") >= 0;
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
            view -> isPost(view) && view.parts().isEmpty() && !view.json().isObject(),
            400,
            "not readable"));
    list.add(
        MockOperation.LOG_FILE,
        "size-checked-before-token",
        "refuses a file that is too large before it looks at the token",
        Mutations.refusingFirst(view -> view.fileSize() > 10 * (1 << 20), 413, "too large"));
    list.add(
        MockOperation.UPLOAD_FILE,
        "room-checked-before-file",
        "refuses a foreign room before it looks for a file",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  RequestView view = RequestView.by(request);
                  boolean foreign =
                      view.text("room_id").equals(Optional.of(context.accounts().foreignRoom()));
                  boolean known = view.authorization().equals(context.accounts().roomsToken());
                  return foreign && known
                      ? MockOperation.UPLOAD_FILE.refusal(403, "You are not a member of this room")
                      : genuine.answer(request);
                }));
  }
}
