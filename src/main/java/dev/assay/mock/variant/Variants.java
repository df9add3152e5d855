package dev.assay.mock.variant;

import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.mutation.VariantList;
import java.util.List;
import java.util.Optional;

/** Ways in which the mock can differ from itself and still keep what the documents say. */
public final class Variants {

  private Variants() {}

  /** All of them. */
  public static List<Mutant> all() {
    VariantList list = new VariantList();
    TransportVariants.addTo(list);
    JsonVariants.addTo(list);
    ReceiptVariants.addTo(list);
    FileVariants.addTo(list);
    ErrorVariants.addTo(list);
    RuleVariants.addTo(list);
    RoomVariants.addTo(list);
    return list.toList();
  }

  /** The one with that id. */
  public static Optional<Mutant> named(String id) {
    return all().stream().filter(variant -> variant.id().equals(id)).findFirst();
  }
}
