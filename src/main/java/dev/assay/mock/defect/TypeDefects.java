package dev.assay.mock.defect;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutations;
import dev.assay.mock.mutation.ResponseEdits;
import dev.assay.mock.service.MockOperation;
import java.util.function.Consumer;

/** A {@code message_type} that is not the one sent. */
final class TypeDefects {

  private static final int IMAGE = 1;
  private static final int DOCUMENT = 52;
  private static final String MEMBER = "message_type";

  private TypeDefects() {}

  static void addTo(DefectList list) {
    if (list.isOf(MockOperation.LOG_MESSAGE)) {
      constant(list, IMAGE);
      constant(list, DOCUMENT);
      constant(list, -1);
    }
    if (list.isOf(MockOperation.LOG_FILE)) {
      constant(list, 0);
      constant(list, IMAGE);
      constant(list, DOCUMENT);
      add(list, "swapped", "1 for documents and 52 for images", TypeDefects::swap);
      add(list, "of-three", "3 for documents", object -> replace(object, DOCUMENT, 3));
    }
  }

  private static void constant(DefectList list, int value) {
    String name = value < 0 ? "always-negative" : "always-" + value;
    add(list, name, "always " + value, object -> object.put(MEMBER, value));
  }

  private static void swap(ObjectNode object) {
    int other = object.path(MEMBER).asInt() == IMAGE ? DOCUMENT : IMAGE;
    object.put(MEMBER, other);
  }

  private static void replace(ObjectNode object, int sent, int returned) {
    if (object.path(MEMBER).asInt() == sent) {
      object.put(MEMBER, returned);
    }
  }

  private static void add(DefectList list, String name, String says, Consumer<ObjectNode> change) {
    list.add(
        "message-type-" + name,
        "returns message_type " + says,
        Mutations.successes(ResponseEdits.object(change)),
        "200/message-type");
  }
}
