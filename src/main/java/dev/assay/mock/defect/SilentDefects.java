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
    crash("get", "GET", asked -> asked.call().method().equals("GET"), "methods");
    crash("put", "PUT", asked -> asked.call().method().equals("PUT"), "methods");
    crash(
        "two-tokens",
        "two Authorization headers",
        SilentDefects::hasTwoTokens,
        "authorization-forms");
    crash(
        "no-content-type",
        "no Content-Type",
        asked -> asked.has("authorization") && isPost(asked) && !asked.has("content-type"),
        "content-type");
    crash(
        "empty-body",
        "an empty body",
        asked -> asked.has("authorization") && isPost(asked) && asked.call().body().length() == 0,
        "malformed-body");
    if (list.operation().isHaptik()) {
      crash(
          "no-client-id",
          "no client-id",
          asked -> isRightToken(asked) && !asked.has("client-id"),
          "client-id");
      crash(
          "long-client-id",
          "a long client-id",
          asked -> asked.call().headers().only("client-id").orElse("").length() > 1000,
          "client-id");
    }
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      crash(
          "null-text",
          "message_body null",
          asked -> asked.json().path("message_body").isNull(),
          "field-values");
      crash(
          "text-for-type",
          "a message_type that is text",
          asked -> asked.json().path("message_type").isTextual(),
          "field-values");
      crash(
          "no-user",
          "no user",
          asked -> asked.json().isObject() && !asked.json().has("user"),
          "field-values");
      crash("array", "an array", asked -> asked.json().isArray(), "malformed-body");
      crash(
          "nul",
          "NUL in a text",
          asked -> asked.text("message_body").orElse("").contains("\0"),
          "text-limits");
      crash(
          "long-text",
          "100,000 characters",
          asked -> asked.text("message_body").orElse("").length() > 100_000,
          "text-limits");
      crash(
          "extra-member",
          "unknown members",
          asked -> asked.json().has("message_id"),
          "field-values");
    }
    if (list.operation().takesFile()) {
      crash(
          "no-boundary",
          "no boundary",
          asked ->
              asked.has("authorization")
                  && asked
                      .call()
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
          "blank-file-name",
          "a file name of one blank",
          asked -> isNamed(asked, " "),
          "file-names");
      crash("empty-file", "an empty file", asked -> asked.fileSize() == 0, "empty-file");
      crash(
          "no-extension",
          "a file name without an extension",
          asked -> isNamed(asked, "[^.]+"),
          "extensions");
      crash(
          "capitals-in-extension",
          "an extension in capitals",
          asked -> isNamed(asked, ".*\\.PDF"),
          "extensions");
      crash(
          "long-file-name",
          "a file name of more than 255 characters",
          asked -> isNamed(asked, ".{256,}"),
          "file-names");
      crash(
          "climbing-file-name",
          "a file name that climbs",
          asked -> isNamed(asked, "\\.\\..*"),
          "file-names");
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      crash(
          "no-type",
          "no message_type",
          asked -> asked.fileSize() >= 0 && asked.text("message_type").isEmpty(),
          "field-values");
      crash(
          "word-for-business",
          "a business_id that is a word",
          asked -> asked.text("business_id").orElse("").equals("word"),
          "field-values");
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      crash(
          "two-rooms",
          "two rooms",
          asked ->
              asked.parts().stream().filter(part -> part.name().equals("room_id")).count() == 2,
          "field-values");
      crash(
          "json",
          "JSON",
          asked ->
              asked.call().headers().only("content-type").orElse("").equals("application/json")
                  && asked.json().has("room_id"),
          null);
      crash("gif", "a .gif file", asked -> isNamed(asked, ".*\\.gif"), "types");
    }
  }

  private static boolean isPost(RequestView asked) {
    return asked.call().method().equals("POST");
  }

  private static boolean isRightToken(RequestView asked) {
    return asked.authorization().startsWith("Bearer ") && !asked.authorization().contains("wrong");
  }

  private static boolean hasTwoTokens(RequestView asked) {
    return asked.call().headers().values().getOrDefault("authorization", List.of()).size() == 2;
  }

  private static boolean isCutOff(RequestView asked) {
    Bytes body = asked.call().body();
    return asked.parts().isEmpty()
        && body.indexOf(Bytes.utf8("form-data; name="), 0) >= 0
        && body.indexOf(Bytes.utf8("--\r\n"), 0) < 0;
  }

  private static boolean claimsMuch(RequestView asked) {
    boolean much =
        asked.call().body().indexOf(Bytes.utf8("Content-Length: 10485761"), 0) >= 0
            || asked.call().body().indexOf(Bytes.utf8("Content-Length: 25165825"), 0) >= 0;
    return much && asked.fileSize() < (1 << 20);
  }

  private static boolean isNamed(RequestView asked, String form) {
    return asked
        .file()
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
          asked -> !asked.has("client-id") && isRightToken(asked),
          "client-id");
      take(
          "missing-business-accepted",
          "no business_id",
          asked ->
              asked.text("business_id").isEmpty() && !asked.user().isEmpty() && isRightToken(asked),
          "field-values");
      take(
          "missing-user-accepted",
          "no auth_id",
          asked ->
              asked.user().isEmpty()
                  && asked.text("business_id").isPresent()
                  && isRightToken(asked),
          "field-values");
    }
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      take(
          "missing-text-accepted",
          "no message_body",
          asked ->
              asked.json().isObject()
                  && !asked.json().has("message_body")
                  && !asked.user().startsWith("nobody"),
          "field-values");
      take(
          "missing-type-accepted",
          "no message_type",
          asked -> asked.json().isObject() && !asked.json().has("message_type"),
          "field-values");
      take(
          "broken-json-accepted",
          "broken JSON",
          asked ->
              asked.has("authorization")
                  && isPost(asked)
                  && asked.json().isMissingNode()
                  && asked.call().body().length() > 0,
          "malformed-body");
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      take(
          "missing-file-accepted",
          "no file",
          asked -> !asked.parts().isEmpty() && asked.fileSize() < 0 && isRightToken(asked),
          "field-values");
      take(
          "file-as-field-accepted",
          "a file as a plain field",
          asked -> !asked.parts().isEmpty() && asked.text("file").isPresent(),
          "field-values");
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      take(
          "json-accepted",
          "JSON with nothing but room_id",
          asked -> asked.json().has("room_id"),
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
