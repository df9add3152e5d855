package dev.assay.load.plan;

import dev.assay.UserException;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.load.request.RequestTemplate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * Whether a target may be loaded as planned.
 *
 * @param target what is loaded
 * @param plan how
 */
record LoadPermission(Target target, LoadPlan plan) {

  /**
   * Makes sure that it may.
   *
   * @throws UserException if it may not
   */
  void require() {
    requireOneWay();
    if (!plan.local()) {
      requireConsent();
      requireRate();
      LoadPlan.requireRoom(target, List.of(plan));
    }
  }

  /** The load generator shares connections by host and port. */
  private void requireOneWay() {
    Map<String, ServiceAccess> byAddress = new TreeMap<>();
    for (RequestTemplate template : plan.templates().values()) {
      ServiceAccess access = target.service(template.service()).orElseThrow().access();
      ServiceAccess other =
          byAddress.putIfAbsent(Authority.of(access.baseUrl()).toString(), access);
      if (other != null && !other.connection().isLike(access.connection(), access.baseUrl())) {
        throw new UserException(
            "the services of `%s` have one address, %s, and two ways there (connectTo, proxy or tls differ), which load cannot tell apart: load them one at a time"
                .formatted(target.name(), access.baseUrl()));
      }
    }
  }

  private void requireConsent() {
    if (!target.limits().loadAllowed()) {
      throw new UserException(
          "a service on another machine is loaded only with its owner's consent: set limits.load.allowed to true "
              + where());
    }
  }

  private void requireRate() {
    double peak = plan.profile().mostPerSecond();
    if (Double.isInfinite(peak)) {
      throw new UserException(
          "users who do not think send as fast as they are answered, which keeps no limits.load.maxRequestsPerSecond "
              + where()
              + ": give them a time to think, or load with --rate");
    }
    if (peak > target.limits().maxLoadPerSecond()) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "%.1f requests a second are more than the %.1f of limits.load.maxRequestsPerSecond %s",
              peak,
              target.limits().maxLoadPerSecond(),
              where()));
    }
  }

  private String where() {
    return "in the file of the target `" + target.name() + "`";
  }
}
