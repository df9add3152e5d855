package dev.assay.proof;

import dev.assay.contract.Clause;
import dev.assay.exchange.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.Principals;
import dev.assay.suite.Progress;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.SuiteRunner;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Where trials are played, each with a mock of its own.
 *
 * @param version of Assay, for the record
 * @param suites makes the suites for a target
 * @param audience is told about each trial
 */
record Stage(String version, Function<Target, List<ServiceSuite>> suites, Audience audience) {

  Trial play(Scene scene) throws InterruptedException {
    Run run = run(scene);
    Blame blame = new Blame(run);
    Trial trial =
        new Trial(
            scene.id(),
            scene.operation(),
            scene.says(),
            inOrder(scene.breaks(), run.ledger()),
            blame.byClause(),
            blame.undecided(),
            run.conclusion(),
            run.duration());
    audience.finished(trial, run);
    return trial;
  }

  private Run run(Scene scene) throws InterruptedException {
    try (MockServer mock = MockServer.start(0, Principals.sample(), scene.deviations())) {
      Target target = EmbeddedTarget.of(mock);
      return new SuiteRunner(target, Progress.NONE)
          .run(scene.of(suites.apply(target)), version, false);
    }
  }

  /** In document order; what no document knows comes last, and will be missed. */
  private static List<String> inOrder(Set<String> breaks, List<Clause> ledger) {
    List<String> known = ledger.stream().map(clause -> clause.id().value()).toList();
    List<String> ordered = new ArrayList<>(known.stream().filter(breaks::contains).toList());
    breaks.stream().filter(id -> !known.contains(id)).sorted().forEach(ordered::add);
    return ordered;
  }
}
