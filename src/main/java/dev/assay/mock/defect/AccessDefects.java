package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;

/** Ways past the checks of tokens, users and rooms that only some requests find. */
record AccessDefects(DefectList list) {

  private static final String INVALID = "401/invalid-token";

  static void addTo(DefectList list) {
    AccessDefects defects = new AccessDefects(list);
    if (list.isOf(LOG_MESSAGE)) {
      defects.message();
    }
    if (list.isOf(LOG_FILE)) {
      defects.skip("document", "with a document", RequestView::isDocument);
      defects.skip("no-text", "without message_body", v -> v.lacks("message_body"));
      defects.form("401/invalid-header");
    }
    if (list.isOf(UPLOAD_FILE)) {
      defects.chat();
      defects.form(INVALID);
      defects.skip("foreign-room", "for a foreign room", RequestView::isForeign);
      defects.remembers(
          "membership",
          "asks for membership once for each connection",
          v -> v.isForeign() && v.isStorageUp(),
          "403/not-a-member");
    } else if (list.isOf(LOG_MESSAGE, LOG_FILE)) {
      defects.remembers(
          "user",
          "takes an unregistered user for the one before on the same connection",
          v -> v.user().equals(v.accounts().unregisteredUser()),
          "403/unregistered-user");
    }
  }

  private void message() {
    skip("broken-body", "with broken JSON", v -> v.json().isMissingNode());
    skip(
        "other-content-type",
        "under text/plain",
        v -> v.header("content-type").startsWith("text/plain"));
    skip("no-content-type", "without a Content-Type", v -> !v.has("content-type"));
    skip("unregistered-user", "for an unregistered user", v -> v.user().startsWith("nobody"));
  }

  private void form(String invalid) {
    skip("no-form", "without a form", v -> v.parts().isEmpty());
    skip("large-file", "with 11 MB or more", v -> v.fileSize() > 11_000_000);
    list.accepts(
        "wrong-token-accepted-without-a-file",
        "a wrong token where there is no file",
        401,
        v ->
            v.authorization().endsWith("wrong-token") && !v.parts().isEmpty() && v.file().isEmpty(),
        invalid);
  }

  private void skip(String name, String says, Predicate<RequestView> such) {
    list.accepts(
        "no-token-needed-" + name,
        "a request without a token " + says,
        401,
        v -> !v.hasToken() && such.test(v),
        "401/missing-header");
  }

  private void chat() {
    list.add(
        "token-of-a-gone-user-accepted",
        "accepts a token whose user is gone",
        Mutations.authorisingIf(
            "authorization", v -> v.authorization().equals(v.accounts().orphanToken())),
        INVALID);
    list.add(
        "missing-header-answered-as-invalid-user",
        "words the 401 for a missing header as for a user that is gone",
        Mutations.edits(
            (view, response) ->
                response.status() == 401 && !view.hasToken()
                    ? UPLOAD_FILE.refusal(401, "Unauthorized access (invalid user)")
                    : response),
        "401/missing-header-text");
    list.add(
        "token-of-a-gone-user-answered-403",
        "answers 403 to a token whose user is gone",
        Mutations.responses(Mutations.says("invalid user"), ResponseEdits.status(403)),
        INVALID);
  }

  /** Takes what is such where the connection has had a success. */
  private void remembers(String name, String says, Predicate<RequestView> such, String clause) {
    list.add("connection-remembers-" + name, says, Mutations.anew(() -> knowing(such)), clause);
  }

  private static Mutation knowing(Predicate<RequestView> such) {
    Set<Integer> known = ConcurrentHashMap.newKeySet();
    Predicate<RequestView> isKnown = v -> known.contains(v.request().connection());
    return Mutations.inTurn(
        Mutations.taking(403, isKnown.and(such)),
        Mutations.edits(
            (view, response) -> {
              if (Mutations.isSuccess(response)) {
                known.add(view.request().connection());
              }
              return response;
            }));
  }
}
