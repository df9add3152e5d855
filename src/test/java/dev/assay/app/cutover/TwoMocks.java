package dev.assay.app.cutover;

import dev.assay.RunInfo;
import dev.assay.app.ProgressDisplay;
import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.Cutover;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.PairRunner;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Two mocks beside each other, the second with a deviation. */
final class TwoMocks implements AutoCloseable {

  private final MockServer old = MockServer.startOneOf(2, TestAccounts.sample());
  private final MockServer fresh = MockServer.startOneOf(2, TestAccounts.sample());
  private final Target from = EmbeddedTarget.of(old);
  private final Target to = EmbeddedTarget.of(fresh);

  /** Made once, for that takes longer than many a cutover. */
  private final SuitePair all = SuitePair.of(from, to, new TestData(1), List.of());

  /** Every cheap case of the deviation's operation, and all that decide what it breaks. */
  Cutover differingBy(Mutant deviation) throws Exception {
    return cutover(
        List.of(),
        List.of(deviation),
        operation(deviation),
        c -> isCheap(c) || decides(c, deviation.breaks()));
  }

  /** The same where the old one has the deviation. */
  Cutover mending(Mutant deviation) throws Exception {
    return cutover(
        List.of(deviation),
        List.of(),
        operation(deviation),
        c -> isCheap(c) || decides(c, deviation.breaks()));
  }

  private static List<String> operation(Mutant deviation) {
    return deviation.operation().isEmpty() ? List.of() : List.of(deviation.operation());
  }

  /** Only cases under that prefix. */
  Cutover differingBy(Mutant deviation, String select) throws Exception {
    return cutover(List.of(), List.of(deviation), List.of(select), c -> true);
  }

  private Cutover cutover(
      List<Mutant> before,
      List<Mutant> after,
      List<String> select,
      Predicate<ConformanceCase> wanted)
      throws Exception {
    old.startAfresh(before);
    fresh.startAfresh(after);
    SuitePair suites =
        new SuitePair(
            keeping(selected(all.from(), select), wanted),
            keeping(selected(all.to(), select), wanted));
    return new CutoverRunner(
            new PairRunner.Side(from),
            new PairRunner.Side(to),
            suites,
            2,
            ServiceClient::overApache)
        .run(
            RunInfo.starting("1", "t"),
            false,
            ProgressDisplay.NONE,
            Cancellation.onRequest(),
            soFar -> {});
  }

  private static List<ServiceSuite> selected(List<ServiceSuite> suites, List<String> select) {
    return suites.stream()
        .map(suite -> suite.selected(select))
        .filter(suite -> !suite.operations().isEmpty())
        .toList();
  }

  private static List<ServiceSuite> keeping(
      List<ServiceSuite> suites, Predicate<ConformanceCase> wanted) {
    return suites.stream().map(suite -> suite.keeping(wanted)).toList();
  }

  private static boolean isCheap(ConformanceCase c) {
    return !c.interaction().isHeavy()
        && !c.interaction().waits()
        && c.interaction().planned().size() < 10;
  }

  private static boolean decides(ConformanceCase c, Set<String> clauses) {
    return c.checks().stream().anyMatch(check -> clauses.contains(check.clause().id().value()));
  }

  /** The clauses with that relation. */
  static Set<String> having(ClauseChange relation, Cutover cutover) {
    return cutover.having(relation).stream()
        .map(comparison -> comparison.clause().id().value())
        .collect(Collectors.toSet());
  }

  @Override
  public void close() {
    old.close();
    fresh.close();
  }
}
