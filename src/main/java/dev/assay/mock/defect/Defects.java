package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Every deliberate defect that the mock can be started with. */
public final class Defects {

  private static final List<Consumer<DefectList>> TABLES =
      List.of(
          RequestDefects::addTo,
          SizeDefects::addTo,
          FileDefects::addTo,
          SuccessDefects::addTo,
          MemberDefects::addTo,
          IdDefects::addTo,
          TextDefects::addTo,
          TimeDefects::addTo,
          MemberDefects::addTypesTo,
          StorageDefects::addTo,
          ErrorDefects::addTo,
          UserDefects::addTo,
          AuthorizationDefects::addTo,
          ConnectionDefects::addTo,
          RoomDefects::addTo,
          UploadDefects::addTo,
          SilentDefects::addTo,
          CompoundDefects::addTo);

  private Defects() {}

  /** All of them, by operation. */
  public static List<Mutant> all() {
    return Stream.of(MockOperation.values()).flatMap(each -> of(each).stream()).toList();
  }

  /** The one with that id. */
  public static Optional<Mutant> named(String id) {
    return all().stream().filter(defect -> defect.id().equals(id)).findFirst();
  }

  private static List<Mutant> of(MockOperation operation) {
    DefectList list = new DefectList(operation);
    TABLES.forEach(table -> table.accept(list));
    return list.toList();
  }
}
