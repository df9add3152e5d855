package dev.assay.mock.service;

import dev.assay.mock.http.Form;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.http.Refusal;
import java.util.Optional;

/** What {@code log_file_from_user} is asked to log. */
record LoggedFile(String authId, String businessId, FileKind kind, String text, ReceivedPart file) {

  /**
   * Reads a form.
   *
   * @throws Refusal 400 for a form that is not such a file
   */
  static LoggedFile read(Form form) {
    return new LoggedFile(
        required(form, "auth_id"),
        required(form, "business_id"),
        FileKind.spelled(required(form, "message_type"))
            .orElseThrow(() -> new Refusal(400, "message_type must be 1 or 52")),
        form.text("message_body").orElse(""),
        form.file("file")
            .filter(part -> !part.fileName().equals(Optional.of("")))
            .orElseThrow(() -> new Refusal(400, "file must be a file with a name")));
  }

  private static String required(Form form, String name) {
    return form.text(name)
        .filter(value -> !value.isEmpty())
        .orElseThrow(() -> new Refusal(400, name + " is missing"));
  }
}
