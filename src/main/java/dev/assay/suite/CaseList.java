package dev.assay.suite;

import dev.assay.contract.Operation;
import dev.assay.suite.ConformanceCase.Role;
import dev.assay.verdict.Expectation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Collects the cases of one operation in the order in which they are written down. */
final class CaseList {

  private final Operation operation;
  private final List<ConformanceCase> cases = new ArrayList<>();

  CaseList(Operation operation) {
    this.operation = operation;
  }

  /** An expectation that decides the clause at that path below the operation. */
  Check that(String clausePath, Expectation expectation) {
    return new Check(operation.clause(clausePath), expectation);
  }

  void control(String name, String description, Script script, List<Check> checks) {
    add(Role.CONTROL, name, description, script, checks);
  }

  void add(String name, String description, Script script, Check... checks) {
    add(Role.ORDINARY, name, description, script, List.of(checks));
  }

  void add(String name, String description, Script script, List<Check> checks) {
    add(Role.ORDINARY, name, description, script, checks);
  }

  void alone(String name, String description, Script script, Check... checks) {
    add(Role.ALONE, name, description, script, List.of(checks));
  }

  /** A case that this target cannot be asked. */
  void skip(String name, String description, String reason, String... clausePaths) {
    List<Check> checks =
        Arrays.stream(clausePaths)
            .map(path -> that(path, dev.assay.verdict.Answers.anything(false)))
            .toList();
    cases.add(
        new ConformanceCase(
            id(name),
            description,
            Script.oneByOne(List.of()),
            checks,
            Optional.of(reason),
            Role.ORDINARY));
  }

  private void add(Role role, String name, String description, Script script, List<Check> checks) {
    cases.add(
        new ConformanceCase(
            id(name), description, script, List.copyOf(checks), Optional.empty(), role));
  }

  private String id(String name) {
    return operation.id() + "/" + name;
  }

  Operation operation() {
    return operation;
  }

  List<ConformanceCase> toList() {
    return List.copyOf(cases);
  }

  /** The two lists of checks as one. */
  static List<Check> both(List<Check> some, Check... more) {
    List<Check> all = new ArrayList<>(some);
    all.addAll(List.of(more));
    return all;
  }
}
