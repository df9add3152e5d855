package dev.assay.proof.defect;

import dev.assay.contract.SecurityScheme;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * A connection that remembers the header of the request before, and takes what comes next for it:
 * parsers keep header lines.
 *
 * @param header its name, as requests have it
 */
record RememberedKeyDefects(DefectList list, String header) {

  static void addTo(DefectList list, Promises promises) {
    promises
        .key()
        .map(SecurityScheme::name)
        .ifPresent(
            name ->
                new RememberedKeyDefects(list, name.toLowerCase(Locale.ROOT))
                    .add(
                        name,
                        promises.about("response/401/missing-header"),
                        promises.about("response/401/invalid-header")));
  }

  private void add(String name, String missing, String invalid) {
    token(
        "in-any-letter-case",
        "a token in another letter case",
        (view, before) -> view.header(header).equalsIgnoreCase(before),
        invalid);
    token(
        "but-its-last-character",
        "a token with another last character",
        (view, before) ->
            isAsLong(view, before)
                && view.header(header).startsWith(before.substring(0, before.length() - 1)),
        invalid);
    token("by-its-length", "a token of the same length", this::isAsLong, invalid);
    token(
        "without-another", "no " + name + " header", (view, before) -> !view.has(header), missing);
  }

  private boolean isAsLong(RequestView view, String before) {
    return view.header(header).length() == before.length();
  }

  /** Takes what is such for the header that was right before, on the same connection. */
  private void token(
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
