package dev.assay.app.contract;

import dev.assay.compare.baseline.CaseCatalog;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Every case that there is: those of a target, and those of the services that it lacks. */
final class AllCases {

  private final Map<String, Set<String>> cases = new TreeMap<>();
  private final Set<String> silent = new HashSet<>();

  private AllCases() {}

  static CaseCatalog of(Target target) {
    AllCases all = new AllCases();
    TestData data = new TestData(0);
    List<ServiceSuite> own = ServiceSuites.of(target, data);
    own.forEach(all::add);
    List<String> known = own.stream().map(ServiceSuite::service).toList();
    ServiceSuites.of(EmbeddedTarget.planned(), data).stream()
        .filter(suite -> !known.contains(suite.service()))
        .forEach(all::add);
    return new CaseCatalog(all.cases, all.silent);
  }

  private void add(ServiceSuite service) {
    for (OperationSuite suite : service.operations()) {
      for (Clause clause : suite.operation().clauses()) {
        cases.put(clause.id().value(), new HashSet<>());
      }
      suite.cases().forEach(this::add);
    }
  }

  private void add(ConformanceCase c) {
    for (ClauseCheck check : c.checks()) {
      cases.get(check.clause().id().value()).add(c.id());
      if (check.clause().level() == Level.SILENT) {
        silent.add(c.id());
      }
    }
  }
}
