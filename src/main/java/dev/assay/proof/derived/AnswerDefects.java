package dev.assay.proof.derived;

import static dev.assay.mock.mutation.ResponseEdits.status;
import static dev.assay.mock.mutation.ResponseEdits.text;
import static dev.assay.mock.mutation.ResponseEdits.with;
import static dev.assay.mock.mutation.ResponseEdits.without;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent;
import java.util.ArrayList;
import java.util.List;

/** Successes that are not what the contract promises. */
record AnswerDefects(MutantsOfOperation list, DocumentedResponse success) {

  static void addTo(MutantsOfOperation list) {
    list.operation().ifSuccess().ifPresent(success -> new AnswerDefects(list, success).add());
  }

  private void add() {
    statuses();
    headers();
    if (!success.contents().isEmpty()) {
      mediaType();
      if (success.isJson()) {
        bodies(success.content());
        linked(success.content());
      }
    }
  }

  private void statuses() {
    int documented = success.status();
    for (int other : List.of(200, 201, 202, 204, 404)) {
      if (list.operation().documented(other).isEmpty()) {
        list.successes(
            documented + "-answered-" + other,
            "answers " + other + " instead of " + documented,
            status(other));
      }
    }
  }

  private void mediaType() {
    for (String other : List.of("text/html", "application/xml", "application/json")) {
      if (success.content(other).isEmpty() && !alike(other)) {
        list.successes(
            "labelled-" + other, "labels its successes " + other, with("Content-Type", other));
        return;
      }
    }
  }

  private boolean alike(String other) {
    return success.isJson() && other.equals("application/json");
  }

  private void headers() {
    for (Field header : success.headers()) {
      if (header.required() || list.isLinked(success, header)) {
        list.successes(
            "without-" + header.name(),
            "leaves the header " + header.name() + " out",
            without(header.name()));
      }
      for (SchemaChange flaw : SchemaFlaws.of(header.schema())) {
        if (flaw.value().isValueNode() && WrittenForms.isInvalid(header.schema(), flaw.value())) {
          list.reads(
              "header-" + header.name() + "-" + flaw.slug(),
              "answers with " + flaw.says("the header " + header.name()),
              OperationEdits.response(
                  success, read -> OperationEdits.with(read, flawed(header, flaw))));
        }
      }
    }
  }

  private List<Field> flawed(Field header, SchemaChange flaw) {
    List<Field> headers = new ArrayList<>(success.headers());
    headers.replaceAll(
        each -> each.equals(header) ? new Field(each.name(), flaw.shown(), each.required()) : each);
    return headers;
  }

  private void bodies(MediaContent content) {
    if (content.schema().isEmpty()) {
      return; // which many a contract writes for no body at all
    }
    list.successes("body-empty", "answers with an empty body", text(was -> ""));
    list.successes("body-cut-off", "answers with half a body", text(AnswerDefects::half));
    if (isWrong(content, JsonNodeFactory.instance.arrayNode())) {
      list.successes(
          "body-in-an-array",
          "answers with an array around the body",
          text(was -> "[" + was + "]"));
    }
    if (isWrong(content, JsonNodeFactory.instance.textNode("text"))) {
      list.successes(
          "body-as-text",
          "answers with the body as a text in JSON",
          text(was -> JsonNodeFactory.instance.textNode(was).toString()));
    }
    for (SchemaChange flaw : SchemaFlaws.of(OperationEdits.unshown(content.schema()))) {
      list.reads(
          success.key() + "-" + flaw.slug(),
          "answers " + flaw.says("the body"),
          OperationEdits.response(
              success, read -> OperationEdits.with(read, content, flaw.shown())));
    }
  }

  /** What is optional, but for the links that go by it. */
  private void linked(MediaContent content) {
    for (SchemaChange option : SchemaOptions.of(OperationEdits.unshown(content.schema()))) {
      if (list.lacksLinked(success, content, option.value())) {
        list.reads(
            success.key() + "-linked-" + option.slug(),
            "answers " + option.says("the body") + ", which a link goes by",
            OperationEdits.response(
                success, read -> OperationEdits.with(read, content, option.shown())));
      }
    }
  }

  private static String half(String body) {
    return body.length() < 2 ? "{" : body.substring(0, body.length() / 2) + "\"";
  }

  /** Whether the schema does not allow what stands around the body then. */
  private static boolean isWrong(MediaContent content, JsonNode around) {
    return ValueSource.of(content.schema())
        .map(
            value ->
                around.isArray()
                    ? JsonNodeFactory.instance.arrayNode().add(value)
                    : JsonNodeFactory.instance.textNode(value.toString()))
        .filter(value -> !ValueSource.allows(content.schema(), value))
        .isPresent();
  }
}
