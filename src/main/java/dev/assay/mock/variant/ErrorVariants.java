package dev.assay.mock.variant;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DocumentedError;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What the documents leave open about refusals. */
final class ErrorVariants {

  private ErrorVariants() {}

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
          response -> ResponseEdits.status(response, status));
    }
    other(
        list,
        "other-refusals-plain",
        "refuses with plain text whatever no document speaks of",
        ResponseEdits.media("text/plain", "no"));
    other(
        list,
        "other-refusals-empty",
        "refuses with an empty body whatever no document speaks of",
        ResponseEdits.text(text -> ""));
    other(
        list,
        "other-refusals-html",
        "refuses with a page of HTML whatever no document speaks of",
        ResponseEdits.media("text/html", "<html>Bad Request</html>"));
  }

  private static void other(
      VariantList list, String id, String says, UnaryOperator<MockResponse> change) {
    for (MockOperation operation : MockOperation.values()) {
      Predicate<MockResponse> documented =
          DocumentedError.of(operation).stream()
              .map(DocumentedError::matches)
              .reduce(response -> false, Predicate::or);
      list.add(
          operation,
          id,
          says,
          Mutations.replies(Mutations.isRefusal().and(documented.negate()), change));
    }
  }

  private static void oversize(VariantList list) {
    for (int status : new int[] {400, 422}) {
      list.add(
          MockOperation.LOG_FILE,
          "too-large-" + status,
          "refuses a file that is too large with " + status,
          Mutations.replies(
              Mutations.hasStatus(413), response -> ResponseEdits.status(response, status)));
    }
    list.add(
        MockOperation.LOG_FILE,
        "ten-million-bytes",
        "refuses files of more than 10,000,000 bytes",
        Mutations.refusing(view -> view.fileSize() > 10_000_000, 413, "file is larger than 10MB"));
    list.add(
        MockOperation.LOG_FILE,
        "unlisted-415",
        "refuses extensions that are not listed with 415",
        Mutations.replies(
            response -> response.body().lenientText().contains("extension"),
            response -> ResponseEdits.status(response, 415)));
  }

  private static void unauthorised(VariantList list) {
    for (MockOperation operation : MockOperation.values()) {
      list.add(
          operation,
          "www-authenticate",
          "names its scheme in a 401",
          Mutations.replies(
              Mutations.hasStatus(401),
              response -> response.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
    }
    list.add(
        MockOperation.UPLOAD_FILE,
        "invalid-user",
        "words the 401 for an invalid token the second way",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  return response.status() == 401 && request.headers().has("authorization")
                      ? MockOperation.UPLOAD_FILE.refusal(401, "Unauthorized access (invalid user)")
                      : response;
                }));
  }

  private static void rooms(VariantList list) {
    list.add(
        MockOperation.UPLOAD_FILE,
        "empty-file-name-is-no-file",
        "says that no file was provided where its name is empty",
        Mutations.replies(
            response -> response.body().lenientText().contains("No file name provided"),
            response -> MockOperation.UPLOAD_FILE.refusal(400, "No file provided")));
    list.add(
        MockOperation.UPLOAD_FILE,
        "storage-failure-without-details",
        "gives no details of a storage failure",
        Mutations.replies(
            Mutations.hasStatus(500),
            response -> MockOperation.UPLOAD_FILE.refusal(500, "File upload failed")));
    list.add(
        MockOperation.UPLOAD_FILE,
        "storage-failure-with-details",
        "gives many details of a storage failure",
        Mutations.replies(
            Mutations.hasStatus(500),
            response ->
                MockOperation.UPLOAD_FILE.refusal(
                    500, "File upload failed: " + "no route to host; ".repeat(200))));
  }
}
