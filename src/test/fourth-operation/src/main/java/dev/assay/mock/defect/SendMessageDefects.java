package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.RequestView;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Locale;
import java.util.function.UnaryOperator;

/** What goes wrong with messages to rooms and with nothing else. */
final class SendMessageDefects {

  private SendMessageDefects() {}

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.SEND_MESSAGE)) {
      UnaryOperator<JsonNode> lowerCase =
          ResponseEdits.asText(text -> text.toLowerCase(Locale.ROOT));
      UnaryOperator<JsonNode> none = node -> JsonNodeFactory.instance.nullNode();
      list.returns("text", "lower-case", "in small letters", lowerCase, List.of("200/text"));
      list.returns("text", "null", "null", none, List.of("200/text"));
      list.returns("message", "lower-case", "in small letters", lowerCase, List.of("200/message"));
      list.drops("text", List.of("200/text", "200/members"));
      list.drops("message", List.of("200/message", "200/members"));
      list.accepts(
          "missing-room-accepted",
          "a message without a room",
          400,
          view -> view.json().isObject() && !view.json().has("room_id"),
          "400/no-room-id");
      list.accepts(
          "foreign-room-accepted",
          "a message to a foreign room",
          403,
          RequestView::isForeign,
          "403/not-a-member");
    }
  }
}
