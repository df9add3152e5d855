package dev.assay.mock.defect;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * What a connection remembers of the request before, and takes what comes next for: parsers keep
 * header lines, and servers the user of a connection.
 */
record ConnectionDefects(DefectList list) {

  static void addTo(DefectList list) {
    ConnectionDefects defects = new ConnectionDefects(list);
    defects.tokens(list.operation().isHaptik() ? "401/invalid-header" : "401/invalid-token");
    if (list.operation().isHaptik()) {
      list.add(
          "connection-remembers-user",
          "takes an unregistered user for the one before on the same connection",
          taking(v -> v.user().equals(v.accounts().unregisteredUser())),
          "403/unregistered-user");
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      list.add(
          "connection-remembers-membership",
          "asks for membership once for each connection",
          taking(v -> v.isForeign() && v.isStorageUp()),
          "403/not-a-member");
    }
  }

  private void tokens(String invalid) {
    token(
        "in-any-letter-case",
        "a token in another letter case",
        (view, before) -> view.authorization().equalsIgnoreCase(before),
        invalid);
    token(
        "but-its-last-character",
        "a token with another last character",
        (view, before) ->
            isAsLong(view, before)
                && view.authorization().startsWith(before.substring(0, before.length() - 1)),
        invalid);
    token("by-its-length", "a token of the same length", ConnectionDefects::isAsLong, invalid);
    token(
        "without-another",
        "no Authorization header",
        (view, before) -> !view.hasToken(),
        "401/missing-header");
  }

  private static boolean isAsLong(RequestView view, String before) {
    return view.authorization().length() == before.length();
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
                MockResponse response = genuine.answer(taken ? view.authorised() : request);
                if (response.status() == 200 && !taken) {
                  right.put(request.connection(), view.authorization());
                }
                return response;
              };
            }),
        clause);
  }

  /** Takes what is such where the connection has had a success. */
  private static Mutation taking(Predicate<RequestView> such) {
    return Mutations.anew(
        () -> {
          Set<Integer> known = ConcurrentHashMap.newKeySet();
          Predicate<RequestView> isKnown = v -> known.contains(v.request().connection());
          return Mutations.inTurn(
              Mutations.taking(403, isKnown.and(such)),
              Mutations.edits(
                  (view, response) -> {
                    if (response.status() == 200) {
                      known.add(view.request().connection());
                    }
                    return response;
                  }));
        });
  }
}
