package dev.assay.mock.mutation;

import dev.assay.mock.service.MockOperation;
import java.util.ArrayList;
import java.util.List;

/** Collects the defects of one operation. */
public final class DefectList {

  private final MockOperation operation;
  private final List<Mutant> defects = new ArrayList<>();

  public DefectList(MockOperation operation) {
    this.operation = operation;
  }

  public MockOperation operation() {
    return operation;
  }

  public boolean isOf(MockOperation... operations) {
    return List.of(operations).contains(operation);
  }

  /**
   * Adds a defect of that operation.
   *
   * @param name a slug, to follow that of the operation
   * @param says what it does, as one fact
   * @param clausePaths the clauses that it breaks, below the operation
   */
  public void add(String name, String says, Mutation mutation, String... clausePaths) {
    add(name, says, mutation, List.of(clausePaths));
  }

  public void add(String name, String says, Mutation mutation, List<String> clausePaths) {
    defects.add(Mutant.defect(operation, name, says, mutation, clausePaths));
  }

  public List<Mutant> toList() {
    return List.copyOf(defects);
  }
}
