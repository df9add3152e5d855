package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.function.Predicate;

/**
 * Where the documents are silent: answers of 500 to odd requests, successes for requests that lack
 * what they need, and failures that are not as documented.
 */
record SilentDefects(DefectList list) {

  private static final String VALUES = "silent/field-values";
  private static final String BODY = "silent/malformed-body";
  private static final String TYPE = "silent/content-type";
  private static final String LIMITS = "silent/text-limits";
  private static final String NAMES = "silent/file-names";
  private static final String EXTENSIONS = "silent/extensions";
  private static final String METHODS = "silent/methods";
  private static final String SAMPLE = "request/generated-sample";

  static void addTo(DefectList list) {
    SilentDefects defects = new SilentDefects(list);
    defects.crashesOnFields();
    defects.lenient();
    defects.methods();
  }

  private void crashesOnFields() {
    if (list.isOf(LOG_MESSAGE)) {
      inMessage();
    }
    if (list.isOf(LOG_FILE, UPLOAD_FILE)) {
      inForm();
      inFileName();
    }
    if (list.isOf(LOG_FILE)) {
      crash(
          "no-type",
          "no message_type",
          VALUES,
          v -> v.fileSize() >= 0 && v.lacks("message_type") && v.hasToken());
      crash(
          "word-for-business",
          "a business_id that is a word",
          VALUES,
          v -> v.value("business_id").equals("word"));
    }
    if (list.isOf(UPLOAD_FILE)) {
      crash("two-rooms", "two rooms", VALUES, SilentDefects::hasTwoRooms);
      crash(
          "json", "JSON", SAMPLE, v -> isOfType(v, "application/json") && v.json().has("room_id"));
      crash("gif", "a .gif file", "types/any", v -> v.isNamed(".*\\.gif"));
    }
  }

  private void inMessage() {
    crash("null-text", "message_body null", VALUES, v -> v.json().path("message_body").isNull());
    crash(
        "text-for-type",
        "a message_type that is text",
        VALUES,
        v -> v.json().path("message_type").isTextual());
    crash("no-user", "no user", VALUES, v -> isObjectWithout(v, "user"));
    crash("array", "an array", BODY, v -> v.json().isArray());
    crash("nul", "NUL in a text", LIMITS, v -> v.value("message_body").contains("\0"));
    crash(
        "long-text", "100,000 characters", LIMITS, v -> v.value("message_body").length() > 100_000);
    crash("extra-member", "unknown members", VALUES, v -> v.json().has("message_id"));
  }

  private void inForm() {
    crash(
        "no-boundary",
        "no boundary",
        TYPE,
        v -> v.hasToken() && isOfType(v, "multipart/form-data"));
    crash("cut-off-form", "a form cut off", BODY, SilentDefects::isCutOff);
    crash(
        "claimed-length",
        "a small file whose part claims to be large",
        VALUES,
        SilentDefects::claimsMuch);
  }

  private void inFileName() {
    named("blank-file-name", "a file name of one blank", NAMES, " ");
    crash("empty-file", "an empty file", "silent/empty-file", v -> v.fileSize() == 0);
    named("no-extension", "a file name without an extension", EXTENSIONS, "[^. ]+");
    named("capitals-in-extension", "an extension in capitals", EXTENSIONS, ".*\\.PDF");
    named("long-file-name", "a file name of more than 255 characters", NAMES, ".{256,}");
    named("climbing-file-name", "a file name that climbs", NAMES, "\\.\\..*");
  }

  private void named(String name, String says, String clause, String form) {
    crash(name, says, clause, v -> v.isNamed(form));
  }

  private void crash(String name, String says, String clause, Predicate<RequestView> such) {
    list.crashes(name, says, such, clause);
  }

  private static boolean isPost(RequestView view) {
    return view.hasToken() && view.is("POST");
  }

  private static int length(RequestView view) {
    return view.request().body().length();
  }

  private static boolean isOfType(RequestView view, String type) {
    return view.header("content-type").equals(type);
  }

  private static boolean isObjectWithout(RequestView view, String member) {
    return view.json().isObject() && !view.json().has(member);
  }

  private static boolean hasTwoRooms(RequestView view) {
    return view.parts().stream().filter(part -> part.name().equals("room_id")).count() == 2;
  }

  private static boolean isCutOff(RequestView view) {
    return view.parts().isEmpty() && view.sends("form-data; name=") && !view.sends("--\r\n");
  }

  private static boolean claimsMuch(RequestView view) {
    return view.fileSize() < (1 << 20)
        && (view.sends("Content-Length: 10485761") || view.sends("Content-Length: 25165825"));
  }

  private void lenient() {
    if (list.isOf(LOG_MESSAGE, LOG_FILE)) {
      take(
          "missing-business",
          "no business_id",
          VALUES,
          v -> v.lacks("business_id") && !v.user().isEmpty() && v.isAuthorised());
      take(
          "missing-user",
          "no auth_id",
          VALUES,
          v -> v.user().isEmpty() && !v.lacks("business_id") && v.isAuthorised());
    }
    if (list.isOf(LOG_MESSAGE)) {
      take(
          "missing-text",
          "no message_body",
          VALUES,
          v ->
              isObjectWithout(v, "message_body")
                  && !v.user().startsWith("nobody")
                  && v.isAuthorised());
      take(
          "missing-type",
          "no message_type",
          VALUES,
          v -> isObjectWithout(v, "message_type") && v.isAuthorised());
      take(
          "broken-json",
          "broken JSON",
          BODY,
          v -> isPost(v) && v.json().isMissingNode() && length(v) > 0);
    }
    if (list.isOf(LOG_FILE)) {
      take(
          "missing-file",
          "no file",
          VALUES,
          v -> !v.parts().isEmpty() && v.fileSize() < 0 && v.isAuthorised());
      take(
          "file-as-field",
          "a file as a plain field",
          VALUES,
          v -> !v.parts().isEmpty() && !v.lacks("file"));
    }
    if (list.isOf(UPLOAD_FILE)) {
      take("json", "JSON with nothing but room_id", SAMPLE, v -> v.json().has("room_id"));
    }
  }

  private void take(String name, String says, String clause, Predicate<RequestView> such) {
    list.accepts(name + "-accepted", "a request with " + says, such, clause);
  }

  /** Other methods, which fail with more or less than documented. */
  private void methods() {
    if (list.isOf(UPLOAD_FILE)) {
      list.add(
          "crash-that-tells-its-cause",
          "answers 500 to GET with the name of an exception",
          Mutations.refusingFirst(v -> v.is("GET"), 500, "NullPointerException"),
          METHODS,
          "500/internal-error");
      list.add(
          "crash-in-html",
          "answers 500 to other methods with a page of HTML",
          Mutations.responses(
              Mutations.hasStatus(405),
              ResponseEdits.inTurn(
                  ResponseEdits.status(500),
                  ResponseEdits.media("text/html", "<html><h1>Server Error</h1></html>"))),
          METHODS,
          "500/internal-error");
    }
  }
}
