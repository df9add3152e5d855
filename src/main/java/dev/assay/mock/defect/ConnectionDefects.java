package dev.assay.mock.defect;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ValidRequest;
import dev.assay.mock.service.MockEndpoint;
import dev.assay.mock.service.MockOperation;
import dev.assay.mock.service.Storage;
import dev.assay.mock.service.TestAccounts;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;

/**
 * What a connection remembers of the request before, and takes what comes next for: parsers keep
 * header lines, and servers the user of a connection.
 */
final class ConnectionDefects {

  private final DefectList list;
  private final String invalid;

  private ConnectionDefects(DefectList list) {
    this.list = list;
    this.invalid = list.operation().isHaptik() ? "401/invalid-header" : "401/invalid-token";
  }

  static void addTo(DefectList list) {
    ConnectionDefects defects = new ConnectionDefects(list);
    defects.tokens();
    if (list.operation().isHaptik()) {
      defects.user();
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      defects.room();
    }
  }

  private void tokens() {
    token(
        "in-any-letter-case",
        "a token in another letter case",
        (given, before) -> given.filter(before::equalsIgnoreCase).isPresent(),
        invalid);
    token(
        "but-its-last-character",
        "a token with another last character",
        (given, before) -> given.filter(value -> differsAtTheEnd(value, before)).isPresent(),
        invalid);
    token(
        "by-its-length",
        "a token of the same length",
        (given, before) -> given.filter(v -> v.length() == before.length()).isPresent(),
        invalid);
    token(
        "without-another",
        "no Authorization header",
        (given, before) -> given.isEmpty(),
        "401/missing-header");
  }

  private static boolean differsAtTheEnd(String given, String before) {
    return given.length() == before.length()
        && given.startsWith(before.substring(0, before.length() - 1));
  }

  /** Takes what is such for the header that was right before, on the same connection. */
  private void token(
      String name, String says, BiPredicate<Optional<String>, String> such, String clause) {
    list.add(
        "connection-remembers-token-" + name,
        "takes " + says + " for the right one that came before on the same connection",
        Mutation.answers(
            (genuine, context) -> {
              ValidRequest sample = new ValidRequest(context.accounts());
              Map<Integer, String> right = new ConcurrentHashMap<>();
              return request -> {
                Optional<String> given =
                    request.headers().has("authorization")
                        ? request.headers().only("authorization").or(() -> Optional.of(""))
                        : Optional.empty();
                String before = right.get(request.connection());
                boolean taken =
                    before != null
                        && such.test(given, before)
                        && !request.path().startsWith(Storage.DOWN_PATH);
                MockResponse response =
                    genuine.answer(taken ? sample.authorised(request) : request);
                if (Mutations.isSuccess(response) && !taken) {
                  right.put(request.connection(), given.orElse(""));
                }
                return response;
              };
            }),
        clause);
  }

  private void user() {
    list.add(
        "connection-remembers-user",
        "takes an unregistered user for the one before on the same connection",
        taking((view, who) -> view.user().equals(who.unregisteredUser())),
        "403/unregistered-user");
  }

  private void room() {
    list.add(
        "connection-remembers-membership",
        "asks for membership once for each connection",
        taking(
            (view, who) ->
                view.isForeign(who) && !view.request().path().startsWith(Storage.DOWN_PATH)),
        "403/not-a-member");
  }

  /** Takes what is such where the connection has had a success. */
  private static Mutation taking(BiPredicate<RequestView, TestAccounts> such) {
    return Mutation.answers(
        (genuine, context) -> {
          Set<Integer> known = ConcurrentHashMap.newKeySet();
          MockEndpoint taking =
              Mutations.takingFor(
                      Mutations.hasStatus(403),
                      (view, who) ->
                          known.contains(view.request().connection()) && such.test(view, who))
                  .answering(genuine, context);
          return request -> {
            MockResponse response = taking.answer(request);
            if (Mutations.isSuccess(response)) {
              known.add(request.connection());
            }
            return response;
          };
        });
  }
}
