package dev.assay.mock;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Collects conforming variants. */
final class VariantList {

  private final List<Deviation> variants = new ArrayList<>();

  /** One that is in all three operations. */
  void add(String id, String says, Twist twist) {
    variants.add(Deviation.variant(id, says, twist));
  }

  /** One that is in a single operation. */
  void add(Operation operation, String name, String says, Twist twist) {
    variants.add(Deviation.variant(operation, name, says, twist));
  }

  /** One that changes every reply of all three operations. */
  void replies(String id, String says, UnaryOperator<Reply> change) {
    add(id, says, Twists.replies(any -> true, change));
  }

  /** One for each of Haptik's operations. */
  void haptik(String name, String says, Twist twist) {
    add(Operation.LOG_MESSAGE, name, says, twist);
    add(Operation.LOG_FILE, name, says, twist);
  }

  List<Deviation> toList() {
    return List.copyOf(variants);
  }
}
