package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Authorization headers that are missing or wrong and accepted all the same. */
record AuthorizationDefects(DefectList list, String invalid) {

  private static final String BEARER = "Bearer ";
  private static final String MISSING = "401/missing-header";
  private static final String SCHEME = "401/other-scheme";
  private static final int SOME = 8;

  static void addTo(DefectList list) {
    boolean haptik = list.operation().isHaptik();
    AuthorizationDefects defects =
        new AuthorizationDefects(list, haptik ? "401/invalid-header" : "401/invalid-token");
    defects.tokens();
    defects.headers();
    if (haptik) {
      defects.schemes();
    } else {
      defects.chat();
    }
    defects.missing();
    defects.skipped();
  }

  private void tokens() {
    token("beginning-is-enough", "the beginning of", (a, b) -> b.startsWith(a));
    token("more-after", "more after", String::startsWith);
    token("end-is-enough", "the end of", (a, b) -> b.endsWith(a));
    token("letter-case-ignored", "any letter case in", String::equalsIgnoreCase);
    token("any", "any value for", (a, b) -> true);
    asLong("length-compared", "anything as long as", (a, b) -> true);
    asLong("first-characters-compared", "what only begins like", AuthorizationDefects::beginsLike);
    asLong("last-characters-compared", "what only ends like", AuthorizationDefects::endsLike);
    asLong(
        "last-character-not-compared",
        "any last character in",
        (a, b) -> a.startsWith(b.substring(0, b.length() - 1)));
    asLong(
        "first-character-not-compared",
        "any first character in",
        (a, b) -> a.endsWith(b.substring(1)));
    asLong(
        "inner-characters-not-compared",
        "what begins and ends like",
        (a, b) -> beginsLike(a, b) && endsLike(a, b));
    token("leading-zeros-dropped", "zeros before", (a, b) -> a.replaceFirst("^0+", "").equals(b));
    Likeness.ofPatterns().forEach(like -> token(like.name(), like.says(), like.takes()));
    token("null", "the word null for", (a, b) -> a.equals("null"));
  }

  private static boolean beginsLike(String given, String right) {
    return given.startsWith(right.substring(0, SOME));
  }

  private static boolean endsLike(String given, String right) {
    return given.endsWith(right.substring(right.length() - SOME));
  }

  private void asLong(String name, String says, BiPredicate<String, String> fits) {
    token(name, says, (a, b) -> a.length() == b.length() && fits.test(a, b));
  }

  private void token(String name, String says, BiPredicate<String, String> fits) {
    int scheme = list.operation().isHaptik() ? BEARER.length() : 0;
    header(
        "token-" + name,
        says + " its token",
        (given, right) ->
            given.regionMatches(0, right, 0, scheme)
                && given.length() > scheme
                && fits.test(given.substring(scheme), right.substring(scheme)),
        invalid);
  }

  private void headers() {
    header(
        "empty-header-accepted", "an empty Authorization header", (a, b) -> a.isEmpty(), invalid);
    header(
        "bearer-alone-accepted", "Bearer without a token", (a, b) -> a.equals("Bearer"), invalid);
    header("basic-accepted", "Basic credentials", (a, b) -> a.startsWith("Basic Y"), invalid);
  }

  private void schemes() {
    header(
        "scheme-ignored",
        "its token under any scheme",
        (a, b) -> a.endsWith(b.substring(6)),
        SCHEME);
    header("bare-token-accepted", "the bare token", (a, b) -> a.equals(b.substring(7)), SCHEME);
    header(
        "basic-token-accepted",
        "its token under Basic",
        (a, b) -> a.equals("Basic " + b.substring(7)),
        SCHEME);
  }

  private void header(String name, String says, BiPredicate<String, String> fits, String clause) {
    list.add(name, "accepts " + says, Mutations.authorising(fits), clause);
  }

  private void chat() {
    list.add(
        "token-of-a-gone-user-accepted",
        "accepts a token whose user is gone",
        Mutations.authorisingIf(v -> v.authorization().equals(v.accounts().orphanToken())),
        invalid);
    list.add(
        "missing-header-answered-as-invalid-user",
        "words the 401 for a missing header as for a user that is gone",
        Mutations.edits(
            (view, response) ->
                response.status() == 401 && !view.hasToken()
                    ? list.operation().refusal(401, "Unauthorized access (invalid user)")
                    : response),
        "401/missing-header-text");
    list.add(
        "token-of-a-gone-user-answered-403",
        "answers 403 to a token whose user is gone",
        Mutations.responses(Mutations.says("invalid user"), ResponseEdits.status(403)),
        invalid);
  }

  private void missing() {
    list.accepts(
        "missing-header-accepted", "no Authorization header", 401, v -> !v.hasToken(), MISSING);
    list.accepts(
        "token-in-query-accepted",
        "a token in the query",
        401,
        v -> !v.hasToken() && v.request().query().contains("token="),
        MISSING);
    everyFifth("missing-header", "without an Authorization header", v -> !v.hasToken(), MISSING);
    everyFifth("wrong-token", "with a wrong token", AuthorizationDefects::isWrong, invalid);
  }

  private void everyFifth(String name, String says, Predicate<RequestView> such, String clause) {
    Predicate<RequestView> stored = RequestView::isStorageUp;
    list.add(
        "every-5th-" + name + "-accepted",
        "lets every fifth request " + says + " in",
        Mutations.anew(() -> Mutations.taking(401, stored.and(such).and(Mutations.every(5)))),
        clause);
  }

  private static boolean isWrong(RequestView view) {
    return view.authorization().endsWith("wrong-token");
  }

  private void skipped() {
    if (list.isOf(LOG_MESSAGE)) {
      skip("broken-body", "with broken JSON", v -> v.json().isMissingNode());
      skip(
          "other-content-type",
          "under text/plain",
          v -> v.header("content-type").startsWith("text/plain"));
      skip("no-content-type", "without a Content-Type", v -> !v.has("content-type"));
      skip("unregistered-user", "for an unregistered user", v -> v.user().startsWith("nobody"));
    }
    if (list.isOf(LOG_FILE)) {
      skip("document", "with a document", RequestView::isDocument);
      skip("no-text", "without message_body", v -> v.lacks("message_body"));
    }
    if (list.operation().takesFile()) {
      skip("no-form", "without a form", v -> v.parts().isEmpty());
      list.accepts(
          "wrong-token-accepted-without-a-file",
          "a wrong token where there is no file",
          401,
          v -> isWrong(v) && !v.parts().isEmpty() && v.file().isEmpty(),
          invalid);
      skip("large-file", "with 11 MB or more", v -> v.fileSize() > 11_000_000);
    }
    if (list.isOf(UPLOAD_FILE)) {
      skip("foreign-room", "for a foreign room", RequestView::isForeign);
    }
  }

  private void skip(String name, String says, Predicate<RequestView> such) {
    list.accepts(
        "no-token-needed-" + name,
        "a request without a token " + says,
        401,
        v -> !v.hasToken() && such.test(v),
        MISSING);
  }
}
