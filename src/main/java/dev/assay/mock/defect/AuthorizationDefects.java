package dev.assay.mock.defect;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.mutation.ValidRequest;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Authorization headers that are missing or wrong and let in all the same. */
final class AuthorizationDefects {

  private static final String BEARER = "Bearer ";
  private static final int SOME = 8;

  private final DefectList list;
  private final String invalid;

  private AuthorizationDefects(DefectList list) {
    this.list = list;
    this.invalid = list.operation().isHaptik() ? "401/invalid-header" : "401/invalid-token";
  }

  static void addTo(DefectList list) {
    AuthorizationDefects defects = new AuthorizationDefects(list);
    defects.comparisons();
    if (list.operation().isHaptik()) {
      defects.schemes();
    } else {
      defects.chat();
    }
    defects.missing();
    defects.skipped();
  }

  private void comparisons() {
    token("beginning-is-enough", "the beginning of", (given, right) -> right.startsWith(given));
    token("more-after", "more after", (given, right) -> given.startsWith(right));
    token("end-is-enough", "the end of", (given, right) -> right.endsWith(given));
    token("letter-case-ignored", "any letter case in", String::equalsIgnoreCase);
    token("any", "any value for", (given, right) -> true);
    token("length-compared", "anything as long as", (a, b) -> a.length() == b.length());
    token(
        "first-characters-compared",
        "what only begins like",
        (a, b) -> a.startsWith(b.substring(0, SOME)) && a.length() == b.length());
    token(
        "last-characters-compared",
        "what only ends like",
        (a, b) -> a.endsWith(b.substring(b.length() - SOME)) && a.length() == b.length());
    token(
        "last-character-not-compared",
        "any last character in",
        (a, b) -> a.length() == b.length() && a.startsWith(b.substring(0, b.length() - 1)));
    token(
        "first-character-not-compared",
        "any first character in",
        (a, b) -> a.length() == b.length() && a.endsWith(b.substring(1)));
    token(
        "inner-characters-not-compared",
        "what begins and ends like",
        (a, b) ->
            a.length() == b.length()
                && a.startsWith(b.substring(0, SOME))
                && a.endsWith(b.substring(b.length() - SOME)));
    token(
        "leading-zeros-dropped",
        "zeros before",
        (given, right) -> given.replaceFirst("^0+", "").equals(right));
    Likeness.ofPatterns()
        .forEach(likeness -> token(likeness.name(), likeness.says(), likeness.takes()));
    token("null", "the word null for", (given, right) -> given.equals("null"));
    header("empty-header-accepted", "an empty Authorization header", (a, b) -> a.isEmpty());
    header("bearer-alone-accepted", "Bearer without a token", (a, b) -> a.equals("Bearer"));
    header("basic-accepted", "Basic credentials", (a, b) -> a.startsWith("Basic Y"));
  }

  private void schemes() {
    scheme("scheme-ignored", "its token under any scheme", (a, b) -> a.endsWith(b.substring(6)));
    scheme("bare-token-accepted", "the bare token", (a, b) -> a.equals(b.substring(7)));
    scheme(
        "basic-token-accepted",
        "its token under Basic",
        (a, b) -> a.equals("Basic " + b.substring(7)));
  }

  private void chat() {
    list.add(
        "token-of-a-gone-user-accepted",
        "accepts a token whose user is gone",
        Mutation.answers(
            (genuine, context) -> {
              ValidRequest sample = new ValidRequest(context.accounts());
              return request ->
                  genuine.answer(
                      RequestView.by(request)
                              .authorization()
                              .equals(context.accounts().orphanToken())
                          ? sample.authorised(request)
                          : request);
            }),
        invalid);
    list.add(
        "missing-header-answered-as-invalid-user",
        "words the 401 for a missing header as for a user that is gone",
        Mutation.answers(
            (genuine, context) ->
                request -> {
                  MockResponse response = genuine.answer(request);
                  return response.status() == 401 && !request.headers().has("authorization")
                      ? list.operation().refusal(401, "Unauthorized access (invalid user)")
                      : response;
                }),
        "401/missing-header-text");
    list.add(
        "token-of-a-gone-user-answered-403",
        "answers 403 to a token whose user is gone",
        Mutations.replies(
            response -> response.body().lenientText().contains("invalid user"),
            response -> ResponseEdits.status(response, 403)),
        invalid);
  }

