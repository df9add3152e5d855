package dev.assay.proof.defect;

import static dev.assay.mock.mutation.ResponseEdits.asText;
import static dev.assay.mock.mutation.ResponseEdits.member;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Documented refusals of another status, with another text, or without an error object. */
record ErrorDefects(DefectList list, Promises promises, DocumentedError refusal, String key) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static void addTo(DefectList list, Promises promises) {
    for (DocumentedError refusal : DocumentedError.of(promises)) {
      ErrorDefects defects = new ErrorDefects(list, promises, refusal, promises.errorMember());
      defects.statuses();
      if (refusal.isExact()) {
        defects.notGiven();
      }
      defects.texts();
      if (!refusal.bodyClauses().isEmpty()) {
        defects.bodies();
      }
    }
  }

  private void statuses() {
    for (int status : others()) {
      list.add(
          refusal.name() + "-answered-" + status,
          "answers " + status + " instead of the " + refusal.says(),
          Mutations.edits(
              (view, response) ->
                  refusal.matches().test(response) && isFor(view)
                      ? ResponseEdits.status(status).apply(response)
                      : response),
          refusal.brokenBy(status));
    }
  }

  private void notGiven() {
    list.add(
        refusal.name() + "-not-given",
        "accepts what is to be answered with the " + refusal.says(),
        Mutations.taking(refusal.matches(), view -> isFor(view) && view.isStorageUp()),
        refusal.brokenBy(promises.status()));
  }

  /** Where two things are wrong, another refusal would be as good, so that those are left alone. */
  private boolean isFor(RequestView view) {
    return refusal.status() != 400 || !promises.refusedForAValue().test(view);
  }

  private List<Integer> others() {
    return switch (refusal.status()) {
      case 401 -> List.of(200, 400, 403, 407, 500);
      case 403 -> List.of(200, 400, 401, 404, 500);
      case 422 -> List.of(200, 400, 403, 413, 500);
      case 500 -> List.of(200, 400, 502, 503);
      default -> List.of(200, 403, 413, 422, 500);
    };
  }

  private void texts() {
    text("reworded", "has other words", text -> "something went wrong");
    if (refusal.isExact()) {
      text("full-stop", "ends with a full stop", text -> text + ".");
      text("blank-after", "ends with a blank", text -> text + " ");
    }
    text("capitals", "is in capitals", text -> text.toUpperCase(Locale.ROOT));
    text("text-cut", "lacks its beginning", text -> text.substring(text.indexOf(' ') + 1));
    promises.operation().responses().stream()
        .filter(response -> !response.isSuccess() && response.status() != refusal.status())
        .flatMap(response -> response.textsOfErrors().stream())
        .findFirst()
        .ifPresent(o -> text("text-of-another", "belongs to another refusal", text -> o));
  }

  private void text(String name, String says, UnaryOperator<String> change) {
    add(name, "a text that " + says, member(key, asText(change)), refusal.textClauses());
  }

  private void bodies() {
    String otherKey = key.equals("error") ? "error_message" : "error";
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
    add("body-" + name, "a body that " + says, change, refusal.bodyClauses());
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
