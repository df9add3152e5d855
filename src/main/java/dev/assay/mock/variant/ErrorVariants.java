package dev.assay.mock.variant;

import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.VariantList;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/** What the documents leave open about refusals. */
record ErrorVariants(VariantList list) {

  static void addTo(VariantList list) {
    ErrorVariants variants = new ErrorVariants(list);
    variants.undocumented();
    variants.oversize();
    variants.unauthorised();
    variants.rooms();
  }

  private void undocumented() {
    for (int status : List.of(404, 409, 422, 403)) {
      other("" + status, "with " + status, status(status));
    }
    other("plain", "with plain text", ResponseEdits.media("text/plain", "no"));
    other("empty", "with an empty body", ResponseEdits.text(text -> ""));
    other(
        "html",
        "with a page of HTML",
        ResponseEdits.media("text/html", "<html>Bad Request</html>"));
  }

  private void other(String name, String says, UnaryOperator<MockResponse> change) {
    for (MockOperation operation : MockOperation.values()) {
      list.add(
          operation,
          "other-refusals-" + name,
          "refuses " + says + " whatever no document speaks of",
          Mutations.responses(ErrorVariants::isUndocumented, change));
    }
  }

  private static boolean isUndocumented(MockResponse response) {
    boolean documented =
        Set.of(401, 403, 500).contains(response.status())
            || response.body().lenientText().matches(".*( provided|24MB limit).*");
    return Mutations.isRefusal(response) && !documented;
  }

  private void oversize() {
    for (int status : List.of(400, 422)) {
      list.add(
          LOG_FILE,
          "too-large-" + status,
          "refuses a file that is too large with " + status,
          Mutations.responses(Mutations.hasStatus(413), status(status)));
    }
    list.add(
        LOG_FILE,
        "ten-million-bytes",
        "refuses files of more than 10,000,000 bytes",
        Mutations.refusing(v -> v.fileSize() > 10_000_000, 413, "file is larger than 10MB"));
    list.add(
        LOG_FILE,
        "unlisted-415",
        "refuses extensions that are not listed with 415",
        Mutations.responses(Mutations.says("extension"), status(415)));
  }

  private void unauthorised() {
    for (MockOperation operation : MockOperation.values()) {
      list.add(
          operation,
          "www-authenticate",
          "names its scheme in a 401",
          Mutations.responses(
              Mutations.hasStatus(401),
              ResponseEdits.with("WWW-Authenticate", "Bearer error=\"invalid_token\"")));
    }
    list.add(
        UPLOAD_FILE,
        "invalid-user",
        "words the 401 for an invalid token the second way",
        Mutations.edits(
            (view, response) ->
                response.status() == 401 && view.hasToken()
                    ? UPLOAD_FILE.refusal(401, "Unauthorized access (invalid user)")
                    : response));
  }

  private void rooms() {
    refused(
        "empty-file-name-is-no-file",
        "says that no file was provided where its name is empty",
        Mutations.says("No file name provided"),
        UPLOAD_FILE.refusal(400, "No file provided"));
    refused(
        "storage-failure-without-details",
        "gives no details of a storage failure",
        Mutations.hasStatus(500),
        UPLOAD_FILE.refusal(500, "File upload failed"));
    refused(
        "storage-failure-with-details",
        "gives many details of a storage failure",
        Mutations.hasStatus(500),
        UPLOAD_FILE.refusal(500, "File upload failed: " + "no route to host; ".repeat(200)));
  }

  private void refused(
      String name, String says, Predicate<MockResponse> fits, MockResponse instead) {
    list.add(UPLOAD_FILE, name, says, Mutations.responses(fits, refusal -> instead));
  }
}