  private void missing() {
    let("missing-header-accepted", "no Authorization header", view -> !view.has("authorization"));
    let(
        "token-in-query-accepted",
        "a token in the query",
        view -> !view.has("authorization") && view.request().query().contains("token="));
    list.add(
        "every-5th-missing-header-accepted",
        "lets every fifth request without an Authorization header in",
        Mutations.takingEvery(
            5, Mutations.hasStatus(401), view -> !view.has("authorization") && isStored(view)),
        "401/missing-header");
    list.add(
        "every-5th-wrong-token-accepted",
        "lets every fifth request with a wrong token in",
        Mutations.takingEvery(
            5, Mutations.hasStatus(401), view -> isWrong(view.authorization()) && isStored(view)),
        invalid);
  }

  private static boolean isWrong(String authorization) {
    return authorization.endsWith("wrong-token");
  }

  /** Whether it is the service whose storage is up. */
  private static boolean isStored(RequestView view) {
    return !view.request().path().startsWith(Storage.DOWN_PATH);
  }

  private void skipped() {
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      skip("broken-body", "with broken JSON", view -> view.json().isMissingNode());
      skip("other-content-type", "under text/plain", view -> type(view).startsWith("text/plain"));
      skip("no-content-type", "without a Content-Type", view -> !view.has("content-type"));
      skip(
          "unregistered-user",
          "for an unregistered user",
          view -> view.user().startsWith("nobody"));
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      skip(
          "document", "with a document", view -> view.text("message_type").orElse("").equals("52"));
      skip("no-text", "without message_body", view -> view.text("message_body").isEmpty());
    }
    if (list.operation().takesFile()) {
      skip("no-form", "without a form", view -> view.parts().isEmpty());
      list.add(
          "wrong-token-accepted-without-a-file",
          "accepts a wrong token where there is no file",
          Mutations.taking(
              Mutations.hasStatus(401),
              view ->
                  isWrong(view.authorization())
                      && !view.parts().isEmpty()
                      && view.file().isEmpty()),
          invalid);
      skip("large-file", "with 11 MB or more", view -> view.fileSize() > 11_000_000);
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      list.add(
          "no-token-needed-foreign-room",
          "accepts a request without a token for a foreign room",
          Mutations.takingFor(
              Mutations.hasStatus(401),
              (view, who) -> !view.has("authorization") && view.isForeign(who)),
          "401/missing-header");
    }
  }

  private static String type(RequestView view) {
    return view.request().headers().only("content-type").orElse("");
  }

  private void token(String name, String says, BiPredicate<String, String> fits) {
    int scheme = list.operation().isHaptik() ? BEARER.length() : 0;
    header(
        "token-" + name,
        says + " its token",
        (given, right) ->
            given.regionMatches(0, right, 0, scheme)
                && given.length() > scheme
                && fits.test(given.substring(scheme), right.substring(scheme)));
  }

  private void header(String name, String says, BiPredicate<String, String> fits) {
    list.add(name, "accepts " + says, Mutations.authorising(fits), invalid);
  }

  private void scheme(String name, String says, BiPredicate<String, String> fits) {
    list.add(name, "accepts " + says, Mutations.authorising(fits), "401/other-scheme");
  }

  private void let(String name, String says, Predicate<RequestView> such) {
    list.add(
        name,
        "accepts " + says,
        Mutations.taking(Mutations.hasStatus(401), such),
        "401/missing-header");
  }

  private void skip(String name, String says, Predicate<RequestView> such) {
    list.add(
        "no-token-needed-" + name,
        "accepts a request without a token " + says,
        Mutations.taking(
            Mutations.hasStatus(401), view -> !view.has("authorization") && such.test(view)),
        "401/missing-header");
  }
}
