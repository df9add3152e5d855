package dev.assay.mock.mutation;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The mock with one deliberate difference: a defect breaks clauses, a conforming variant none.
 *
 * @param id a slug
 * @param operation the id of the one that it is in; empty for a variant of all
 * @param says what the mock then does, as one fact
 * @param mutation what makes the difference
 * @param breaks the ids of the clauses that it breaks; none for a conforming variant
 */
public record Mutant(
    String id, String operation, String says, Mutation mutation, Set<String> breaks) {

  /**
   * One that breaks clauses of its operation, or none where the documents leave it open.
   *
   * @param name a slug, to follow that of the operation
   * @param clausePaths below the operation
   */
  static Mutant in(
      String operation, String name, String says, Mutation mutation, List<String> clausePaths) {
    return new Mutant(operation + "-" + name, operation, says, mutation, Set.of())
        .breakingAlso(clausePaths);
  }

  /** The same, which breaks those clauses of its operation too. */
  public Mutant breakingAlso(List<String> clausePaths) {
    Stream<String> more = clausePaths.stream().map(path -> operation + "/" + path);
    return new Mutant(
        id,
        operation,
        says,
        mutation,
        Stream.concat(breaks.stream(), more).collect(Collectors.toUnmodifiableSet()));
  }

  /** Whether it concerns the operation of that id. */
  public boolean concerns(String id) {
    return operation.isEmpty() || operation.equals(id);
  }

  @Override
  public String toString() {
    return id;
  }
}
