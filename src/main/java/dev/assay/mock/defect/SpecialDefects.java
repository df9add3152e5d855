package dev.assay.mock.defect;

import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.Mutant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The defects that follow from no contract, and what only one operation has of those that do. */
public final class SpecialDefects {

  private static final List<Consumer<DefectList>> TABLES =
      List.of(
          RequestDefects::addTo,
          SizeDefects::addTo,
          FileDefects::addTo,
          ReceiptDefects::addTo,
          UserDefects::addTo,
          AccessDefects::addTo,
          RoomDefects::addTo,
          UploadDefects::addTo,
          SilentDefects::addTo);

  /** By the ids of defects: what they break besides, for reasons that no contract tells. */
  private static final Map<String, String> BESIDES =
      Map.of(
          "(log|upload)-file-403-answered-500", "silent/order-of-checks",
          "upload-file-403-answered-.*", "403/before-storage",
          "upload-file-400-file-too-large-answered-500", "silent/early-answer",
          "upload-file-(answered-as-.*|(right-token|pdf)-refused)", "500/storage-failure",
          "upload-file-200-(answered-201|body-array)-with-file-url-constant", "200/room-message");

  private SpecialDefects() {}

  /** Adds those of the list's operation. */
  public static void addTo(DefectList list) {
    TABLES.forEach(table -> table.accept(list));
  }

  /** A defect with all that it breaks. */
  public static Mutant completed(Mutant defect) {
    return defect.breakingAlso(
        BESIDES.entrySet().stream()
            .filter(row -> defect.id().matches(row.getKey()))
            .map(Map.Entry::getValue)
            .toList());
  }
}
