package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;
import static dev.assay.mock.service.MockOperation.UPLOAD_FILE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What goes wrong with each member of a success: missing, renamed, of another type. */
record MemberDefects(DefectList list) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> NUMBERS = List.of("message_id", "message_type");
  private static final List<String> MESSAGE = List.of("200/message");

  static void addTo(DefectList list) {
    MemberDefects defects = new MemberDefects(list);
    if (list.operation().isHaptik()) {
      defects.receipt();
    }
    if (list.isOf(UPLOAD_FILE)) {
      defects.message();
    }
    if (list.operation().takesFile()) {
      defects.add("file_url", List.of("200/file-url"));
    }
  }

  /** A {@code message_type} that is not the one sent. */
  static void addTypesTo(DefectList list) {
    if (list.operation().isHaptik()) {
      new MemberDefects(list).types();
    }
  }

  private void message() {
    add("message", MESSAGE);
    worded("in-small-letters", "in small letters", text -> text.toLowerCase(Locale.ROOT));
    worded("with-a-full-stop", "with a full stop", text -> text + ".");
    worded("with-a-blank", "with a blank after it", text -> text + " ");
    worded("shorter", "with fewer words", text -> "File uploaded");
    worded("translated", "in another language", text -> "Datei hochgeladen");
    missingNowAndThen("message", "200/message");
  }

  private void worded(String name, String says, UnaryOperator<String> change) {
    list.returns("message", name, says, ResponseEdits.asText(change), MESSAGE);
  }

  private void receipt() {
    missingNowAndThen("message_id", "200/message-id");
    missingNowAndThen("created_at", "200/created-at");
    add("message_id", List.of("200/message-id"));
    add("message_body", List.of("200/message-body", "200/message-body-text"));
    add("created_at", List.of("200/created-at"));
    add("message_type", List.of("200/message-type"));
  }

  private void add(String member, List<String> clauses) {
    missing(member, ClauseGroups.both(clauses, "200/members"));
    list.returns(member, "null", "null", node -> JSON.nullNode(), clauses);
    list.returns(member, "in-an-array", "in an array", node -> JSON.arrayNode().add(node), clauses);
    list.returns(
        member,
        "in-an-object",
        "in an object",
        node -> JSON.objectNode().set("value", node),
        clauses);
    if (NUMBERS.contains(member)) {
      list.returns(member, "as-text", "as text", node -> JSON.textNode(node.asText()), clauses);
      list.returns(
          member,
          "with-a-fraction",
          "with half a unit more",
          node -> JSON.numberNode(node.asLong() + 0.5),
          clauses);
    } else {
      list.returns(member, "as-a-number", "as a number", MemberDefects::number, clauses);
    }
  }

  private static JsonNode number(JsonNode text) {
    return JSON.numberNode(1_500_000_000_000L + (text.hashCode() & 0xFFFF_FFFFL));
  }

  private void missing(String member, List<String> clauses) {
    list.drops(member, clauses);
    String other = renamed(member);
    list.add(
        DefectList.slug(member) + "-renamed",
        "calls " + member + " " + other,
        Mutations.successes(
            ResponseEdits.object(object -> object.set(other, object.remove(member)))),
        clauses);
  }

  /** The name in camel case, or in capitals if it has only one word. */
  private static String renamed(String member) {
    return member.contains("_")
        ? Pattern.compile("_(.)")
            .matcher(member)
            .replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT))
        : member.toUpperCase(Locale.ROOT);
  }

  /** Only now and then, but sure to be seen in a run. */
  private void missingNowAndThen(String member, String clause) {
    list.add(
        "every-6th-200-without-" + DefectList.slug(member),
        "leaves " + member + " out of every sixth success",
        Mutations.everySuccess(6, ResponseEdits.object(object -> object.remove(member))),
        clause,
        "200/members");
  }

  private void types() {
    for (int value : list.isOf(LOG_MESSAGE) ? List.of(1, 52, -1) : List.of(0, 1, 52)) {
      String name = value < 0 ? "always-negative" : "always-" + value;
      type(name, "always " + value, sent -> value);
    }
    if (!list.isOf(LOG_MESSAGE)) {
      type("swapped", "1 for documents and 52 for images", sent -> sent == 1 ? 52 : 1);
      type("of-three", "3 for documents", sent -> sent == 52 ? 3 : sent);
    }
  }

  private void type(String name, String says, UnaryOperator<Integer> change) {
    list.returns(
        "message_type",
        name,
        says,
        node -> JSON.numberNode(change.apply(node.asInt())),
        List.of("200/message-type"));
  }
}
