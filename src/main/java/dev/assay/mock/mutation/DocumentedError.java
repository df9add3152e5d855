package dev.assay.mock.mutation;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.function.Predicate;

/**
 * A refusal that an operation documents.
 *
 * @param name for slugs
 * @param says which one it is, to follow "the"
 * @param status its status
 * @param text the beginning of its text; empty if any with that status is meant
 * @param statusClauses the clauses about its status
 * @param textClauses the clauses about its text
 * @param silentClauses other clauses, mostly about what no document says, which notice a 500 in its
 *     place
 * @param lenientClauses those which notice a success in its place
 */
public record DocumentedError(
    String name,
    String says,
    int status,
    String text,
    List<String> statusClauses,
    List<String> textClauses,
    List<String> silentClauses,
    List<String> lenientClauses) {

  private static final String FIELDS = "silent/field-values";
  private static final String ORDER = "silent/order-of-checks";
  private static final String FORMS = "silent/authorization-forms";
  private static final String NEAR = "403/near-identifier";
  private static final String UNKNOWN_ROOM = "silent/unknown-room";
  private static final String EARLY = "silent/early-answer";
  private static final String INTERNAL = "500/internal-error";

  public static List<DocumentedError> of(MockOperation operation) {
    return switch (operation) {
      case LOG_MESSAGE -> List.of(haptikToken(), haptikUser().noticedBy(FIELDS));
      case LOG_FILE -> List.of(haptikToken(), haptikUser().noticedBy(FIELDS, ORDER));
      case UPLOAD_FILE ->
          List.of(
              badRequest("no-file", "No file provided").noticedBy(INTERNAL),
              badRequest("empty-file-name", "No file name provided").noticedBy(INTERNAL),
              badRequest("no-room-id", "No room ID provided").noticedBy(FIELDS, INTERNAL),
              badRequest("file-too-large", "File size exceeds the 24MB limit")
                  .noticedBy(EARLY, INTERNAL),
              roomsToken().noticedBy(FORMS, ORDER, INTERNAL),
              of(403, List.of("403/not-a-member", "403/before-storage"), "403/not-a-member-text")
                  .noticedBy(FIELDS, ORDER, UNKNOWN_ROOM, INTERNAL)
                  .orAcceptedBy(NEAR, UNKNOWN_ROOM),
              storageFailure());
    };
  }

  private static DocumentedError haptikToken() {
    return of(
            401,
            List.of("401/missing-header", "401/invalid-header", "401/other-scheme"),
            "401/body")
        .noticedBy(FORMS, ORDER);
  }

  private static DocumentedError haptikUser() {
    return of(403, List.of("403/unregistered-user"), "403/body").orAcceptedBy(NEAR);
  }

  /** Without a valid token of the chat server. */
  private static DocumentedError roomsToken() {
    return of(
        401,
        List.of("401/missing-header", "401/invalid-token"),
        "401/missing-header-text",
        "401/invalid-token-text");
  }

  private static DocumentedError storageFailure() {
    return new DocumentedError(
        "500",
        "500",
        500,
        "File upload failed",
        List.of("500/storage-failure"),
        List.of("500/storage-failure-text"),
        List.of(),
        List.of());
  }

  /** Any with that status. */
  private static DocumentedError of(int status, List<String> statusClauses, String... textClauses) {
    String name = String.valueOf(status);
    return new DocumentedError(
        name, name, status, "", statusClauses, List.of(textClauses), List.of(), List.of());
  }

  private static DocumentedError badRequest(String name, String text) {
    return new DocumentedError(
        "400-" + name,
        "400 for " + name.replace('-', ' '),
        400,
        text,
        List.of("400/" + name),
        List.of("400/" + name + "-text"),
        List.of(),
        List.of());
  }

  private DocumentedError noticedBy(String... silent) {
    return new DocumentedError(
        name, says, status, text, statusClauses, textClauses, List.of(silent), lenientClauses);
  }

  private DocumentedError orAcceptedBy(String... lenient) {
    return new DocumentedError(
        name, says, status, text, statusClauses, textClauses, silentClauses, List.of(lenient));
  }

  /** The clauses that are broken where that status is answered in its place. */
  public List<String> brokenBy(int other) {
    return switch (other) {
      case 200 -> ClauseGroups.both(statusClauses, lenientClauses);
      case 500 -> ClauseGroups.both(statusClauses, silentClauses);
      default -> statusClauses;
    };
  }

  /** Whether a response is this refusal. */
  public Predicate<MockResponse> matches() {
    return Mutations.hasStatus(status).and(Mutations.says(text));
  }
}
