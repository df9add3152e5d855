package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.function.UnaryOperator;

/** Successes of another status, another media type, or with a body that is no object. */
final class SuccessDefects {

  private final DefectList list;

  private SuccessDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    SuccessDefects defects = new SuccessDefects(list);
    defects.statuses();
    defects.mediaTypes();
    defects.bodies();
  }

  private void statuses() {
    for (int status : List.of(201, 202, 204, 206)) {
      list.add(
          "200-answered-" + status,
          "answers " + status + " instead of 200",
          Mutations.successes(response -> ResponseEdits.status(response, status)),
          "200/status");
    }
    list.add(
        "every-4th-200-answered-201",
        "answers every fourth success with 201",
        Mutations.everySuccess(4, response -> ResponseEdits.status(response, 201)),
        "200/status");
    for (int status : List.of(400, 404, 422)) {
      list.add(
          "200-answered-" + status,
          "answers " + status + " instead of 200",
          Mutations.successes(response -> list.operation().refusal(status, "no")),
          ClauseGroups.acceptance(list.operation()));
    }
  }

  private void mediaTypes() {
    for (String type : List.of("text/html", "text/plain; charset=utf-8", "application/xml")) {
      list.add(
          "200-labelled-" + type.replaceAll(";.*", "").replace('/', '-'),
          "labels its successes " + type,
          Mutations.successes(response -> response.with("Content-Type", type)),
          "200/content-type");
    }
    list.add(
        "200-without-content-type",
        "leaves the Content-Type of its successes out",
        Mutations.successes(ResponseEdits.without("Content-Type")),
        "200/content-type");
  }

  private void bodies() {
    noObject("empty", "an empty body", text -> "");
    noObject("array", "an array around the object", text -> "[" + text + "]");
    noObject("string", "the object as text in JSON", text -> quoted(text));
    noObject("null", "null", text -> "null");
    noObject("cut-off", "half an object", text -> text.substring(0, text.length() / 2));
    noObject("with-log-line", "a log line before the object", text -> "INFO ok\n" + text);
    noObject("as-jsonp", "the object as an argument", text -> "callback(" + text + ");");
    noObject("single-quoted", "single quotes", text -> text.replace('"', '\''));
    list.add(
        "200-body-html",
        "returns a page of HTML in its successes",
        Mutations.successes(ResponseEdits.media("text/html", "<html><body>OK</body></html>")),
        "200/json-object",
        "200/content-type");
    list.add(
        "every-5th-200-empty",
        "returns an empty body in every fifth success",
        Mutations.everySuccess(5, response -> ResponseEdits.body(response, "")),
        "200/json-object");
    list.add(
        "200-with-an-error-body",
        "returns an error object with status 200",
        Mutations.successes(
            response -> ResponseEdits.status(list.operation().refusal(500, "no"), 200)),
        ClauseGroups.members(list.operation()));
    list.add(
        "200-object-wrapped",
        "puts the object of its successes into a member data",
        Mutations.successes(SuccessDefects::wrapped),
        ClauseGroups.members(list.operation()));
    list.add(
        "every-5th-200-wrapped",
        "puts the object of every fifth success into a member data",
        Mutations.everySuccess(5, SuccessDefects::wrapped),
        ClauseGroups.members(list.operation()));
  }

  private void noObject(String name, String says, UnaryOperator<String> change) {
    list.add(
        "200-body-" + name,
        "returns " + says + " in its successes",
        Mutations.successes(ResponseEdits.text(change)),
        "200/json-object");
  }

  private static String quoted(String text) {
    return JsonNodeFactory.instance.textNode(text).toString();
  }

  private static MockResponse wrapped(MockResponse response) {
    return ResponseEdits.object(
            object -> {
              ObjectNode inner = object.deepCopy();
              object.removeAll();
              object.set("data", inner);
            })
        .apply(response);
  }
}
