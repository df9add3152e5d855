package dev.assay.suite.run;

import static dev.assay.suite.InterceptedClient.refusingFrom;
import static dev.assay.suite.ScriptedClient.answer;
import static java.util.stream.Collectors.toSet;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.InterceptedClient;
import dev.assay.suite.InterceptedClient.Interceptor;
import dev.assay.suite.ScriptedClient;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A conforming service whose credentials, way or load change while a run is under way. */
class PreconditionTest {

  private static final String NO_TOKEN = "{\"error_message\": \"invalid authorization details\"}";
  private static final String NO_USER = "{\"error_message\": \"user is not registered\"}";
  private static final String BUSY = "{\"error\": \"overloaded\"}";
  private static final String PAGE = "<html><h1>Request blocked</h1></html>";
  private static final Set<Outcome> BLAME = EnumSet.of(Outcome.FAIL, Outcome.WARN);
  private static final String MESSAGE = "log-message";

  private static Run run(String select, Interceptor interceptor) throws InterruptedException {
    return runWith(select, InterceptedClient.behind(ServiceClient::overApache, interceptor));
  }

  private static Run runWith(String select, Client.Factory maker) throws InterruptedException {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      Target target = EmbeddedTarget.of(mock);
      List<ServiceSuite> suites =
          ServiceSuites.of(target, new TestData(1)).stream()
              .map(suite -> suite.selected(List.of(select)))
              .map(suite -> suite.keeping(c -> !c.interaction().isHeavy()))
              .filter(suite -> !suite.operations().isEmpty())
              .toList();
      return new SuiteRunner(target, Progress.NONE, maker)
          .run(suites, RunInfo.starting("1", "t"), false);
    }
  }

  /** A client whose token is refused from a request on, until it is renewed. */
  private static Client.Factory expiringAt(int first, AtomicInteger renewals) {
    return (access, limits) -> {
      Client real = ServiceClient.overApache(access, limits);
      AtomicInteger count = new AtomicInteger();
      int before = renewals.get();
      return new Client() {
        @Override
        public Exchange send(Request request) {
          boolean refused = count.getAndIncrement() >= first && renewals.get() == before;
          return refused ? ScriptedClient.answer(request, 401, NO_TOKEN) : real.send(request);
        }

        @Override
        public boolean renewCredentials() {
          return renewals.incrementAndGet() > before;
        }

        @Override
        public void close() {
          real.close();
        }
      };
    };
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 60, 120, 200})
  void a_token_that_can_be_renewed_is_and_what_it_was_refused_for_is_asked_again(int first)
      throws Exception {
    AtomicInteger renewals = new AtomicInteger();
    Run run = runWith(MESSAGE, expiringAt(first, renewals));
    assertThat(run.problems()).isEmpty();
    assertThat(run.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(statuses(run)).isEqualTo(statuses(run(MESSAGE, (request, n) -> Optional.empty())));
    assertThat(renewals.get()).isEqualTo(1);
  }

  /** How each request of each case was answered. */
  private static Map<String, List<Optional<Integer>>> statuses(Run run) {
    return run.cases().stream()
        .collect(
            Collectors.toMap(
                CaseResult::id,
                c ->
                    c.evidence().received().stream()
                        .map(exchange -> exchange.response().map(Response::status))
                        .toList()));
  }

  private static List<CaseResult> having(Run run, Predicate<CaseResult> such) {
    return run.cases().stream().filter(such).toList();
  }

  private static void assertNothingBlamed(Run run) {
    assertThat(having(run, result -> BLAME.contains(result.outcome()))).isEmpty();
    assertThat(run.conclusion()).isEqualTo(Conclusion.UNDECIDED);
  }

  private static CaseResult result(Run run, String id) {
    return run.cases().stream().filter(c -> c.id().equals(id)).findFirst().orElseThrow();
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 10, 60, 120, 200})
  void a_token_that_expires_ends_the_run_undecided_and_says_so(int first) throws Exception {
    Run run = run(MESSAGE, refusingFrom(first, 401, NO_TOKEN));
    assertNothingBlamed(run);
    assertThat(run.problems())
        .singleElement()
        .asString()
        .startsWith("the token was accepted at first and no longer is: http://127.0.0.1")
        .endsWith(
            "now answers the documented request with 401 "
                + NO_TOKEN
                + "; renew the token in services.haptik.");
    assertThat(having(run, c -> c.outcome() == Outcome.PASS)).isNotEmpty();
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "401 | {\"error_message\": \"token expired\"} | the token was accepted at first",
        "401 | '' | the token was accepted at first",
        "403 | {\"error_message\": \"user is not registered\"} | the user or room was accepted",
        "403 | <html>Request blocked</html> | 403 <html>Request blocked</html>; see whether a fire",
        "404 | {\"error_message\": \"gone\"} | the documented request was accepted at first",
        "503 | {\"error_message\": \"overloaded\"} | 503 {\"error_message\": \"overloaded\"}; see",
        "502 | <html>nginx</html> | the documented request was accepted at first and no longer is"
      })
  void whatever_else_changes_for_the_documented_request_is_told(
      int status, String body, String told) throws Exception {
    Run run = run(MESSAGE, refusingFrom(50, status, body));
    assertNothingBlamed(run);
    assertThat(run.problems()).singleElement().asString().contains(told);
  }

  @Test
  void a_documented_request_is_sent_again_three_times_and_not_for_each_case() throws Exception {
    IntFunction<Request> another = precondition().interaction().another();
    Set<Request> again = Set.of(another.apply(1), another.apply(2), another.apply(3));
    Set<Request> sent = ConcurrentHashMap.newKeySet();
    Run run =
        run(
            MESSAGE,
            (request, number) -> {
              sent.add(request);
              return refusingFrom(50, 401, NO_TOKEN).intercept(request, number);
            });
    assertThat(run.problems()).hasSize(1);
    assertThat(again).hasSize(3);
    assertThat(bodies(sent)).containsAll(bodies(again));
    assertThat(bodies(sent)).doesNotContain(another.apply(4).body());
  }

  @Test
  void a_service_that_takes_no_request_twice_is_blamed() throws Exception {
    Set<Body> seen = ConcurrentHashMap.newKeySet();
    Run run =
        run(
            "log-message/200/message-id-unique/same-message",
            (request, number) ->
                seen.add(request.body())
                    ? Optional.empty()
                    : Optional.of(answer(request, 409, "{\"error_message\": \"had it\"}")));
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.problems()).isEmpty();
  }

  private static Set<Body> bodies(Set<Request> requests) {
    return requests.stream().map(Request::body).collect(toSet());
  }

  private static ConformanceCase precondition() {
    return ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1))
        .get(0)
        .operations()
        .get(0)
        .precondition();
  }

  @Test
  void a_pass_that_an_expired_token_would_have_given_anyway_is_none() throws Exception {
    Run run = run("log-message/401", refusingFrom(2, 401, NO_TOKEN));
    assertNothingBlamed(run);
    assertThat(run.cases()).hasSizeGreaterThan(1);
    assertThat(having(run, c -> c.outcome() == Outcome.PASS))
        .extracting(CaseResult::id)
        .containsExactly("log-message/200/plain");
  }

  @Test
  void what_was_accepted_although_it_should_not_is_blamed_all_the_same() throws Exception {
    AtomicInteger stranger = new AtomicInteger();
    Run run =
        run(
            "log-message/403/unregistered-user",
            (request, number) ->
                number == 1
                    ? Optional.empty()
                    : Optional.of(
                        stranger.getAndIncrement() == 0
                            ? answer(request, 200, "{\"message_id\": 1}")
                            : answer(request, 401, NO_TOKEN)));
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.problems()).hasSize(1);
  }

  @Test
  void a_service_that_refuses_a_good_token_now_and_then_is_blamed() throws Exception {
    Run run =
        run(
            "log-message/200",
            (request, number) ->
                number % 5 == 0 ? Optional.of(answer(request, 401, NO_TOKEN)) : Optional.empty());
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.problems()).isEmpty();
  }

  private static boolean isInOrderOfSample(Request request) {
    return request.body() instanceof Body.Text body && body.text().startsWith("{\"message_body");
  }

  @ParameterizedTest
  @CsvSource({"401", "403", "404", "500", "502", "503", "504"})
  void a_single_documented_request_that_is_always_refused_is_the_fault_of_the_service(int status)
      throws Exception {
    Run run =
        run(
            "log-message/request",
            (request, number) ->
                isInOrderOfSample(request)
                    ? Optional.of(answer(request, status, "{\"error_message\": \"no\"}"))
                    : Optional.empty());
    assertThat(result(run, "log-message/request/member-order").outcome()).isEqualTo(Outcome.FAIL);
    assertThat(run.problems()).isEmpty();
  }

  @Test
  void a_page_in_place_of_a_promised_success_is_undecided_and_shown() throws Exception {
    Run run =
        run(
            "log-message/request",
            (request, number) ->
                isInOrderOfSample(request)
                    ? Optional.of(answer(request, 403, PAGE))
                    : Optional.empty());
    assertNothingBlamed(run);
    assertThat(run.problems()).isEmpty();
    assertThat(result(run, "log-message/request/member-order").worst().orElseThrow().actual())
        .contains("a firewall may have done")
        .contains("status 403, " + PAGE);
  }

  @Test
  void a_page_in_place_of_every_documented_refusal_is_the_fault_of_the_service() throws Exception {
    Run run =
        run(
            "log-message/401/missing-header",
            (request, number) ->
                request.header("Authorization").isEmpty()
                    ? Optional.of(answer(request, 403, PAGE))
                    : Optional.empty());
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void a_recorded_refusal_of_the_right_token_is_looked_into() throws Exception {
    Run run = run("log-message/silent/field-values", refusingFrom(40, 401, NO_TOKEN));
    assertNothingBlamed(run);
    assertThat(run.problems()).hasSize(1);
    assertThat(having(run, c -> c.outcome() == Outcome.ERROR)).isNotEmpty();
  }

  @Test
  void a_user_that_is_removed_is_told_of() throws Exception {
    Run run = run("log-message/200", refusingFrom(20, 403, NO_USER));
    assertNothingBlamed(run);
    assertThat(run.problems()).singleElement().asString().startsWith("the user or room was");
  }

  @Test
  void an_overload_that_stays_is_told_of() throws Exception {
    Run run = run("log-message", refusingFrom(100, 503, BUSY));
    assertNothingBlamed(run);
    assertThat(run.problems()).singleElement().asString().contains("too many requests");
  }
}
