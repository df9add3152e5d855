package dev.assay.proof.derived;

import dev.assay.contract.Operation;
import dev.assay.mock.derived.Misreading;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.mutation.Mutation;
import dev.assay.mock.mutation.Mutations;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Collects the mutants of one operation, each of which breaks it, or none of which does. */
final class MutantsOfOperation {

  private final Operation operation;
  private final Set<String> breaks;
  private final List<Mutant> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private MutantsOfOperation(Operation operation, Set<String> breaks) {
    this.operation = operation;
    this.breaks = breaks;
  }

  /** Defects: which clauses they break, only a run shows. */
  static MutantsOfOperation defects(Operation operation) {
    return new MutantsOfOperation(operation, Set.of(operation.id()));
  }

  static MutantsOfOperation variants(Operation operation) {
    return new MutantsOfOperation(operation, Set.of());
  }

  Operation operation() {
    return operation;
  }

  void add(String name, String says, Mutation mutation) {
    String id = operation.id() + "-" + SchemaFlaws.slug(name);
    if (names.add(id)) {
      all.add(new Mutant(id, operation.id(), says, mutation, breaks));
    }
  }

  void reads(String name, String says, UnaryOperator<Operation> asRead) {
    add(name, says, new Misreading(asRead));
  }

  void successes(String name, String says, UnaryOperator<MockResponse> change) {
    add(name, says, Mutations.successes(change));
  }

  List<Mutant> toList() {
    return List.copyOf(all);
  }
}
