package dev.assay.junit;

import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.assay.RunInfo;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.report.text.FailureBlock;
import dev.assay.request.TestData;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Links;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.TestFactory;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/**
 * The conformance suites as JUnit tests. A project implements {@link #target()} and gets one
 * dynamic test for each case, grouped by endpoint: a FAIL fails, an ERROR fails, a SKIP is aborted,
 * anything else passes.
 */
public interface ContractTests {

  /**
   * The service under test.
   *
   * @throws Exception if it cannot be had; the whole factory fails then
   */
  Target target() throws Exception;

  /** Plays all suites against the target, and tells each case's outcome as a test. */
  @TestFactory
  default Stream<DynamicNode> contract() throws Exception {
    Target target = Authenticator.authenticated(target());
    TestData data = new TestData(System.nanoTime());
    Target linked = Links.of(data, ServiceClient::overRestAssured).followed(target);
    List<ServiceSuite> suites = ServiceSuites.of(linked, data);
    Run run =
        new SuiteRunner(target, Progress.NONE)
            .run(suites, RunInfo.starting("junit", target.name()), false);
    Map<String, List<CaseResult>> byOperation =
        run.cases().stream()
            .collect(
                Collectors.groupingBy(
                    CaseResult::operation, LinkedHashMap::new, Collectors.toList()));
    Stream<DynamicNode> cases =
        byOperation.entrySet().stream()
            .map(
                entry ->
                    dynamicContainer(entry.getKey(), entry.getValue().stream().map(this::test)));
    Stream<DynamicNode> problems =
        run.problems().stream().map(problem -> dynamicTest("preflight", () -> fail(problem)));
    return Stream.concat(problems, cases);
  }

  private DynamicNode test(CaseResult result) {
    return dynamicTest(
        result.id() + ": " + result.description(),
        () -> {
          switch (result.outcome()) {
            case FAIL, ERROR ->
                fail(FailureBlock.of(result).map(FailureBlock::text).orElse(result.id()));
            case SKIP -> throw new TestAbortedException(result.skipped().orElse(""));
            default -> {}
          }
        });
  }

  private static void fail(String message) {
    throw new AssertionFailedError(message);
  }
}
