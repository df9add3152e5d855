package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.contract.Clause;
import dev.assay.contract.Conflict;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code assay clauses}: the clauses, each with the cases that decide it. */
@Command(
    name = "clauses",
    mixinStandardHelpOptions = true,
    versionProvider = VersionProvider.class,
    description = "Prints every clause with its level, its source and the cases that decide it.",
    footer = {"", "Example: assay clauses log-message/401"})
final class ClausesCommand implements Callable<Integer> {

  private static final int SHOWN_CASES = 4;

  @Parameters(
      arity = "0..1",
      paramLabel = "PREFIX",
      description = "Only the clauses under that prefix, such as upload-file/400.")
  private String prefix;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter out = spec.commandLine().getOut();
    int shown = 0;
    for (ServiceSuite service : ServiceSuites.of(EmbeddedTarget.planned(), new TestData(0))) {
      for (OperationSuite suite : service.operations()) {
        List<Clause> clauses =
            suite.operation().clauses().stream()
                .filter(clause -> prefix == null || clause.id().isUnder(prefix))
                .toList();
        clauses.forEach(clause -> print(clause, suite, out));
        shown += clauses.size();
      }
    }
    if (shown == 0) {
      throw new UserException("no clause is under `" + prefix + "`; see `assay clauses`");
    }
    out.printf("%s clauses%n", shown);
    return 0;
  }

  private static void print(Clause clause, OperationSuite suite, PrintWriter out) {
    out.printf("%s  (%s)%n", clause.id(), clause.level().word());
    out.printf("  %s%n", clause.says());
    out.printf("  source: %s%n", clause.source());
    clause.intent().ifPresent(intent -> out.printf("  intent: %s%n", intent));
    clause.untested().ifPresent(reason -> out.printf("  untested: %s%n", reason));
    suite.operation().conflicts().stream()
        .filter(conflict -> conflict.clauses().contains(clause.id()))
        .map(Conflict::reading)
        .forEach(reading -> out.printf("  reading: %s%n", reading));
    List<String> cases =
        suite.cases().stream()
            .filter(c -> c.checks().stream().anyMatch(check -> check.clause().equals(clause)))
            .map(ConformanceCase::id)
            .toList();
    if (!cases.isEmpty()) {
      int more = cases.size() - SHOWN_CASES;
      out.printf(
          "  cases: %s%s%n",
          String.join(", ", cases.subList(0, Math.min(SHOWN_CASES, cases.size()))),
          more > 0 ? " and " + more + " more" : "");
    }
    out.println();
  }
}
