package dev.assay.mock.mutation;

import dev.assay.mock.http.MockResponse;
import dev.assay.mock.service.MockOperation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;

/** Collects conforming variants. */
public final class VariantList {

  private final List<Mutant> variants = new ArrayList<>();

  /** One that is in all three operations. */
  public void add(String id, String says, Mutation mutation) {
    variants.add(new Mutant(id, "", says, mutation, Set.of()));
  }

  /** One that is in a single operation. */
  public void add(MockOperation operation, String name, String says, Mutation mutation) {
    variants.add(Mutant.in(operation.slug(), name, says, mutation, List.of()));
  }

  /** One that changes every response of all three operations. */
  public void responses(String id, String says, UnaryOperator<MockResponse> change) {
    add(id, says, Mutations.responses(any -> true, change));
  }

  /** One for each of Haptik's operations. */
  public void haptik(String name, String says, Mutation mutation) {
    add(MockOperation.LOG_MESSAGE, name, says, mutation);
    add(MockOperation.LOG_FILE, name, says, mutation);
  }

  public List<Mutant> toList() {
    return List.copyOf(variants);
  }
}
