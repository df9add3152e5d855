package dev.assay.mock;

import java.util.ArrayList;
import java.util.List;

/** Collects the defects of one operation. */
final class DefectList {

  private final Operation operation;
  private final List<Deviation> defects = new ArrayList<>();

  DefectList(Operation operation) {
    this.operation = operation;
  }

  Operation operation() {
    return operation;
  }

  boolean isOf(Operation... operations) {
    return List.of(operations).contains(operation);
  }

  /**
   * @param name a slug, to follow that of the operation
   * @param says what it does, as one fact
   * @param clausePaths the clauses that it breaks, below the operation
   */
  void add(String name, String says, Twist twist, String... clausePaths) {
    add(name, says, twist, List.of(clausePaths));
  }

  void add(String name, String says, Twist twist, List<String> clausePaths) {
    defects.add(Deviation.defect(operation, name, says, twist, clausePaths));
  }

  List<Deviation> toList() {
    return List.copyOf(defects);
  }
}
