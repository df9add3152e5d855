package dev.assay.app.cutover;

import dev.assay.UserException;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.request.TestData;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import java.util.List;
import java.util.Set;

/**
 * Suites for two targets, with equal cases.
 *
 * @param from for the old service
 * @param to for the new service
 */
public record SuitePair(List<ServiceSuite> from, List<ServiceSuite> to) {

  /**
   * What both targets have, and what is chosen of it.
   *
   * @param data that both are sent
   * @throws UserException if there is nothing to compare, or a service is the same on both sides
   */
  public static SuitePair of(Target from, Target to, TestData data, List<String> select) {
    List<ServiceSuite> ofFrom = ServiceSuites.of(from, data);
    List<ServiceSuite> ofTo = ServiceSuites.of(to, data);
    SuitePair common = new SuitePair(sharedWith(ofTo, ofFrom), sharedWith(ofFrom, ofTo));
    if (common.from().isEmpty()) {
      throw new UserException(
          "%s and %s have no service in common: one has %s, the other %s"
              .formatted(from.name(), to.name(), names(ofFrom), names(ofTo)));
    }
    SuitePair chosen = common.selected(select);
    if (chosen.from().isEmpty()) {
      throw new UserException(
          "--select %s matches no case or clause of these targets; `assay clauses` lists them"
              .formatted(String.join(" --select ", select)));
    }
    chosen.requireTwoServers();
    return chosen;
  }

  private static List<ServiceSuite> sharedWith(List<ServiceSuite> others, List<ServiceSuite> own) {
    List<String> known = others.stream().map(ServiceSuite::service).toList();
    return own.stream().filter(suite -> known.contains(suite.service())).toList();
  }

  private static String names(List<ServiceSuite> suites) {
    return suites.isEmpty()
        ? "none"
        : String.join(" and ", suites.stream().map(ServiceSuite::service).toList());
  }

  private SuitePair selected(List<String> prefixes) {
    return new SuitePair(selected(from, prefixes), selected(to, prefixes));
  }

  private static List<ServiceSuite> selected(List<ServiceSuite> suites, List<String> prefixes) {
    return suites.stream()
        .map(suite -> suite.selected(prefixes))
        .filter(suite -> !suite.operations().isEmpty())
        .toList();
  }

  private void requireTwoServers() {
    for (int i = 0; i < Math.min(from.size(), to.size()); i++) {
      ServiceAccess before = from.get(i).access();
      ServiceAccess after = to.get(i).access();
      if (ServerAddress.of(before).isSameAs(ServerAddress.of(after))) {
        throw new UserException(
            "services.%s is the same server on both sides (%s and %s), so nothing would be compared; give --from and --to two different ones"
                .formatted(from.get(i).service(), before.baseUrl(), after.baseUrl()));
      }
    }
  }

  /** Only these cases, and the preconditions of their operations. */
  SuitePair keeping(Set<String> cases) {
    return new SuitePair(keeping(from, cases), keeping(to, cases));
  }

  private static List<ServiceSuite> keeping(List<ServiceSuite> suites, Set<String> cases) {
    return suites.stream().map(suite -> suite.keeping(c -> cases.contains(c.id()))).toList();
  }

  /** How many cases are run on the two sides together. */
  int cases() {
    return from.stream()
        .flatMap(service -> service.operations().stream())
        .mapToInt(suite -> 2 * suite.cases().size())
        .sum();
  }
}
