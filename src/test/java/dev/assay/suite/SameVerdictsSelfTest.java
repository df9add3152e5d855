package dev.assay.suite;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.RunInfo;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.defect.Defects;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The same seed against the same service gives the same verdicts, however busy the machine is. */
@Tag("slow")
class SameVerdictsSelfTest {

  private static final int RUNS = 20;
  private static final int AT_ONCE = 3;
  private static final List<Mutant> BROKEN =
      Stream.of(
              "log-message-200-answered-201",
              "log-file-200-answered-201",
              "upload-file-200-answered-201")
          .map(Defects::named)
          .map(Optional::orElseThrow)
          .toList();

  @Test
  void twenty_runs_of_all_suites_side_by_side_judge_the_same() throws Exception {
    ExecutorService sideBySide = Executors.newFixedThreadPool(AT_ONCE);
    try {
      List<Future<String>> runs = new ArrayList<>();
      for (int i = 0; i < RUNS; i++) {
        runs.add(sideBySide.submit(SameVerdictsSelfTest::verdicts));
      }
      String first = runs.get(0).get();
      assertThat(first).contains(" FAIL").contains(" PASS").doesNotContain(" ERROR");
      for (Future<String> run : runs) {
        assertThat(run.get()).isEqualTo(first);
      }
    } finally {
      sideBySide.shutdownNow();
    }
  }

  /** A line for each verdict: its case, its clause, and what was judged. */
  private static String verdicts() throws InterruptedException {
    try (MockServer mock = MockServer.startOneOf(AT_ONCE, TestAccounts.sample())) {
      mock.startAfresh(BROKEN);
      Target target = EmbeddedTarget.of(mock);
      Run run =
          new SuiteRunner(target, Progress.NONE, ServiceClient::overRestAssured)
              .run(ServiceSuites.of(target, new TestData(1)), RunInfo.starting("1", "t"), false);
      return run.cases().stream().flatMap(SameVerdictsSelfTest::lines).collect(joining("\n"));
    }
  }

  private static Stream<String> lines(CaseResult result) {
    return result.verdicts().stream()
        .map(verdict -> result.id() + ": " + verdict.clause().id() + " " + verdict.outcome());
  }
}
