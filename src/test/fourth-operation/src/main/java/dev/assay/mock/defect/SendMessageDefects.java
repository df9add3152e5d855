package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What goes wrong with messages to rooms and with nothing else. */
final class SendMessageDefects {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  private SendMessageDefects() {}

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.SEND_MESSAGE)) {
      returned(list, "text", "lower-case", "in small letters", SendMessageDefects::lowerCase);
      returned(list, "text", "null", "null", node -> JSON.nullNode());
      returned(list, "message", "lower-case", "in small letters", SendMessageDefects::lowerCase);
      gone(list, "text");
      gone(list, "message");
      list.add(
          "missing-room-accepted",
          "accepts a message without a room",
          Mutations.taking(
              Mutations.hasStatus(400),
              view -> view.json().isObject() && !view.json().has("room_id")),
          "400/no-room-id");
      list.add(
          "foreign-room-accepted",
          "accepts a message to a foreign room",
          Mutations.takingFor(Mutations.hasStatus(403), (view, who) -> view.isForeign(who)),
          "403/not-a-member");
    }
  }

  private static JsonNode lowerCase(JsonNode text) {
    return JSON.textNode(text.asText().toLowerCase(Locale.ROOT));
  }

  private static void returned(
      DefectList list, String member, String name, String says, UnaryOperator<JsonNode> change) {
    list.add(
        member + "-" + name,
        "returns " + member + " " + says,
        Mutations.successes(ResponseEdits.member(member, change)),
        "200/" + member);
  }

  private static void gone(DefectList list, String member) {
    list.add(
        member + "-dropped",
        "leaves " + member + " out of its successes",
        Mutations.successes(ResponseEdits.object(object -> object.remove(member))),
        "200/" + member,
        "200/members");
  }
}
