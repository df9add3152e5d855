package dev.assay.mock;

import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What the documents leave open about refusals. */
final class RefusalVariants {

  private RefusalVariants() {}

  static void addTo(VariantList list) {
    undocumented(list);
    oversize(list);
    unauthorised(list);
    rooms(list);
  }

  private static void undocumented(VariantList list) {
    for (int status : new int[] {404, 409, 422, 403}) {
      other(
          list,
          "other-refusals-" + status,
          "refuses with " + status + " whatever no document speaks of",
          reply -> Rewrite.status(reply, status));
    }
    other(
        list,
        "other-refusals-plain",
        "refuses with plain text whatever no document speaks of",
        Rewrite.media("text/plain", "no"));
    other(
        list,
        "other-refusals-empty",
        "refuses with an empty body whatever no document speaks of",
        Rewrite.text(text -> ""));
    other(
        list,
        "other-refusals-html",
        "refuses with a page of HTML whatever no document speaks of",
        Rewrite.media("text/html", "<html>Bad Request</html>"));
  }

  private static void other(VariantList list, String id, String says, UnaryOperator<Reply> change) {
    for (Operation operation : Operation.values()) {
      Predicate<Reply> documented =
          DocumentedRefusal.of(operation).stream()
              .map(DocumentedRefusal::matches)
              .reduce(reply -> false, Predicate::or);
      list.add(
          operation, id, says, Twists.replies(Twists.isRefusal().and(documented.negate()), change));
    }
  }

  private static void oversize(VariantList list) {
    for (int status : new int[] {400, 422}) {
      list.add(
          Operation.LOG_FILE,
          "too-large-" + status,
          "refuses a file that is too large with " + status,
          Twists.replies(Twists.hasStatus(413), reply -> Rewrite.status(reply, status)));
    }
    list.add(
        Operation.LOG_FILE,
        "ten-million-bytes",
        "refuses files of more than 10,000,000 bytes",
        Twists.refusing(asked -> asked.fileSize() > 10_000_000, 413, "file is larger than 10MB"));
    list.add(
        Operation.LOG_FILE,
        "unlisted-415",
        "refuses extensions that are not listed with 415",
        Twists.replies(
            reply -> reply.body().lenientText().contains("extension"),
            reply -> Rewrite.status(reply, 415)));
  }

  private static void unauthorised(VariantList list) {
    for (Operation operation : Operation.values()) {
      list.add(
          operation,
          "www-authenticate",
          "names its scheme in a 401",
          Twists.replies(
              Twists.hasStatus(401),
              reply -> reply.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
    }
    list.add(
        Operation.UPLOAD_FILE,
        "invalid-user",
        "words the 401 for an invalid token the second way",
        Twist.answers(
            (genuine, scene) ->
                call -> {
                  Reply reply = genuine.answer(call);
                  return reply.status() == 401 && call.headers().has("authorization")
                      ? Operation.UPLOAD_FILE.refusal(401, "Unauthorized access (invalid user)")
                      : reply;
                }));
  }

  private static void rooms(VariantList list) {
    list.add(
        Operation.UPLOAD_FILE,
        "empty-file-name-is-no-file",
        "says that no file was provided where its name is empty",
        Twists.replies(
            reply -> reply.body().lenientText().contains("No file name provided"),
            reply -> Operation.UPLOAD_FILE.refusal(400, "No file provided")));
    list.add(
        Operation.UPLOAD_FILE,
        "storage-failure-without-details",
        "gives no details of a storage failure",
        Twists.replies(
            Twists.hasStatus(500),
            reply -> Operation.UPLOAD_FILE.refusal(500, "File upload failed")));
    list.add(
        Operation.UPLOAD_FILE,
        "storage-failure-with-details",
        "gives many details of a storage failure",
        Twists.replies(
            Twists.hasStatus(500),
            reply ->
                Operation.UPLOAD_FILE.refusal(
                    500, "File upload failed: " + "no route to host; ".repeat(200))));
  }
}
