package dev.assay.mock.defect;

import static dev.assay.mock.mutation.ResponseEdits.asText;
import static dev.assay.mock.mutation.ResponseEdits.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.DocumentedError;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Documented refusals of another status, with another text, or without an error object. */
record ErrorDefects(DefectList list, DocumentedError refusal, String key, String otherKey) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static void addTo(DefectList list) {
    boolean haptik = list.operation().isHaptik();
    for (DocumentedError refusal : DocumentedError.of(list.operation())) {
      ErrorDefects defects =
          haptik
              ? new ErrorDefects(list, refusal, "error_message", "error")
              : new ErrorDefects(list, refusal, "error", "error_message");
      defects.statuses();
      defects.texts(haptik);
      defects.bodies();
    }
  }

  /** A bad request to a foreign room may as well be refused for the room, so it is left alone. */
  private void statuses() {
    for (int status : others()) {
      list.add(
          refusal.name() + "-answered-" + status,
          "answers " + status + " instead of the " + refusal.says(),
          Mutations.edits(
              (view, response) ->
                  refusal.matches().test(response) && !(refusal.status() == 400 && view.isForeign())
                      ? ResponseEdits.status(status).apply(response)
                      : response),
          refusal.brokenBy(status));
    }
  }

  private List<Integer> others() {
    return switch (refusal.status()) {
      case 401 -> List.of(200, 400, 403, 407, 500);
      case 403 -> List.of(200, 400, 401, 404, 500);
      case 500 -> List.of(200, 400, 502, 503);
      default -> List.of(200, 403, 413, 422, 500);
    };
  }

  private void texts(boolean haptik) {
    text("reworded", "has other words", text -> "something went wrong");
    if (refusal.status() != 500) {
      text("full-stop", "ends with a full stop", text -> text + ".");
      text("blank-after", "ends with a blank", text -> text + " ");
    }
    text("capitals", "is in capitals", text -> text.toUpperCase(Locale.ROOT));
    text("text-cut", "lacks its beginning", text -> text.substring(text.indexOf(' ') + 1));
    String unauthorized =
        haptik ? "invalid authorization details" : "Invalid token or token missing";
    String forbidden = haptik ? "user is not registered" : "You are not a member of this room";
    String other = refusal.status() == 403 ? unauthorized : forbidden;
    text("text-of-another", "belongs to another refusal", text -> other);
  }

  private void text(String name, String says, UnaryOperator<String> change) {
    add(name, "a text that " + says, member(key, asText(change)), refusal.textClauses());
  }

  private void bodies() {
    body(
        "key-renamed",
        "calls " + key + " " + otherKey,
        ResponseEdits.object(object -> object.set(otherKey, object.remove(key))));
    body("text-null", "holds null", member(key, node -> JSON.nullNode()));
    body("text-array", "holds a list", member(key, node -> JSON.arrayNode().add(node)));
    body("text-nested", "holds an object", member(key, ErrorDefects::nested));
    body("bare-text", "is bare text", ResponseEdits.media("text/plain", "refused"));
    body("html", "is HTML", ResponseEdits.media("text/html", "<html><h1>Refused</h1></html>"));
    body("empty", "is empty", ResponseEdits.text(text -> ""));
    add(
        "body-array",
        "an array around the object",
        ResponseEdits.text(text -> "[" + text + "]"),
        List.of("error-object"));
  }

  private static JsonNode nested(JsonNode text) {
    return JSON.objectNode().set("message", text);
  }

  private void body(String name, String says, UnaryOperator<MockResponse> change) {
    List<String> clauses = ClauseGroups.both(refusal.textClauses(), "error-object");
    add("body-" + name, "a body that " + says, change, clauses);
  }

  private void add(
      String name, String says, UnaryOperator<MockResponse> change, List<String> clauses) {
    list.add(
        refusal.name() + "-" + name,
        "answers the " + refusal.says() + " with " + says,
        Mutations.responses(refusal.matches(), change),
        clauses);
  }
}
