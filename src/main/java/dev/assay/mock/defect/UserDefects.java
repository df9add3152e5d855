package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Likeness;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/** Users that are not registered and accepted all the same, or registered and kept out. */
record UserDefects(DefectList list) {

  private static final String UNREGISTERED = "403/unregistered-user";
  private static final String NEAR = "403/near-identifier";

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.LOG_MESSAGE, MockOperation.LOG_FILE)) {
      UserDefects defects = new UserDefects(list);
      defects.strangers();
      defects.likenesses();
      defects.registered();
    }
  }

  private void strangers() {
    list.accepts("any-user-accepted", "any user", 403, v -> true, UNREGISTERED, NEAR);
    list.accepts(
        "longer-user-accepted",
        "a user whose id begins like a registered one",
        403,
        compared(String::startsWith),
        UNREGISTERED,
        NEAR);
    list.add(
        "user-accepted-again",
        "accepts a user that it refused before",
        Mutations.anew(
            () -> {
              Set<String> refused = ConcurrentHashMap.newKeySet();
              return Mutations.taking(403, v -> !refused.add(v.user()));
            }),
        UNREGISTERED);
    list.add(
        "user-checked-once",
        "checks only the first user",
        Mutations.anew(() -> Mutations.taking(403, Mutations.afterTheFirst())),
        UNREGISTERED,
        NEAR);
    list.add(
        "every-5th-stranger-accepted",
        "accepts every fifth user that is not registered",
        Mutations.anew(() -> Mutations.taking(403, stranger().and(Mutations.every(5)))),
        UNREGISTERED);
    if (list.isOf(MockOperation.LOG_FILE)) {
      list.accepts(
          "user-unchecked-for-documents",
          "any user with a document",
          403,
          RequestView::isDocument,
          UNREGISTERED);
      list.accepts(
          "user-unchecked-for-images",
          "any user with an image",
          403,
          v -> !v.isDocument(),
          UNREGISTERED,
          NEAR);
    }
  }

  private static Predicate<RequestView> stranger() {
    return v -> v.user().startsWith("nobody");
  }

  private static Predicate<RequestView> compared(BiPredicate<String, String> fits) {
    return v -> fits.test(v.user(), v.accounts().registeredUser());
  }

  private void likenesses() {
    Likeness.all()
        .forEach(
            likeness ->
                list.accepts(
                    "user-" + likeness.name(),
                    likeness.says() + " a registered user's id",
                    403,
                    compared(likeness.takes()),
                    likeness.isPattern() ? UNREGISTERED : NEAR));
  }

  private void registered() {
    list.refuses(
        "capitals-in-user-refused",
        "users with capitals in their ids",
        400,
        v -> v.user().matches(".*\\p{javaUpperCase}.*"),
        list.acceptance());
    list.refuses(
        "letters-in-user-refused",
        "users with letters in their ids",
        422,
        v -> v.user().matches(".*[a-z].*"),
        list.acceptance());
  }
}
