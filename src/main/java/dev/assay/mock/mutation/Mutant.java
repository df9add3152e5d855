package dev.assay.mock.mutation;

import dev.assay.mock.service.MockOperation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One deliberate mutant of the mock: a defect breaks clauses, a conforming variant none. */
public final class Mutant {

  private final String id;
  private final Optional<MockOperation> operation;
  private final String says;
  private final Mutation mutation;
  private final Set<String> breaks;

  private Mutant(
      String id,
      Optional<MockOperation> operation,
      String says,
      Mutation mutation,
      Set<String> breaks) {
    this.id = id;
    this.operation = operation;
    this.says = says;
    this.mutation = mutation;
    this.breaks = breaks;
  }

  /**
   * One that breaks clauses of its operation.
   *
   * @param name a slug, to follow that of the operation
   * @param clausePaths below the operation
   */
  static Mutant defect(
      MockOperation operation,
      String name,
      String says,
      Mutation mutation,
      List<String> clausePaths) {
    Set<String> breaks =
        clausePaths.stream()
            .map(path -> operation.slug() + "/" + path)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Mutant(
        operation.slug() + "-" + name, Optional.of(operation), says, mutation, Set.copyOf(breaks));
  }

  /** One that the documents leave open, in all operations. */
  static Mutant variant(String id, String says, Mutation mutation) {
    return new Mutant(id, Optional.empty(), says, mutation, Set.of());
  }

  /** One that the documents leave open, in one operation. */
  static Mutant variant(MockOperation operation, String name, String says, Mutation mutation) {
    return new Mutant(
        operation.slug() + "-" + name, Optional.of(operation), says, mutation, Set.of());
  }

  /** A slug. */
  public String id() {
    return id;
  }

  /** The operation that it is in; empty for a variant of all three. */
  public String operation() {
    return operation.map(MockOperation::slug).orElse("");
  }

  /** What the mock then does, as one fact. */
  public String says() {
    return says;
  }

  /** The ids of the clauses that it breaks; none for a conforming variant. */
  public Set<String> breaks() {
    return breaks;
  }

  Mutation mutation() {
    return mutation;
  }

  boolean concerns(MockOperation other) {
    return operation.isEmpty() || operation.get() == other;
  }

  /** Whether it concerns an operation that this path leads to. */
  boolean concerns(String path) {
    return MockOperation.find(path).filter(this::concerns).isPresent();
  }

  @Override
  public String toString() {
    return id;
  }
}
