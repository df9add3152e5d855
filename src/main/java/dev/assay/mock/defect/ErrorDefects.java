package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.DocumentedError;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** Documented refusals of another status, with another text, or without an error object. */
final class ErrorDefects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private final DefectList list;
  private final DocumentedError refusal;
  private final String key;

  private ErrorDefects(DefectList list, DocumentedError refusal) {
    this.list = list;
    this.refusal = refusal;
    this.key = list.operation().isHaptik() ? "error_message" : "error";
  }

  static void addTo(DefectList list) {
    for (DocumentedError refusal : DocumentedError.of(list.operation())) {
      ErrorDefects defects = new ErrorDefects(list, refusal);
      defects.statuses();
      defects.texts();
      defects.swapped();
      defects.bodies();
    }
  }

  private void statuses() {
    for (int status : others()) {
      list.add(
          refusal.name() + "-answered-" + status,
          "answers " + status + " instead of the " + refusal.says(),
          answered(status),
          refusal.brokenBy(status));
    }
  }

  /** A bad request to a foreign room may as well be refused for the room, so it is left alone. */
  private Mutation answered(int status) {
    return Mutation.answers(
        (genuine, context) ->
            request -> {
              MockResponse response = genuine.answer(request);
              boolean open =
                  refusal.status() == 400 && RequestView.by(request).isForeign(context.accounts());
              return refusal.matches().test(response) && !open
                  ? ResponseEdits.status(response, status)
                  : response;
            });
  }

  private List<Integer> others() {
    return switch (refusal.status()) {
      case 401 -> List.of(200, 400, 403, 407, 500);
      case 403 -> List.of(200, 400, 401, 404, 500);
      case 500 -> List.of(200, 400, 502, 503);
      default -> List.of(200, 403, 413, 422, 500);
    };
  }

  private void texts() {
    text("reworded", "has other words", node -> JSON.textNode("something went wrong"));
    if (refusal.status() != 500) {
      text("full-stop", "ends with a full stop", node -> JSON.textNode(node.asText() + "."));
      text("blank-after", "ends with a blank", node -> JSON.textNode(node.asText() + " "));
    }
    text(
        "capitals",
        "is in capitals",
        node -> JSON.textNode(node.asText().toUpperCase(Locale.ROOT)));
    text(
        "text-cut",
        "lacks its beginning",
        node -> JSON.textNode(node.asText().substring(node.asText().indexOf(' ') + 1)));
  }

  private void text(String name, String says, UnaryOperator<JsonNode> change) {
    list.add(
        refusal.name() + "-" + name,
        "answers the "
            + refusal.says()
            + " with a text that "
            + (says.equals("words") ? "is another" : says),
        Mutations.replies(refusal.matches(), ResponseEdits.member(key, change)),
        refusal.textClauses());
  }

  /** The text of another documented refusal of the same service. */
  private void swapped() {
    boolean haptik = list.operation().isHaptik();
    String other =
        refusal.status() == 403
            ? (haptik ? "invalid authorization details" : "Invalid token or token missing")
            : (haptik ? "user is not registered" : "You are not a member of this room");
    text("text-of-another", "belongs to another refusal", node -> JSON.textNode(other));
  }

  private void bodies() {
    String other = list.operation().isHaptik() ? "error" : "error_message";
    body(
        "key-renamed",
        "calls " + key + " " + other,
        ResponseEdits.object(object -> object.set(other, object.remove(key))));
    body("text-null", "holds null", ResponseEdits.member(key, node -> JSON.nullNode()));
    body(
        "text-array",
        "holds a list",
        ResponseEdits.member(key, node -> JSON.arrayNode().add(node)));
    body("text-nested", "holds an object", ResponseEdits.member(key, ErrorDefects::nested));
    body("bare-text", "is bare text", ResponseEdits.media("text/plain", "refused"));
    body("html", "is HTML", ResponseEdits.media("text/html", "<html><h1>Refused</h1></html>"));
    body("empty", "is empty", ResponseEdits.text(text -> ""));
    list.add(
        refusal.name() + "-body-array",
        "answers the " + refusal.says() + " with an array around the object",
        Mutations.replies(refusal.matches(), ResponseEdits.text(text -> "[" + text + "]")),
        "error-object");
  }

  private static ObjectNode nested(JsonNode text) {
    return JSON.objectNode().set("message", text);
  }

  private void body(String name, String says, UnaryOperator<MockResponse> change) {
    list.add(
        refusal.name() + "-body-" + name,
        "answers the " + refusal.says() + " with a body that " + says,
        Mutations.replies(refusal.matches(), change),
        ClauseGroups.both(refusal.textClauses(), "error-object"));
  }
}
