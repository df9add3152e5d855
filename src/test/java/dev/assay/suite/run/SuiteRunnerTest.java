package dev.assay.suite.run;

import static dev.assay.suite.ScriptedClient.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.RunInfo;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TestServices;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ScriptedClient;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.TestEvidence;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

/** How suites are played, whoever answers. */
class SuiteRunnerTest {

  private static final Target TARGET = EmbeddedTarget.planned();
  private static final String WHOLE_RUN = "log-message/200/message-id-unique/whole-run";
  private static final String REFUSED = "{\"error_message\": \"invalid authorization details\"}";

  /** Cases without pauses. */
  private static final String[] UNHURRIED = {
    "log-message/200/status", "log-message/200/message-id-unique/at-once"
  };

  private static List<ServiceSuite> suites(String... prefixes) {
    return ServiceSuites.of(TARGET, new TestData(1)).stream()
        .map(service -> service.selected(List.of(prefixes)))
        .filter(service -> !service.operations().isEmpty())
        .toList();
  }

  private static Run run(List<ServiceSuite> suites, ScriptedClient client, Progress progress)
      throws InterruptedException {
    return new SuiteRunner(TARGET, progress, (access, limits) -> client)
        .run(suites, RunInfo.starting("1", "t"), false);
  }

  private static ScriptedClient ids(Function<Long, Long> id) {
    AtomicLong count = new AtomicLong();
    return new ScriptedClient(
        r ->
            r.header("Authorization").isPresent()
                ? answer(r, 200, "{\"message_id\": " + id.apply(count.incrementAndGet()) + "}")
                : answer(r, 401, REFUSED));
  }

