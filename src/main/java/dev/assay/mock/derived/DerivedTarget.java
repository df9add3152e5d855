package dev.assay.mock.derived;

import dev.assay.contract.TargetValue;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** A derived stand-in, as a target. */
public final class DerivedTarget {

  private DerivedTarget() {}

  /** The target that this stand-in is, at that address. */
  public static Target of(DerivedStandIn standIn, URI baseUri) {
    Map<String, String> secrets = new TreeMap<>();
    Map<String, String> values = new TreeMap<>(standIn.values());
    for (TargetValue value : standIn.contract().values()) {
      if (value.secret() && values.containsKey(value.name())) {
        secrets.put(value.placeholder(), values.remove(value.name()));
      }
    }
    Service service =
        new Service(standIn.contract(), ServiceAccess.direct(baseUri, secrets), values);
    return new Target(
            EmbeddedTarget.NAME,
            List.of(service),
            Set.of(),
            Target.DEFAULT_CLOCK_SKEW,
            Limits.unpaced())
        .allowingAll();
  }
}
