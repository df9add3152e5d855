package dev.assay.mock;

import java.util.List;
import java.util.Optional;

/** Ways in which the mock can differ from itself and still keep what the documents say. */
public final class Variants {

  private Variants() {}

  /** All of them. */
  public static List<Deviation> all() {
    VariantList list = new VariantList();
    TransportVariants.addTo(list);
    JsonVariants.addTo(list);
    ReceiptVariants.addTo(list);
    FileVariants.addTo(list);
    RefusalVariants.addTo(list);
    RuleVariants.addTo(list);
    RoomVariants.addTo(list);
    return list.toList();
  }

  /** The one with that id. */
  public static Optional<Deviation> named(String id) {
    return all().stream().filter(variant -> variant.id().equals(id)).findFirst();
  }
}