  private static CaseResult result(Run run, String id) {
    return run.cases().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @Test
  void results_are_in_the_order_of_the_suite_and_progress_hears_of_each() throws Exception {
    ConcurrentLinkedQueue<String> heard = new ConcurrentLinkedQueue<>();
    List<ServiceSuite> suites = suites(UNHURRIED);
    Run run = run(suites, ids(n -> n), result -> heard.add(result.id()));
    List<String> ran = run.cases().stream().map(CaseResult::id).toList();
    List<String> planned =
        suites.get(0).operations().get(0).cases().stream().map(ConformanceCase::id).toList();
    assertThat(ran).startsWith(planned.toArray(String[]::new)).endsWith(WHOLE_RUN);
    assertThat(heard).containsExactlyInAnyOrderElementsOf(ran);
    assertThat(heard.peek()).isEqualTo("log-message/200/plain");
    assertThat(run.documented()).isEqualTo(suites.get(0).operations().get(0).clauses());
    assertThat(run.problems()).isEmpty();
    assertThat(run.info().target()).isEqualTo(TARGET.name());
  }

  @Test
  void ids_that_never_repeat_are_unique_over_the_whole_run() throws Exception {
    CaseResult whole = result(run(suites(UNHURRIED), ids(n -> n), Progress.NONE), WHOLE_RUN);
    assertThat(whole.outcome()).isEqualTo(Outcome.PASS);
    assertThat(whole.description()).isEqualTo("no two messages of the whole run share their id");
    assertThat(whole.clauses()).hasSize(1);
  }

  @Test
  void an_id_that_comes_twice_far_apart_is_blamed() throws Exception {
    CaseResult whole = result(run(suites(UNHURRIED), ids(n -> n % 20), Progress.NONE), WHOLE_RUN);
    assertThat(whole.outcome()).isEqualTo(Outcome.FAIL);
  }

  @Test
  void an_operation_without_a_unique_member_has_no_such_verdict() throws Exception {
    ScriptedClient client =
        new ScriptedClient(r -> answer(r, 200, "{\"message\": \"ok\", \"file_url\": \"x\"}"));
    Run run = run(suites("upload-file/200"), client, Progress.NONE);
    assertThat(run.cases()).isNotEmpty().noneMatch(c -> c.id().endsWith("/whole-run"));
  }

  @Test
  void an_operation_that_cannot_be_judged_leaves_the_others_alone() throws Exception {
    ScriptedClient client =
        new ScriptedClient(
            r ->
                r.uri().getPath().contains("log_message")
                    ? ScriptedClient.failed(r, Failure.Kind.REFUSED, "nobody listens")
                    : answer(r, 200, "{\"message_id\": 1}"));
    Run run = run(suites("log-message/200/status", "log-file/200/status"), client, Progress.NONE);
    assertThat(run.problems()).containsExactly("nobody listens.");
    assertThat(run.cases())
        .filteredOn(c -> c.operation().equals("log-message"))
        .extracting(CaseResult::id)
        .containsExactly("log-message/200/plain");
    assertThat(run.cases()).filteredOn(c -> c.operation().equals("log-file")).hasSizeGreaterThan(3);
  }

  @Test
  void what_the_target_cannot_be_asked_is_not_sent() throws Exception {
    ServiceSuite service =
        ServiceSuites.of(withoutReadBack(), new TestData(1))
            .get(0)
            .selected(List.of("upload-file"));
    ScriptedClient client = new ScriptedClient(r -> answer(r, 200, "{\"message\": \"x\"}"));
    Run run = run(List.of(service), client, Progress.NONE);
    CaseResult skipped = result(run, "upload-file/403/no-message-left");
    assertThat(skipped.outcome()).isEqualTo(Outcome.SKIP);
    assertThat(skipped.exchanges()).isEmpty();
    assertThat(skipped.verdicts()).isEmpty();
    assertThat(client.sent()).allMatch(r -> r.uri().getPath().startsWith("/api/upload_file"));
  }

  private static Target withoutReadBack() {
    Service rooms = TARGET.service("rooms").orElseThrow();
    return new Target(
        TARGET.name(),
        List.of(
            TestServices.rooms(
                ServiceAccess.direct(rooms.baseUrl(), rooms.secrets()),
                rooms.values().get("memberRoom"),
                rooms.values().get("foreignRoom"),
                java.util.Optional.empty())),
        TARGET.fileHosts(),
        TARGET.clockSkew(),
        TARGET.limits());
  }

  @Test
  void a_case_that_needs_the_room_for_itself_comes_after_all_others() throws Exception {
    ScriptedClient client =
        new ScriptedClient(r -> answer(r, 200, "{\"message\": \"x\", \"file_url\": \"y\"}"));
    Run run = run(suites("upload-file/403"), client, Progress.NONE);
    assertThat(run.cases()).anyMatch(c -> c.id().equals("upload-file/403/no-message-left"));
    List<Request> sent = client.sent();
    int firstList =
        sent.indexOf(sent.stream().filter(r -> r.method().equals("GET")).findFirst().orElseThrow());
    assertThat(sent.subList(firstList, sent.size())).hasSize(8);
  }

  @Test
  void clients_are_closed_whatever_happens() throws Exception {
    ScriptedClient good = ids(n -> n);
    run(suites("log-message/200/status"), good, Progress.NONE);
    assertThat(good.isClosed()).isTrue();

    Function<Request, Exchange> throwing =
        r -> {
          throw new IllegalStateException("a client");
        };
    ScriptedClient bad = new ScriptedClient(throwing);
    assertThatThrownBy(() -> run(suites("log-message/200/status"), bad, Progress.NONE))
        .hasMessage("a case could not be played")
        .hasRootCauseMessage("a client");
    assertThat(bad.isClosed()).isTrue();
  }

  @Test
  void a_run_that_was_interrupted_before_it_began_sends_nothing() throws Exception {
    ScriptedClient client = ids(n -> n);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> run(suites(UNHURRIED), client, Progress.NONE))
        .isInstanceOf(InterruptedException.class);
    assertThat(client.isClosed()).isTrue();
    assertThat(client.sent()).isEmpty();
  }

  @Test
  void a_case_that_is_interrupted_while_it_waits_decides_nothing() {
    OperationSuite suite = suites("log-message/200").get(0).operations().get(0);
    ConformanceCase waiting =
        suite.cases().stream().filter(c -> c.interaction().waits()).findFirst().orElseThrow();
    ScriptedClient client =
        new ScriptedClient(
            r -> {
              Thread.currentThread().interrupt();
              return answer(r, 200, "{}");
            });
    OperationRun run =
        new OperationRun(
            suite, "haptik", client, TestEvidence.recorder(), Progress.NONE, Journal.NONE);
    run.run(waiting);
    assertThat(Thread.interrupted()).as("whoever waits for it is told").isTrue();
    assertThat(run.results())
        .singleElement()
        .satisfies(result -> assertThat(result.outcome()).isEqualTo(Outcome.ERROR))
        .satisfies(result -> assertThat(result.exchanges()).isEmpty());
  }
}
