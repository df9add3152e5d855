package dev.assay.mock;

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
 */
record DocumentedRefusal(
    String name,
    String says,
    int status,
    String text,
    List<String> statusClauses,
    List<String> textClauses) {

  static List<DocumentedRefusal> of(Operation operation) {
    return switch (operation) {
      case LOG_MESSAGE, LOG_FILE -> haptik();
      case UPLOAD_FILE -> rooms();
    };
  }

  private static List<DocumentedRefusal> haptik() {
    return List.of(
        new DocumentedRefusal(
            "401",
            "401",
            401,
            "",
            List.of("401/missing-header", "401/invalid-header"),
            List.of("401/body")),
        new DocumentedRefusal(
            "403", "403", 403, "", List.of("403/unregistered-user"), List.of("403/body")));
  }

  private static List<DocumentedRefusal> rooms() {
    return List.of(
        badRequest("no-file", "No file provided"),
        badRequest("empty-file-name", "No file name provided"),
        badRequest("no-room-id", "No room ID provided"),
        badRequest("file-too-large", "File size exceeds the 24MB limit"),
        new DocumentedRefusal(
            "401",
            "401",
            401,
            "",
            List.of("401/missing-header", "401/invalid-token"),
            List.of("401/missing-header-text", "401/invalid-token-text")),
        new DocumentedRefusal(
            "403",
            "403",
            403,
            "",
            List.of("403/not-a-member", "403/before-storage"),
            List.of("403/not-a-member-text")),
        new DocumentedRefusal(
            "500",
            "500",
            500,
            "File upload failed",
            List.of("500/storage-failure"),
            List.of("500/storage-failure-text")));
  }

  private static DocumentedRefusal badRequest(String name, String text) {
    return new DocumentedRefusal(
        "400-" + name,
        "400 for " + name.replace('-', ' '),
        400,
        text,
        List.of("400/" + name),
        List.of("400/" + name + "-text"));
  }

  /** Whether a reply is this refusal. */
  Predicate<Reply> matches() {
    return reply ->
        reply.status() == status && (text.isEmpty() || reply.body().lenientText().contains(text));
  }
}
