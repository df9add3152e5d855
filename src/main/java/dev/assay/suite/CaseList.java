package dev.assay.suite;

import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.contract.Operation;
import dev.assay.suite.ConformanceCase.Role;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.ResponseExpectations;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Collects the cases of one operation in the order in which they are written down. */
public final class CaseList {

  private final Operation operation;
  private final List<ConformanceCase> cases = new ArrayList<>();
  private final Set<String> ids = new HashSet<>();
  private final Map<String, Clause> generated = new LinkedHashMap<>();

  public CaseList(Operation operation) {
    this.operation = operation;
  }

  /** An expectation that decides the clause at that path below the operation. */
  public ClauseCheck that(String clausePath, Expectation expectation) {
    return new ClauseCheck(operation.clause(clausePath), expectation);
  }

  /**
   * An expectation that follows from that part of the contract, under the clause that decides it,
   * or else under one that says no more than what is expected.
   *
   * @param part such as {@code response/200/created_at/offset}
   * @param otherwise how firmly the contract says it where no clause does
   */
  public ClauseCheck about(String part, Level otherwise, Expectation expectation) {
    Clause clause =
        operation
            .deciding(part)
            .orElseGet(
                () ->
                    generated.computeIfAbsent(
                        Operation.slug(part),
                        any -> operation.clauseOf(part, otherwise, expectation.describe())));
    return new ClauseCheck(clause, expectation);
  }

  /** The same, stated by the contract where no clause says it. */
  public ClauseCheck about(String part, Expectation expectation) {
    return about(part, Level.STATED, expectation);
  }

  /** The name of its clause below the operation, under which cases about it are named. */
  public String path(ClauseCheck check) {
    return check.clause().id().value().substring(operation.id().length() + 1);
  }

  /** The operation with all clauses that its cases decide. */
  public Operation decided() {
    return operation.with(generated.values());
  }

  public void precondition(
      String name, String description, Interaction interaction, List<ClauseCheck> checks) {
    add(Role.PRECONDITION, name, description, interaction, checks);
  }

  public void add(String name, String description, Interaction interaction, ClauseCheck... checks) {
    add(Role.PARALLEL, name, description, interaction, List.of(checks));
  }

  public void add(
      String name, String description, Interaction interaction, List<ClauseCheck> checks) {
    add(Role.PARALLEL, name, description, interaction, checks);
  }

  /**
   * A case whose request differs in one thing from that of another, which comes before it.
   *
   * @param base the name of the other; none if it is the precondition
   */
  public void add(
      Optional<String> base,
      String name,
      String description,
      Interaction interaction,
      List<ClauseCheck> checks) {
    add(Role.PARALLEL, base, name, description, interaction, checks);
  }

  public void alone(
      String name, String description, Interaction interaction, ClauseCheck... checks) {
    add(Role.EXCLUSIVE, name, description, interaction, List.of(checks));
  }

  /** A case that this target cannot be asked. */
  public void skip(String name, String description, String reason, String... clausePaths) {
    List<ClauseCheck> checks =
        Arrays.stream(clausePaths)
            .map(path -> that(path, ResponseExpectations.anything(false)))
            .toList();
    skip(name, description, reason, checks);
  }

  /** A case that this target cannot be asked. */
  public void skip(String name, String description, String reason, List<ClauseCheck> checks) {
    cases.add(
        new ConformanceCase(
            ownId(name),
            description,
            Interaction.oneByOne(List.of()),
            checks,
            Optional.of(reason),
            Role.PARALLEL));
  }

  private void add(
      Role role,
      String name,
      String description,
      Interaction interaction,
      List<ClauseCheck> checks) {
    add(role, Optional.empty(), name, description, interaction, checks);
  }

  private void add(
      Role role,
      Optional<String> base,
      String name,
      String description,
      Interaction interaction,
      List<ClauseCheck> checks) {
    cases.add(
        new ConformanceCase(
            ownId(name),
            description,
            interaction,
            List.copyOf(checks),
            Optional.empty(),
            role,
            base.map(this::id)));
  }

  private String id(String name) {
    return operation.id() + "/" + name;
  }

  /** Two things may have one name in small letters: the second case about it gets a number. */
  private String ownId(String name) {
    String id = id(name);
    String own = id;
    for (int i = 2; ids.contains(own); i++) {
      own = id + "-" + i;
    }
    ids.add(own);
    return own;
  }

  public Operation operation() {
    return operation;
  }

  public List<ConformanceCase> toList() {
    return List.copyOf(cases);
  }

  /** The two lists of checks as one. */
  public static List<ClauseCheck> both(List<ClauseCheck> some, ClauseCheck... more) {
    List<ClauseCheck> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
