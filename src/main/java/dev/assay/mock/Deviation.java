package dev.assay.mock;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** One deliberate deviation of the mock: a defect breaks clauses, a conforming variant none. */
public final class Deviation {

  private final String id;
  private final Optional<Operation> operation;
  private final String says;
  private final Twist twist;
  private final Set<String> breaks;

  private Deviation(
      String id, Optional<Operation> operation, String says, Twist twist, Set<String> breaks) {
    this.id = id;
    this.operation = operation;
    this.says = says;
    this.twist = twist;
    this.breaks = breaks;
  }

  /**
   * One that breaks clauses of its operation.
   *
   * @param name a slug, to follow that of the operation
   * @param clausePaths below the operation
   */
  static Deviation defect(
      Operation operation, String name, String says, Twist twist, List<String> clausePaths) {
    Set<String> breaks =
        clausePaths.stream()
            .map(path -> operation.slug() + "/" + path)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return new Deviation(
        operation.slug() + "-" + name, Optional.of(operation), says, twist, Set.copyOf(breaks));
  }

  /** One that the documents leave open, in all operations. */
  static Deviation variant(String id, String says, Twist twist) {
    return new Deviation(id, Optional.empty(), says, twist, Set.of());
  }

  /** One that the documents leave open, in one operation. */
  static Deviation variant(Operation operation, String name, String says, Twist twist) {
    return new Deviation(
        operation.slug() + "-" + name, Optional.of(operation), says, twist, Set.of());
  }

  /** A slug. */
  public String id() {
    return id;
  }

  /** The operation that it is in; empty for a variant of all three. */
  public String operation() {
    return operation.map(Operation::slug).orElse("");
  }

  /** What the mock then does, as one fact. */
  public String says() {
    return says;
  }

  /** The ids of the clauses that it breaks; none for a conforming variant. */
  public Set<String> breaks() {
    return breaks;
  }

  Twist twist() {
    return twist;
  }

  boolean concerns(Operation other) {
    return operation.isEmpty() || operation.get() == other;
  }

  /** Whether it concerns an operation that this path leads to. */
  boolean concerns(String path) {
    return Operation.find(path).filter(this::concerns).isPresent();
  }

  @Override
  public String toString() {
    return id;
  }
}
