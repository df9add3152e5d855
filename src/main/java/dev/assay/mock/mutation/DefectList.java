package dev.assay.mock.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * Collects the defects of one operation. Everywhere, {@code name} is a slug to follow that of the
 * operation, {@code says} what the defect does or what it does it to, and {@code clausePaths} are
 * the clauses that it breaks, below the operation.
 */
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

  /** One that is like no other; says what it does, as one fact. */
  public void add(String name, String says, Mutation mutation, String... clausePaths) {
    add(name, says, mutation, List.of(clausePaths));
  }

  public void add(String name, String says, Mutation mutation, List<String> clausePaths) {
    defects.add(Mutant.in(operation, name, says, mutation, clausePaths));
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

  /** Changes its successes; says what it returns. */
  public void returns(
      String name, String says, UnaryOperator<MockResponse> change, String... clausePaths) {
    add(name, "returns " + says, Mutations.successes(change), clausePaths);
  }

  /** Changes a member's value in its successes; says what the value is then. */
  public void returns(
      String member,
      String name,
      String says,
      UnaryOperator<JsonNode> change,
      List<String> clausePaths) {
    add(
        slug(member) + "-" + name,
        "returns " + member + " " + says,
        Mutations.successes(ResponseEdits.member(member, change)),
        clausePaths);
  }

  /** Leaves a member out of its successes. */
  public void drops(String member, List<String> clausePaths) {
    add(
        slug(member) + "-dropped",
        "leaves " + member + " out of its successes",
        Mutations.successes(ResponseEdits.object(object -> object.remove(member))),
        clausePaths);
  }

  /** A member's name, in a slug. */
  public static String slug(String member) {
    return member.replace('_', '-');
  }

  public List<Mutant> toList() {
    return List.copyOf(defects);
  }
}
