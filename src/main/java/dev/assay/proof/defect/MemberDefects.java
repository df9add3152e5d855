package dev.assay.proof.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.Field;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What goes wrong with a member of a success: missing, renamed, of another type or text. */
record MemberDefects(MemberList list, String name) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  static void addTo(DefectList all, Promises promises) {
    for (Field member : promises.members()) {
      MemberDefects defects =
          new MemberDefects(new MemberList(all, promises, member), member.name());
      defects.missing(promises.status());
      defects.types(member.is("integer"));
      member.constant().map(JsonNode::textValue).ifPresent(defects::words);
    }
  }

  private void missing(int status) {
    String other = renamed();
    UnaryOperator<MockResponse> without = ResponseEdits.object(object -> object.remove(name));
    missing(
        list.slug() + "-dropped", "leaves %s out of its successes", Mutations.successes(without));
    missing(
        list.slug() + "-renamed",
        "calls %s " + other,
        Mutations.successes(
            ResponseEdits.object(object -> object.set(other, object.remove(name)))));
    missing(
        "every-6th-" + status + "-without-" + list.slug(),
        "leaves %s out of every sixth success",
        Mutations.everySuccess(6, without));
  }

  private void missing(String change, String says, Mutation mutation) {
    List<String> clauses = new ArrayList<>(list.clauses("", "/text"));
    clauses.add(list.promises().success("/members"));
    list.list().add(change, says.formatted(name), mutation, clauses);
  }

  /** The name in camel case, or in capitals if it has only one word. */
  private String renamed() {
    return name.contains("_")
        ? Pattern.compile("_(.)").matcher(name).replaceAll(m -> m.group(1).toUpperCase(Locale.ROOT))
        : name.toUpperCase(Locale.ROOT);
  }

  private void types(boolean integer) {
    returns("null", "null", node -> JSON.nullNode());
    returns("in-an-array", "in an array", node -> JSON.arrayNode().add(node));
    returns("in-an-object", "in an object", node -> JSON.objectNode().set("value", node));
    if (integer) {
      returns("as-text", "as text", node -> JSON.textNode(node.asText()));
      returns(
          "with-a-fraction", "with half a unit more", node -> JSON.numberNode(node.asLong() + 0.5));
    } else {
      returns("as-a-number", "as a number", MemberDefects::number);
    }
  }

  private static JsonNode number(JsonNode text) {
    return JSON.numberNode(1_500_000_000_000L + (text.hashCode() & 0xFFFF_FFFFL));
  }

  /** Where only one text may stand. */
  private void words(String only) {
    words("in-small-letters", "in small letters", only.toLowerCase(Locale.ROOT));
    words("with-a-full-stop", "with a full stop", only + ".");
    words("with-a-blank", "with a blank after it", only + " ");
    words("shorter", "with fewer words", only.replaceFirst("\\s?\\S+$", ""));
    words("translated", "in another language", "Alles gut gegangen");
  }

  private void words(String change, String says, String text) {
    returns(change, says, node -> JSON.textNode(text));
  }

  private void returns(String change, String says, UnaryOperator<JsonNode> value) {
    list.returns(change, says, value, "", "/text");
  }
}
