package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.MockOperation;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Every deliberate defect that the mock can be started with. */
public final class Defects {

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
    RequestDefects.addTo(list);
    SizeDefects.addTo(list);
    FormatDefects.addTo(list);
    FileNameDefects.addTo(list);
    SuccessDefects.addTo(list);
    MemberDefects.addTo(list);
    IdDefects.addTo(list);
    TextDefects.addTo(list);
    TimeDefects.addTo(list);
    TypeDefects.addTo(list);
    StorageDefects.addTo(list);
    ErrorDefects.addTo(list);
    UserDefects.addTo(list);
    AuthorizationDefects.addTo(list);
    ConnectionDefects.addTo(list);
    RoomDefects.addTo(list);
    MembershipDefects.addTo(list);
    BadUploadDefects.addTo(list);
    SilentDefects.addTo(list);
    MethodDefects.addTo(list);
    CompoundDefects.addTo(list);
    return list.toList();
  }
}
