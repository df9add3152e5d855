package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.mutation.ClauseGroups;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What goes wrong with each member of a success: gone, renamed, of another type. */
final class MemberDefects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> NUMBERS = List.of("message_id", "message_type");

  private final DefectList list;

  private MemberDefects(DefectList list) {
    this.list = list;
  }

  static void addTo(DefectList list) {
    MemberDefects defects = new MemberDefects(list);
    if (list.isOf(MockOperation.LOG_MESSAGE, MockOperation.LOG_FILE)) {
      defects.receipt();
    }
    if (list.isOf(MockOperation.UPLOAD_FILE)) {
      defects.message();
    }
    if (list.operation().takesFile()) {
      defects.add("file_url", "200/file-url");
    }
  }

  private void message() {
    add("message", "200/message");
    worded("in-small-letters", "in small letters", text -> text.toLowerCase(Locale.ROOT));
    worded("with-a-full-stop", "with a full stop", text -> text + ".");
    worded("with-a-blank", "with a blank after it", text -> text + " ");
    worded("shorter", "with fewer words", text -> "File uploaded");
    worded("translated", "in another language", text -> "Datei hochgeladen");
    goneNowAndThen("message", "200/message");
  }

  private void receipt() {
    goneNowAndThen("message_id", "200/message-id");
    goneNowAndThen("created_at", "200/created-at");
    add("message_id", "200/message-id");
    add("message_body", "200/message-body", "200/message-body-text");
    add("created_at", "200/created-at");
    add("message_type", "200/message-type");
  }

  private void add(String member, String... clauses) {
    List<String> value = List.of(clauses);
    List<String> presence = ClauseGroups.both(value, "200/members");
    gone(member, presence);
    changed(member, "null", "null", node -> JSON.nullNode(), value);
    changed(member, "in-an-array", "in an array", node -> JSON.arrayNode().add(node), value);
    changed(
        member,
        "in-an-object",
        "in an object",
        node -> JSON.objectNode().set("value", node),
        value);
    if (NUMBERS.contains(member)) {
      changed(member, "as-text", "as text", node -> JSON.textNode(node.asText()), value);
      changed(
          member,
          "with-a-fraction",
          "with half a unit more",
          node -> JSON.numberNode(node.asLong() + 0.5),
          value);
    } else {
      changed(
          member,
          "as-a-number",
          "as a number",
          node -> JSON.numberNode(1_500_000_000_000L + (node.hashCode() & 0xFFFF_FFFFL)),
          value);
    }
  }

  private void gone(String member, List<String> clauses) {
    String slug = slug(member);
    list.add(
        slug + "-dropped",
        "leaves " + member + " out of its successes",
        Mutations.successes(ResponseEdits.object(object -> object.remove(member))),
        clauses);
    String other = camelCase(member);
    list.add(
        slug + "-renamed",
        "calls " + member + " " + other,
        Mutations.successes(ResponseEdits.object(object -> rename(object, member, other))),
        clauses);
  }

  /** Only now and then, but sure to be seen in a run. */
  private void goneNowAndThen(String member, String... clauses) {
    list.add(
        "every-6th-200-without-" + slug(member),
        "leaves " + member + " out of every sixth success",
        Mutations.everySuccess(6, ResponseEdits.object(object -> object.remove(member))),
        ClauseGroups.both(List.of(clauses), "200/members"));
  }

  private void worded(String name, String says, UnaryOperator<String> change) {
    changed(
        "message",
        name,
        says,
        node -> JSON.textNode(change.apply(node.asText())),
        List.of("200/message"));
  }

  private static void rename(ObjectNode object, String member, String other) {
    object.set(other, object.remove(member));
  }

  private void changed(
      String member,
      String name,
      String says,
      UnaryOperator<JsonNode> change,
      List<String> clauses) {
    list.add(
        slug(member) + "-" + name,
        "returns " + member + " " + says,
        Mutations.successes(ResponseEdits.member(member, change)),
        clauses);
  }

  private static String slug(String member) {
    return member.replace('_', '-');
  }

  /** The name without its underscore, or in capitals if it has none. */
  private static String camelCase(String member) {
    int at = member.indexOf('_');
    return at < 0
        ? member.toUpperCase(Locale.ROOT)
        : member.substring(0, at)
            + Character.toUpperCase(member.charAt(at + 1))
            + member.substring(at + 2);
  }
}
