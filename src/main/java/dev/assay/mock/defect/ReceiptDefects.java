package dev.assay.mock.defect;

import static dev.assay.mock.service.MockOperation.LOG_FILE;
import static dev.assay.mock.service.MockOperation.LOG_MESSAGE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import java.util.List;
import java.util.function.UnaryOperator;

/** A {@code message_type} that is not the one sent. */
record ReceiptDefects(DefectList list) {

  static void addTo(DefectList list) {
    ReceiptDefects defects = new ReceiptDefects(list);
    if (list.isOf(LOG_MESSAGE)) {
      List.of(1, 52, -1).forEach(defects::always);
    }
    if (list.isOf(LOG_FILE)) {
      List.of(0, 1, 52).forEach(defects::always);
      defects.type("swapped", "1 for documents and 52 for images", sent -> sent == 1 ? 52 : 1);
      defects.type("of-three", "3 for documents", sent -> sent == 52 ? 3 : sent);
    }
  }

  private void always(int value) {
    String name = value < 0 ? "always-negative" : "always-" + value;
    type(name, "always " + value, sent -> value);
  }

  private void type(String name, String says, UnaryOperator<Integer> change) {
    UnaryOperator<JsonNode> value =
        node -> JsonNodeFactory.instance.numberNode(change.apply(node.asInt()));
    list.add(
        "message-type-" + name,
        "returns message_type " + says,
        Mutations.successes(ResponseEdits.member("message_type", value)),
        "200/message-type");
  }
}
