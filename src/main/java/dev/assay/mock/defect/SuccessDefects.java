package dev.assay.mock.defect;

import static dev.assay.mock.mutation.ResponseEdits.inTurn;
import static dev.assay.mock.mutation.ResponseEdits.media;
import static dev.assay.mock.mutation.ResponseEdits.object;
import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.mutation.ResponseEdits.text;
import static dev.assay.mock.mutation.ResponseEdits.with;
import static dev.assay.mock.mutation.ResponseEdits.without;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import java.util.List;
import java.util.function.UnaryOperator;

/** Successes of another status, another media type, or with a body that is no object. */
record SuccessDefects(DefectList list) {

  private static final List<String> STATUS = List.of("200/status");
  private static final List<String> TYPE = List.of("200/content-type");
  private static final List<String> OBJECT = List.of("200/json-object");

  static void addTo(DefectList list) {
    SuccessDefects defects = new SuccessDefects(list);
    defects.statuses();
    defects.mediaTypes();
    defects.bodies();
  }

  private void statuses() {
    for (int status : List.of(201, 202, 204, 206)) {
      answered(status, status(status), STATUS);
    }
    list.add(
        "every-4th-200-answered-201",
        "answers every fourth success with 201",
        Mutations.everySuccess(4, status(201)),
        STATUS);
    for (int status : List.of(400, 404, 422)) {
      answered(
          status,
          success -> list.operation().refusal(status, "no"),
          ClauseGroups.acceptance(list.operation()));
    }
  }

  private void answered(int status, UnaryOperator<MockResponse> change, List<String> clauses) {
    add("answered-" + status, "answers " + status + " instead of 200", change, clauses);
  }

  private void mediaTypes() {
    for (String type : List.of("text/html", "text/plain; charset=utf-8", "application/xml")) {
      String name = type.replaceAll(";.*", "").replace('/', '-');
      add("labelled-" + name, "labels its successes " + type, with("Content-Type", type), TYPE);
    }
    add(
        "without-content-type",
        "leaves the Content-Type of its successes out",
        without("Content-Type"),
        TYPE);
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
        List.of("200/json-object", "200/content-type"));
    list.add(
        "every-5th-200-empty",
        "returns an empty body in every fifth success",
        Mutations.everySuccess(5, text(text -> "")),
        OBJECT);
    List<String> members = ClauseGroups.members(list.operation());
    add(
        "with-an-error-body",
        "returns an error object with status 200",
        inTurn(success -> list.operation().refusal(500, "no"), status(200)),
        members);
    UnaryOperator<MockResponse> wrapped = object(SuccessDefects::wrap);
    add("object-wrapped", "puts the object of its successes into a member data", wrapped, members);
    list.add(
        "every-5th-200-wrapped",
        "puts the object of every fifth success into a member data",
        Mutations.everySuccess(5, wrapped),
        members);
  }

  private void noObject(String name, String says, UnaryOperator<String> change) {
    add("body-" + name, "returns " + says + " in its successes", text(change), OBJECT);
  }

  private void add(
      String name, String says, UnaryOperator<MockResponse> change, List<String> clauses) {
    list.add("200-" + name, says, Mutations.successes(change), clauses);
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static void wrap(ObjectNode object) {
    ObjectNode inner = object.deepCopy();
    object.removeAll().set("data", inner);
  }
}
