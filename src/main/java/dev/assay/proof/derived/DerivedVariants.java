package dev.assay.proof.derived;

import static dev.assay.mock.mutation.ResponseEdits.text;
import static dev.assay.mock.mutation.ResponseEdits.with;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.MediaContent;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.UnaryOperator;

/** What a contract leaves open: how answers are written, and which of those it allows they are. */
record DerivedVariants(MutantsOfOperation list) {

  private static final JsonMapper JSON = new JsonMapper();

  static void addTo(MutantsOfOperation list) {
    DerivedVariants variants = new DerivedVariants(list);
    variants.travels();
    list.operation().ifSuccess().ifPresent(variants::successes);
  }

  private void travels() {
    responses("more-headers", "adds headers", with("X-Assay-More", "1"));
    responses("connection-closed", "closes the connection each time", with("Connection", "close"));
    responses("chunked", "sends its answers in chunks", with("Transfer-Encoding", "chunked"));
    responses("charset", "names the charset of its answers", DerivedVariants::withCharset);
    responses("blanks-around", "puts white space around JSON", json(text -> "\r\n " + text + "\n"));
    responses("reversed", "reverses the order of members", json(DerivedVariants::reversed));
    responses("pretty-printed", "prints JSON over several lines", json(DerivedVariants::pretty));
  }

  private void responses(String name, String says, UnaryOperator<MockResponse> change) {
    list.add(name, says, Mutations.responses(response -> response.body().length() > 0, change));
  }

  private static MockResponse withCharset(MockResponse response) {
    String type = response.headers().getOrDefault("Content-Type", "");
    return type.matches("(application/json|text/.*)") && !type.contains(";")
        ? response.with("Content-Type", type + ";charset=UTF-8")
        : response;
  }

  private static UnaryOperator<MockResponse> json(UnaryOperator<String> change) {
    return response ->
        response.headers().getOrDefault("Content-Type", "").contains("json")
            ? text(change).apply(response)
            : response;
  }

  private static String reversed(String text) {
    return read(text, DerivedVariants::reversed).toString();
  }

  private static String pretty(String text) {
    return read(text, value -> value).toPrettyString();
  }

  private static JsonNode read(String text, UnaryOperator<JsonNode> change) {
    try {
      return change.apply(JSON.readTree(text));
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(text, e);
    }
  }

  private static JsonNode reversed(JsonNode value) {
    if (value instanceof ObjectNode object) {
      List<String> names = new ArrayList<>();
      object.fieldNames().forEachRemaining(names::add);
      Collections.reverse(names);
      ObjectNode other = JsonNodeFactory.instance.objectNode();
      names.forEach(name -> other.set(name, reversed(object.get(name))));
      return other;
    }
    if (value.isArray()) {
      ArrayNode other = JsonNodeFactory.instance.arrayNode();
      value.forEach(item -> other.add(reversed(item)));
      return other;
    }
    return value;
  }

  private void successes(DocumentedResponse success) {
    if (success.isJson()) {
      bodies(success, success.content());
    }
    for (DocumentedResponse other : list.operation().responses()) {
      if (other.isSuccess() && !other.equals(success)) {
        list.reads(
            "answered-" + other.key(),
            "answers " + other.key() + ", which is documented too",
            OperationEdits.first(other));
      }
    }
    success.headers().stream()
        .filter(header -> !header.required() && !list.isLinked(success, header))
        .forEach(
            header ->
                list.reads(
                    "without-" + header.name(),
                    "leaves the optional header " + header.name() + " out",
                    OperationEdits.response(
                        success,
                        read ->
                            OperationEdits.with(
                                read,
                                read.headers().stream()
                                    .filter(each -> !each.equals(header))
                                    .toList()))));
  }

  private void bodies(DocumentedResponse success, MediaContent content) {
    JsonNode schema = OperationEdits.unshown(content.schema());
    reads("other-values", "answers with other values than those shown", success, content, schema);
    for (SchemaChange option : SchemaOptions.of(schema)) {
      if (list.lacksLinked(success, content, option.value())) {
        continue; // AnswerDefects has it
      }
      reads(
          "answered-" + option.slug(),
          "answers " + option.says("the body"),
          success,
          content,
          option.shown());
    }
    JsonNode open = JsonNodeFactory.instance.objectNode();
    ValueSource.of(schema)
        .filter(JsonNode::isObject)
        .map(value -> extended(value, open))
        .filter(value -> ValueSource.allows(content.schema(), value))
        .ifPresent(
            value ->
                list.successes(
                    "unknown-member",
                    "adds a member that no document names",
                    ResponseEdits.object(object -> object.set("assay_unknown", open))));
  }

  private static JsonNode extended(JsonNode object, JsonNode member) {
    return ((ObjectNode) object.deepCopy()).set("assay_unknown", member);
  }

  private void reads(
      String name, String says, DocumentedResponse success, MediaContent content, JsonNode schema) {
    list.reads(
        name,
        says,
        OperationEdits.response(success, read -> OperationEdits.with(read, content, schema)));
  }
}
