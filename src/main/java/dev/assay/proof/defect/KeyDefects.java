package dev.assay.proof.defect;

import dev.assay.contract.SecurityScheme;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Headers that do not show who the client is, and are accepted all the same.
 *
 * @param key what a contract asks for
 * @param header its name, as requests have it
 */
record KeyDefects(
    DefectList list, SecurityScheme key, String header, String missing, String invalid) {

  private static final int SOME = 8;

  static void addTo(DefectList list, Promises promises) {
    promises
        .key()
        .ifPresent(
            key -> {
              KeyDefects defects =
                  new KeyDefects(
                      list,
                      key,
                      key.name().toLowerCase(Locale.ROOT),
                      promises.about("response/401/missing-header"),
                      promises.about("response/401/invalid-header"));
              defects.tokens();
              defects.headers();
              if (key.kind() != SecurityScheme.Kind.KEY) {
                defects.schemes(promises.about("response/401/other-scheme"));
              }
              defects.without();
              defects.remembered();
            });
  }

  private void tokens() {
    token("beginning-is-enough", "the beginning of", (a, b) -> b.startsWith(a));
    token("more-after", "more after", String::startsWith);
    token("end-is-enough", "the end of", (a, b) -> b.endsWith(a));
    token("letter-case-ignored", "any letter case in", String::equalsIgnoreCase);
    token("any", "any value for", (a, b) -> true);
    asLong("length-compared", "anything as long as", (a, b) -> true);
    asLong("first-characters-compared", "what only begins like", KeyDefects::beginsLike);
    asLong("last-characters-compared", "what only ends like", KeyDefects::endsLike);
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
    int scheme = key.kind().prefix().length();
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
        "empty-header-accepted",
        "an empty " + key.name() + " header",
        (a, b) -> a.isEmpty(),
        invalid);
    header(
        "bearer-alone-accepted", "Bearer without a token", (a, b) -> a.equals("Bearer"), invalid);
    header("basic-accepted", "Basic credentials", (a, b) -> a.startsWith("Basic Y"), invalid);
  }

  private void schemes(String other) {
    int scheme = key.kind().prefix().length();
    header(
        "scheme-ignored",
        "its token under any scheme",
        (a, b) -> a.endsWith(b.substring(scheme - 1)),
        other);
    header("bare-token-accepted", "the bare token", (a, b) -> a.equals(b.substring(scheme)), other);
    header(
        "basic-token-accepted",
        "its token under Basic",
        (a, b) -> a.equals("Basic " + b.substring(scheme)),
        other);
  }

  private void header(String name, String says, BiPredicate<String, String> fits, String clause) {
    list.add(name, "accepts " + says, Mutations.authorising(header, fits), clause);
  }

  private void without() {
    list.accepts(
        "missing-header-accepted",
        "no " + key.name() + " header",
        401,
        v -> !v.has(header),
        missing);
    list.accepts(
        "token-in-query-accepted",
        "a token in the query",
        401,
        v -> !v.has(header) && v.request().query().contains("token="),
        missing);
    everyFifth(
        "missing-header", "without an " + key.name() + " header", v -> !v.has(header), missing);
    everyFifth(
        "wrong-token",
        "with a wrong token",
        v -> v.header(header).endsWith("wrong-token"),
        invalid);
  }

  private void everyFifth(String name, String says, Predicate<RequestView> such, String clause) {
    Predicate<RequestView> stored = RequestView::isStorageUp;
    list.add(
        "every-5th-" + name + "-accepted",
        "lets every fifth request " + says + " in",
        Mutations.anew(() -> Mutations.taking(401, stored.and(such).and(Mutations.every(5)))),
        clause);
  }

  /** Parsers keep header lines, and so do connections. */
  private void remembered() {
    remembered(
        "in-any-letter-case",
        "a token in another letter case",
        (view, before) -> view.header(header).equalsIgnoreCase(before),
        invalid);
    remembered(
        "but-its-last-character",
        "a token with another last character",
        (view, before) ->
            isAsLong(view, before)
                && view.header(header).startsWith(before.substring(0, before.length() - 1)),
        invalid);
    remembered("by-its-length", "a token of the same length", this::isAsLong, invalid);
    remembered(
        "without-another",
        "no " + key.name() + " header",
        (view, before) -> !view.has(header),
        missing);
  }

  private boolean isAsLong(RequestView view, String before) {
    return view.header(header).length() == before.length();
  }

  /** Takes what is such for the header that was right before, on the same connection. */
  private void remembered(
      String name, String says, BiPredicate<RequestView, String> such, String clause) {
    list.add(
        "connection-remembers-token-" + name,
        "takes " + says + " for the right one that came before on the same connection",
        Mutation.answers(
            (genuine, context) -> {
              Map<Integer, String> right = new ConcurrentHashMap<>();
              return request -> {
                RequestView view = RequestView.of(request, context.accounts());
                String before = right.get(request.connection());
                boolean taken = before != null && such.test(view, before) && view.isStorageUp();
                MockResponse response = genuine.answer(taken ? view.authorised(header) : request);
                if (Mutations.isSuccess(response) && !taken) {
                  right.put(request.connection(), view.header(header));
                }
                return response;
              };
            }),
        clause);
  }
}
