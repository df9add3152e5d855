package dev.assay.mock.defect;

import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Users that are not registered and let in all the same, or registered and kept out. */
final class UserDefects {

  private static final String UNREGISTERED = "403/unregistered-user";
  private static final String NEAR = "403/near-identifier";

  private final DefectList list;

  private UserDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    if (list.operation().isHaptik()) {
      UserDefects defects = new UserDefects(list);
      defects.strangers();
      defects.likenesses();
      defects.registered();
    }
  }

  private void strangers() {
    compared("any-user-accepted", "any user", (given, known) -> true, UNREGISTERED, NEAR);
    compared(
        "longer-user-accepted",
        "a user whose id begins like a registered one",
        (given, known) -> given.startsWith(known),
        UNREGISTERED,
        NEAR);
    list.add(
        "user-accepted-again",
        "accepts a user that it refused before",
        Mutation.answers(
            (genuine, context) -> {
              Set<String> refused = ConcurrentHashMap.newKeySet();
              return Mutations.taking(Mutations.hasStatus(403), view -> !refused.add(view.user()))
                  .answering(genuine, context);
            }),
        UNREGISTERED);
    list.add(
        "user-checked-once",
        "checks only the first user",
        Mutation.answers(
            (genuine, context) -> {
              AtomicBoolean checked = new AtomicBoolean();
              return Mutations.taking(Mutations.hasStatus(403), view -> checked.getAndSet(true))
                  .answering(genuine, context);
            }),
        UNREGISTERED,
        NEAR);
    list.add(
        "every-5th-stranger-accepted",
        "accepts every fifth user that is not registered",
        Mutations.takingEvery(
            5, Mutations.hasStatus(403), view -> view.user().startsWith("nobody")),
        UNREGISTERED);
    if (list.isOf(MockOperation.LOG_FILE)) {
      such("user-unchecked-for-documents", "with a document", view -> isDocument(view));
      such("user-unchecked-for-images", "with an image", view -> !isDocument(view), NEAR);
    }
  }

  private void likenesses() {
    Stream.concat(Likeness.ofIdentifiers(), Likeness.ofPatterns())
        .forEach(
            likeness ->
                compared(
                    "user-" + likeness.name(),
                    likeness.says() + " a registered user's id",
                    likeness.takes(),
                    likeness.isPattern() ? UNREGISTERED : NEAR));
  }

  private static boolean isDocument(RequestView view) {
    return view.text("message_type").orElse("").equals("52");
  }

  private void registered() {
    list.add(
        "capitals-in-user-refused",
        "refuses users with capitals in their ids",
        Mutations.refusing(
            view -> !view.user().equals(view.user().toLowerCase(Locale.ROOT)),
            400,
            "auth_id must be in small letters"),
        ClauseGroups.acceptance(list.operation()));
    list.add(
        "letters-in-user-refused",
        "refuses users with letters in their ids",
        Mutations.refusing(view -> view.user().matches(".*[a-z].*"), 422, "auth_id must be digits"),
        ClauseGroups.acceptance(list.operation()));
  }

  private void such(String name, String says, Predicate<RequestView> such, String... more) {
    list.add(
        name,
        "accepts any user " + says,
        Mutations.taking(Mutations.hasStatus(403), such),
        ClauseGroups.both(List.of(UNREGISTERED), more));
  }

  private void compared(
      String name, String says, BiPredicate<String, String> fits, String... clauses) {
    list.add(
        name,
        "accepts " + says,
        Mutation.answers(
            (genuine, context) ->
                Mutations.taking(
                        Mutations.hasStatus(403),
                        view -> fits.test(view.user(), context.accounts().registeredUser()))
                    .answering(genuine, context)),
        clauses);
  }
}
