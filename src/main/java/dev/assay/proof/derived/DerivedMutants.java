package dev.assay.proof.derived;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.mock.mutation.Mutant;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** The mutants of a derived stand-in, which follow from its contract too. */
public final class DerivedMutants {

  private static final List<Consumer<MutantsOfOperation>> DEFECTS =
      List.of(AnswerDefects::addTo, AcceptanceDefects::addTo, RefusalDefects::addTo);

  private DerivedMutants() {}

  /** What can go wrong with what the contract promises, by operation. */
  public static List<Mutant> defects(Contract contract) {
    return of(contract, MutantsOfOperation::defects, DEFECTS);
  }

  /** What the contract leaves open, by operation. */
  public static List<Mutant> variants(Contract contract) {
    return of(contract, MutantsOfOperation::variants, List.of(DerivedVariants::addTo));
  }

  private static List<Mutant> of(
      Contract contract,
      BiFunction<Contract, Operation, MutantsOfOperation> lists,
      List<Consumer<MutantsOfOperation>> tables) {
    return contract.operations().stream()
        .map(operation -> lists.apply(contract, operation))
        .peek(list -> tables.forEach(table -> table.accept(list)))
        .flatMap(list -> list.toList().stream())
        .toList();
  }
}
