package dev.assay.mock.mutation;

import dev.assay.mock.service.MockOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Collects the defects of one operation. Everywhere, {@code name} is a slug to follow that of the
 * operation, {@code says} what the defect does or what it does it to, and {@code clausePaths} are
 * the clauses that it breaks, below the operation. What breaks none is no defect, and left out.
 */
public final class DefectList {

  private final String operation;
  private final List<String> acceptance;
  private final List<Mutant> defects = new ArrayList<>();

  /**
   * An empty one.
   *
   * @param acceptance the clauses that are broken where the documented request is not accepted
   */
  public DefectList(String operation, List<String> acceptance) {
    this.operation = operation;
    this.acceptance = List.copyOf(acceptance);
  }

  public boolean isOf(MockOperation... operations) {
    return Stream.of(operations).map(MockOperation::slug).anyMatch(operation::equals);
  }

  /** The clauses that are broken where the documented request is not accepted. */
  public List<String> acceptance() {
    return acceptance;
  }

  /** The same but for some. */
  public List<String> acceptanceBut(String... some) {
    return acceptance.stream().filter(path -> !List.of(some).contains(path)).toList();
  }

  /** One that is like no other; says what it does, as one fact. */
  public void add(String name, String says, Mutation mutation, String... clausePaths) {
    add(name, says, mutation, List.of(clausePaths));
  }

  public void add(String name, String says, Mutation mutation, List<String> clausePaths) {
    if (!clausePaths.isEmpty()) {
      defects.add(Mutant.in(operation, name, says, mutation, clausePaths));
    }
  }

  /** Refuses a request that is right, if it is such; says what it refuses. */
  public void refuses(
      String name, String says, int status, Predicate<RequestView> such, String... clausePaths) {
    refuses(name, says, status, such, List.of(clausePaths));
  }

  public void refuses(
      String name, String says, int status, Predicate<RequestView> such, List<String> clausePaths) {
    add(name, "refuses " + says, Mutations.refusing(such, status, "not so"), clausePaths);
  }

  /** Takes a request that is refused with that status, if it is such; says what it accepts. */
  public void accepts(
      String name, String says, int status, Predicate<RequestView> such, String... clausePaths) {
    add(name, "accepts " + says, Mutations.taking(status, such), clausePaths);
  }

  /** Takes a request that is refused, if it is such; says what it accepts. */
  public void accepts(
      String name, String says, Predicate<RequestView> such, String... clausePaths) {
    add(name, "accepts " + says, Mutations.taking(Mutations::isRefusal, such), clausePaths);
  }

  /** Answers 500, if a request is such, whatever else may be wrong with it; says to what. */
  public void crashes(String name, String says, Predicate<RequestView> such, String... paths) {
    add(
        "crash-on-" + name,
        "answers 500 to " + says,
        Mutations.refusingFirst(such, 500, "Internal server error"),
        paths);
  }

  public List<Mutant> toList() {
    return List.copyOf(defects);
  }
}
