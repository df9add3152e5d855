package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Contract;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent;
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

  private final Contract contract;
  private final Operation operation;
  private final Set<String> breaks;
  private final List<Mutant> all = new ArrayList<>();
  private final Set<String> names = new HashSet<>();

  private MutantsOfOperation(Contract contract, Operation operation, Set<String> breaks) {
    this.contract = contract;
    this.operation = operation;
    this.breaks = breaks;
  }

  /** Defects: which clauses they break, only a run shows. */
  static MutantsOfOperation defects(Contract contract, Operation operation) {
    return new MutantsOfOperation(contract, operation, Set.of(operation.id()));
  }

  static MutantsOfOperation variants(Contract contract, Operation operation) {
    return new MutantsOfOperation(contract, operation, Set.of());
  }

  Operation operation() {
    return operation;
  }

  /** Whether its links go by that optional header: what was made has to be found by it. */
  boolean isLinked(DocumentedResponse success, Field header) {
    return success.isOfMaking()
        && contract.linkedBy(success).containsKey("$response.header." + header.name());
  }

  /** Whether its links go by an optional member that such a body does not have. */
  boolean lacksLinked(DocumentedResponse success, MediaContent content, JsonNode body) {
    return success.isOfMaking()
        && Field.of(content.schema()).stream()
            .filter(member -> member.in(body).isEmpty())
            .map(member -> "$response.body#/" + member.path().replace('.', '/'))
            .anyMatch(contract.linkedBy(success)::containsKey);
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
