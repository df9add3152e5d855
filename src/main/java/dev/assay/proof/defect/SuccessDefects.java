package dev.assay.proof.defect;

import static dev.assay.mock.mutation.ResponseEdits.media;
import static dev.assay.mock.mutation.ResponseEdits.object;
import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.mutation.ResponseEdits.text;
import static dev.assay.mock.mutation.ResponseEdits.with;
import static dev.assay.mock.mutation.ResponseEdits.without;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Successes of another status, another media type, or with a body that is no object. */
record SuccessDefects(DefectList list, Promises promises, int documented) {

  static void addTo(DefectList list, Promises promises) {
    promises
        .success()
        .ifPresent(
            success -> {
              SuccessDefects defects = new SuccessDefects(list, promises, success.status());
              defects.statuses();
              if (success.mediaType().contains("json")) {
                defects.mediaTypes();
                defects.bodies();
              }
            });
  }

  private void statuses() {
    List<String> clauses = List.of(promises.success(""));
    for (int status : List.of(200, 201, 202, 204, 206)) {
      if (status != documented) {
        answered(status, status(status), clauses);
      }
    }
    int other = documented == 201 ? 200 : 201;
    list.add(
        "every-4th-" + documented + "-answered-" + other,
        "answers every fourth success with " + other,
        Mutations.everySuccess(4, status(other)),
        clauses);
    for (int status : List.of(400, 404, 422)) {
      answered(status, success -> promises.refusal(status, "no"), list.acceptance());
    }
  }

  private void answered(int status, UnaryOperator<MockResponse> change, List<String> clauses) {
    String says = "answers " + status + " instead of " + documented;
    add("answered-" + status, says, change, clauses);
  }

  private void mediaTypes() {
    List<String> clauses = List.of(promises.success("/content-type"));
    for (String type : List.of("text/html", "text/plain; charset=utf-8", "application/xml")) {
      String name = type.replaceAll(";.*", "").replace('/', '-');
      add("labelled-" + name, "labels its successes " + type, with("Content-Type", type), clauses);
    }
    add(
        "without-content-type",
        "leaves the Content-Type of its successes out",
        without("Content-Type"),
        clauses);
  }

  private void bodies() {
    noObject("empty", "an empty body", text -> "");
    noObject("array", "an array around the object", text -> "[" + text + "]");
    noObject("string", "the object as text in JSON", SuccessDefects::quoted);
    noObject("null", "null", text -> "null");
    noObject("cut-off", "half an object", text -> text.substring(0, text.length() / 2));
    noObject("with-log-line", "a log line before the object", text -> "INFO ok\n" + text);
    noObject("as-jsonp", "the object as an argument", text -> "callback(" + text + ");");
    noObject("single-quoted", "single quotes", text -> text.replace('"', '\''));
    add(
        "body-html",
        "returns a page of HTML in its successes",
        media("text/html", "<html><body>OK</body></html>"),
        List.of(promises.success("/json-object"), promises.success("/content-type")));
    list.add(
        "every-5th-" + documented + "-empty",
        "returns an empty body in every fifth success",
        Mutations.everySuccess(5, text(text -> "")),
        promises.success("/json-object"));
    List<String> members = members();
    add(
        "with-an-error-body",
        "returns an error object with status " + documented,
        success -> promises.refusal(documented, "no"),
        members);
    UnaryOperator<MockResponse> wrapped = object(SuccessDefects::wrap);
    add("object-wrapped", "puts the object of its successes into a member data", wrapped, members);
    list.add(
        "every-5th-" + documented + "-wrapped",
        "puts the object of every fifth success into a member data",
        Mutations.everySuccess(5, wrapped),
        members);
  }

  private void noObject(String name, String says, UnaryOperator<String> change) {
    add(
        "body-" + name,
        "returns " + says + " in its successes",
        text(change),
        List.of(promises.success("/json-object")));
  }

  /** All that is broken where a success has none of its members. */
  private List<String> members() {
    Stream<String> one = promises.members().stream().map(any -> promises.success("/members"));
    return Stream.concat(promises.members().stream().flatMap(promises::of), one)
        .distinct()
        .toList();
  }

  private void add(
      String name, String says, UnaryOperator<MockResponse> change, List<String> clauses) {
    list.add(documented + "-" + name, says, Mutations.successes(change), clauses);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static void wrap(ObjectNode object) {
    ObjectNode inner = object.deepCopy();
    object.removeAll().set("data", inner);
  }
}
