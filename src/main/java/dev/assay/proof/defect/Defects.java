package dev.assay.proof.defect;

import dev.assay.contract.Contract;
import dev.assay.contract.Operation;
import dev.assay.exchange.target.Service;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.defect.SpecialDefects;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutant;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Every deliberate defect that the mock can be started with: those that follow from a contract, and
 * those that only one operation has.
 */
public final class Defects {

  private static final List<BiConsumer<DefectList, Promises>> TABLES =
      List.of(
          TransportDefects::addTo,
          LimitDefects::addTo,
          SuccessDefects::addTo,
          MemberDefects::addTo,
          IdDefects::addTo,
          TextDefects::addTo,
          TimeDefects::addTo,
          FileUrlDefects::addTo,
          ErrorDefects::addTo,
          KeyDefects::addTo,
          CompoundDefects::addTo);

  private Defects() {}

  /** All of them, by operation. */
  public static List<Mutant> all() {
    return EmbeddedTarget.planned().services().stream()
        .map(Service::contract)
        .flatMap(
            contract ->
                contract.operations().stream()
                    .flatMap(operation -> of(contract, operation).stream()))
        .toList();
  }

  /** The one with that id. */
  public static Optional<Mutant> named(String id) {
    return all().stream().filter(defect -> defect.id().equals(id)).findFirst();
  }

  /** Those of one operation, be it one that the mock serves or any other. */
  static List<Mutant> of(Contract contract, Operation operation) {
    Promises promises = new Promises(contract, operation);
    DefectList list = new DefectList(operation.id(), promises.acceptance());
    TABLES.forEach(table -> table.accept(list, promises));
    SpecialDefects.addTo(list);
    return list.toList().stream().map(SpecialDefects::completed).toList();
  }
}
