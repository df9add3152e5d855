package dev.assay.mock.variant;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.mock.http.MockRequest;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import java.util.Set;
import java.util.function.Predicate;

/** Servers that accept more than the documents ask for, or less, or check in another order. */
record RuleVariants(VariantList list) {

  private static final int MIB = 1 << 20;
  private static final String DIGITS = "\\d{1,9}";

  static void addTo(VariantList list) {
    RuleVariants variants = new RuleVariants(list);
    variants.lenient();
    variants.strict();
    variants.order();
  }

  private void lenient() {
    list.add(
        "slash-optional",
        "serves its paths with and without a slash at the end",
        Mutation.serves(
            (genuine, context) -> request -> genuine.answer(withDocumentedSlash(request))));
    list.add(
        LOG_MESSAGE,
        "lenient",
        "takes digits as text, unknown types of message and any media type",
        taking(RuleVariants::isMessage));
    list.add(
        LOG_FILE,
        "lenient",
        "takes unknown types of message, repeated parts and fields sent as files",
        taking(RuleVariants::isFile));
    list.add(
        UPLOAD_FILE,
        "lenient",
        "takes the token under any scheme and repeated parts",
        Mutations.inTurn(
            taking(RuleVariants::isUpload),
            Mutations.authorisingIf(
                "authorization",
                v -> v.authorization().endsWith(" " + v.accounts().roomsToken()))));
  }

  private static Mutation taking(Predicate<RequestView> such) {
    return Mutations.taking(RuleVariants::isMalformed, such);
  }

  private static boolean isMalformed(MockResponse response) {
    return Set.of(400, 413, 415).contains(response.status());
  }

  private static MockRequest withDocumentedSlash(MockRequest request) {
    String path = request.path();
    for (MockOperation operation : MockOperation.values()) {
      String bare = operation.path().replaceAll("/$", "");
      if (path.endsWith(bare) || path.endsWith(bare + "/")) {
        return request.at(path.substring(0, path.lastIndexOf(bare)) + operation.path());
      }
    }
    return request;
  }

  private static boolean isMessage(RequestView view) {
    JsonNode json = view.json();
    return view.isRegistered()
        && json.path("business_id").asText().matches("\\d+")
        && json.path("message_type").isIntegralNumber()
        && json.path("message_body").isTextual()
        && !json.path("message_body").asText().isEmpty()
        && json.path("user").path("auth_id").isTextual()
        && !view.header("client-id").isEmpty()
        && view.is("POST");
  }

  private static boolean isFile(RequestView view) {
    return view.isRegistered()
        && view.value("message_type").strip().matches(DIGITS)
        && view.value("business_id").strip().matches(DIGITS)
        && !view.fileName().isEmpty()
        && !view.header("client-id").isEmpty()
        && Set.of("pdf", "jpg").contains(view.extension())
        && view.fileSize() < MIB;
  }

  private static boolean isUpload(RequestView view) {
    return view.place("file") != view.parts().size() - 1
        && !view.fileName().isEmpty()
        && view.fileSize() < MIB
        && !view.value("room_id").isEmpty();
  }

  private void strict() {
    refused(
        "chunked-refused", "chunked bodies", 411, v -> v.is("POST") && !v.has("content-length"));
    list.add(
        "expect-refused",
        "refuses to answer with 100 Continue",
        Mutations.refusing(v -> v.has("expect"), 417, "not here"));
    refused(
        "unsafe-file-names-refused",
        "file names that are paths, markup, or longer than a disk keeps",
        400,
        v -> v.isNamed("(?s).*") && !v.isNamed("[^/\\\\\"%<>\\p{Cntrl}]{1,255}"));
    list.add(
        "odd-ids-answered-400",
        "answers 400 to users and rooms that are not of letters and digits",
        Mutations.edits(
            (view, response) ->
                response.status() == 403 && !(view.user() + view.value("room_id")).matches("\\w+")
                    ? MockOperation.at(view.request().path()).refusal(400, "no such id")
                    : response));
    refused("empty-files-refused", "empty files", 400, v -> v.fileSize() == 0);
    refused(
        "unknown-fields-refused",
        "fields that it does not know",
        400,
        v -> v.place("message_id") >= 0 || v.place("assay") >= 0);
    refused(
        "long-texts-refused",
        "texts of more than 4,000 characters",
        413,
        v -> v.value("message_body").length() > 4_000);
  }

  private void refused(String id, String says, int status, Predicate<RequestView> such) {
    list.add(id, "refuses " + says, Mutations.refusing(such, status, "not here"));
  }

  private void order() {
    list.add(
        "body-checked-before-token",
        "refuses a body that it cannot read before it looks at the token",
        Mutations.refusingFirst(
            v -> v.is("POST") && v.parts().isEmpty() && !v.json().isObject(), 400, "not readable"));
    list.add(
        LOG_FILE,
        "size-checked-before-token",
        "refuses a file that is too large before it looks at the token",
        Mutations.refusingFirst(v -> v.fileSize() > 10 * MIB, 413, "too large"));
    list.add(
        UPLOAD_FILE,
        "room-checked-before-file",
        "refuses a foreign room before it looks for a file",
        Mutations.refusingFirst(
            v -> v.isForeign() && v.authorization().equals(v.accounts().roomsToken()),
            403,
            "You are not a member of this room"));
  }
}
