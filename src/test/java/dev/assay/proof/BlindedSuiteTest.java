package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.exchange.target.Target;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.defect.Defects;
import dev.assay.request.TestData;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.ResponseExpectations;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A proof notices when a suite has lost its sight. */
class BlindedSuiteTest {

  private static final String STATUS = "log-message/200/status";

  private static List<ServiceSuite> suites(Target target) {
    return ServiceSuites.of(target, new TestData(1));
  }

  private static Proof proof(Function<Target, List<ServiceSuite>> suites, String... defects)
      throws InterruptedException {
    List<Mutant> chosen = Stream.of(defects).map(id -> Defects.named(id).orElseThrow()).toList();
    return new MutationRunner(
            RunInfo.starting("1", "t"), ProofSubject.SHIPPED, suites, TrialListener.NONE, false)
        .prove(chosen, List.of());
  }

  /** The suites with every check of that clause changed so. */
  private static List<ServiceSuite> with(
      Target target, String clause, UnaryOperator<ClauseCheck> change) {
    return suites(target).stream()
        .map(
            service ->
                new ServiceSuite(
                    service.service(),
                    service.access(),
                    service.listing(),
                    service.operations().stream().map(s -> with(s, clause, change)).toList()))
        .toList();
  }

  private static OperationSuite with(
      OperationSuite suite, String clause, UnaryOperator<ClauseCheck> change) {
    List<ConformanceCase> cases =
        suite.cases().stream()
            .map(
                c ->
                    new ConformanceCase(
                        c.id(),
                        c.description(),
                        c.interaction(),
                        c.checks().stream()
                            .map(k -> k.clause().id().value().equals(clause) ? change.apply(k) : k)
                            .toList(),
                        c.skipped(),
                        c.role()))
            .toList();
    return new OperationSuite(
        suite.operation(), suite.clauses(), cases, suite.refusals(), suite.sign(), suite.reviews());
  }

  @Test
  void a_suite_that_sees_kills_both_defects() throws InterruptedException {
    Proof proof =
        proof(
            BlindedSuiteTest::suites,
            "upload-file-file-url-of-the-file-name",
            "log-message-200-answered-201");
    assertThat(proof.exact()).hasSize(2);
    assertThat(proof.conclusion()).isEqualTo(Conclusion.YES);
  }

  @Test
  void a_deleted_case_lets_the_defect_survive_that_it_alone_had_killed()
      throws InterruptedException {
    String deleted = "upload-file/200/file-url-distinct/same-name";
    Proof proof =
        proof(
            target ->
                suites(target).stream()
                    .map(service -> service.keeping(c -> !c.id().equals(deleted)))
                    .toList(),
            "upload-file-file-url-of-the-file-name",
            "log-message-200-answered-201");
    assertThat(proof.survivors())
        .singleElement()
        .satisfies(
            result ->
                assertThat(result.missed()).containsExactly("upload-file/200/file-url-distinct"));
    assertThat(proof.conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void a_check_that_accepts_anything_lets_its_clause_go_unblamed() throws InterruptedException {
    Proof proof =
        proof(
            target ->
                with(
                    target,
                    STATUS,
                    k -> new ClauseCheck(k.clause(), ResponseExpectations.anything(false))),
            "log-message-200-answered-201");
    assertThat(proof.survivors())
        .singleElement()
        .satisfies(result -> assertThat(result.missed()).containsExactly(STATUS));
    assertThat(proof.conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void an_inverted_check_blames_the_plain_mock_so_that_nothing_is_proven()
      throws InterruptedException {
    Proof proof =
        proof(
            target ->
                with(
                    target,
                    STATUS,
                    k -> new ClauseCheck(k.clause(), ResponseExpectations.status(201))),
            "log-message-200-answered-201");
    assertThat(proof.plain().blamed()).containsOnlyKeys(STATUS);
    assertThat(proof.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(proof.conclusion().exitCode()).isEqualTo(2);
  }
}
