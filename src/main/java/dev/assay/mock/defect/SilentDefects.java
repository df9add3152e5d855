package dev.assay.mock.defect;

import dev.assay.mock.http.Bytes;
import dev.assay.mock.http.ReceivedPart;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.function.Predicate;

/**
 * Where the documents are silent: answers of 500 to odd requests, and successes for requests that
 * lack what they need.
 */
final class SilentDefects {

  private final DefectList list;

  private SilentDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    SilentDefects defects = new SilentDefects(list);
    defects.crashes();
    defects.lenient();
  }

  private void crashes() {
    crash("get", "GET", view -> view.request().method().equals("GET"), "methods");
    crash("put", "PUT", view -> view.request().method().equals("PUT"), "methods");
    crash(
        "two-tokens",
        "two Authorization headers",
        SilentDefects::hasTwoTokens,
        "authorization-forms");
    crash(
        "no-content-type",
        "no Content-Type",
        view -> view.has("authorization") && isPost(view) && !view.has("content-type"),
        "content-type");
    crash(
        "empty-body",
        "an empty body",
        view -> view.has("authorization") && isPost(view) && view.request().body().length() == 0,
        "malformed-body");
    if (list.operation().isHaptik()) {
      crash(
          "no-client-id",
          "no client-id",
          view -> isRightToken(view) && !view.has("client-id"),
          "client-id");
      crash(
          "long-client-id",
          "a long client-id",
          view -> view.request().headers().only("client-id").orElse("").length() > 1000,
          "client-id");
    }
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      crash(
          "null-text",
          "message_body null",
          view -> view.json().path("message_body").isNull(),
          "field-values");
      crash(
          "text-for-type",
          "a message_type that is text",
          view -> view.json().path("message_type").isTextual(),
          "field-values");
      crash(
          "no-user",
          "no user",
          view -> view.json().isObject() && !view.json().has("user"),
          "field-values");
      crash("array", "an array", view -> view.json().isArray(), "malformed-body");
      crash(
          "nul",
          "NUL in a text",
          view -> view.text("message_body").orElse("").contains("\0"),
          "text-limits");
      crash(
          "long-text",
          "100,000 characters",
          view -> view.text("message_body").orElse("").length() > 100_000,
          "text-limits");
      crash(
          "extra-member", "unknown members", view -> view.json().has("message_id"), "field-values");
    }
    if (list.operation().takesFile()) {
      crash(
          "no-boundary",
          "no boundary",
          view ->
              view.has("authorization")
                  && view.request()
                      .headers()
                      .only("content-type")
                      .orElse("")
                      .equals("multipart/form-data"),
          "content-type");
      crash("cut-off-form", "a form cut off", SilentDefects::isCutOff, "malformed-body");
      crash(
          "claimed-length",
          "a small file whose part claims to be large",
          SilentDefects::claimsMuch,
          "field-values");
      crash(
          "blank-file-name", "a file name of one blank", view -> isNamed(view, " "), "file-names");
      crash("empty-file", "an empty file", view -> view.fileSize() == 0, "empty-file");
      crash(
          "no-extension",
          "a file name without an extension",
          view -> isNamed(view, "[^.]+"),
          "extensions");
      crash(
          "capitals-in-extension",
          "an extension in capitals",
          view -> isNamed(view, ".*\\.PDF"),
          "extensions");
      crash(
          "long-file-name",
          "a file name of more than 255 characters",
          view -> isNamed(view, ".{256,}"),
          "file-names");
      crash(
          "climbing-file-name",
          "a file name that climbs",
          view -> isNamed(view, "\\.\\..*"),
          "file-names");
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      crash(
          "no-type",
          "no message_type",
          view -> view.fileSize() >= 0 && view.text("message_type").isEmpty(),
          "field-values");
      crash(
          "word-for-business",
          "a business_id that is a word",
          view -> view.text("business_id").orElse("").equals("word"),
          "field-values");
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      crash(
          "two-rooms",
          "two rooms",
          view -> view.parts().stream().filter(part -> part.name().equals("room_id")).count() == 2,
          "field-values");
      crash(
          "json",
          "JSON",
          view ->
              view.request().headers().only("content-type").orElse("").equals("application/json")
                  && view.json().has("room_id"),
          null);
      crash("gif", "a .gif file", view -> isNamed(view, ".*\\.gif"), "types");
    }
  }

  private static boolean isPost(RequestView view) {
    return view.request().method().equals("POST");
  }

  private static boolean isRightToken(RequestView view) {
    return view.authorization().startsWith("Bearer ") && !view.authorization().contains("wrong");
  }

  private static boolean hasTwoTokens(RequestView view) {
    return view.request().headers().values().getOrDefault("authorization", List.of()).size() == 2;
  }

  private static boolean isCutOff(RequestView view) {
    Bytes body = view.request().body();
    return view.parts().isEmpty()
        && body.indexOf(Bytes.utf8("form-data; name="), 0) >= 0
        && body.indexOf(Bytes.utf8("--\r\n"), 0) < 0;
  }

  private static boolean claimsMuch(RequestView view) {
    boolean much =
        view.request().body().indexOf(Bytes.utf8("Content-Length: 10485761"), 0) >= 0
            || view.request().body().indexOf(Bytes.utf8("Content-Length: 25165825"), 0) >= 0;
    return much && view.fileSize() < (1 << 20);
  }

  private static boolean isNamed(RequestView view, String form) {
    return view.file()
        .flatMap(ReceivedPart::fileName)
        .filter(name -> name.matches(form))
        .isPresent();
  }

  private void crash(String name, String says, Predicate<RequestView> such, String clause) {
    String path =
        clause == null
            ? "request/generated-sample"
            : clause.equals("types") ? "types/any" : "silent/" + clause;
    list.add(
        "crash-on-" + name,
        "answers 500 to " + says,
        Mutations.refusingFirst(such, 500, "Internal server error"),
        path);
  }

  private void lenient() {
    if (list.operation().isHaptik()) {
      take(
          "missing-client-id-accepted",
          "no client-id",
          view -> !view.has("client-id") && isRightToken(view),
          "client-id");
      take(
          "missing-business-accepted",
          "no business_id",
          view ->
              view.text("business_id").isEmpty() && !view.user().isEmpty() && isRightToken(view),
          "field-values");
      take(
          "missing-user-accepted",
          "no auth_id",
          view ->
              view.user().isEmpty() && view.text("business_id").isPresent() && isRightToken(view),
          "field-values");
    }
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      take(
          "missing-text-accepted",
          "no message_body",
          view ->
              view.json().isObject()
                  && !view.json().has("message_body")
                  && !view.user().startsWith("nobody"),
          "field-values");
      take(
          "missing-type-accepted",
          "no message_type",
          view -> view.json().isObject() && !view.json().has("message_type"),
          "field-values");
      take(
          "broken-json-accepted",
          "broken JSON",
          view ->
              view.has("authorization")
                  && isPost(view)
                  && view.json().isMissingNode()
                  && view.request().body().length() > 0,
          "malformed-body");
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      take(
          "missing-file-accepted",
          "no file",
          view -> !view.parts().isEmpty() && view.fileSize() < 0 && isRightToken(view),
          "field-values");
      take(
          "file-as-field-accepted",
          "a file as a plain field",
          view -> !view.parts().isEmpty() && view.text("file").isPresent(),
          "field-values");
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      take(
          "json-accepted",
          "JSON with nothing but room_id",
          view -> view.json().has("room_id"),
          null);
    }
  }

  private void take(String name, String says, Predicate<RequestView> such, String clause) {
    list.add(
        name,
        "accepts a request with " + says,
        Mutations.taking(Mutations.isRefusal(), such),
        clause == null ? "request/generated-sample" : "silent/" + clause);
  }
}
