package dev.assay.load.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.UserException;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.record.Flaw.Kind;
import dev.assay.load.record.SentRequest;
import dev.assay.load.record.Standing;
import dev.assay.load.record.Standings;
import dev.assay.load.request.LoadRequest;
import dev.assay.mock.EmbeddedTarget;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * When the answers of a load tell of credentials, addresses and gateways instead of the service.
 */
class ServiceDoubtsTest {

  private static final Profile PROFILE = new Profile("p", 2, 0.5, List.of(Phase.constant(10, 10)));

  private final Standings standings = new Standings(nanos -> nanos);
  private long clock;

  private static LoadPlan plan() {
    try {
      return LoadPlan.of(
          EmbeddedTarget.planned(),
          new Scenario(
              "both",
              List.of(
                  new Scenario.Share(TestRequests.LOG_MESSAGE, 1),
                  new Scenario.Share(TestRequests.LOG_FILE_SMALL, 1))),
          PROFILE);
    } catch (UserException e) {
      throw new AssertionError(e);
    }
  }

  private SentRequest sent() {
    return sent(TestRequests.LOG_MESSAGE);
  }

  private SentRequest sent(LoadRequest request) {
    Arrivals.Arrival arrival = new Arrivals.Arrival(clock, true, clock);
    return new SentRequest(request, plan().template(request), arrival, clock++);
  }

  private void accepted(int times) {
    for (int i = 0; i < times; i++) {
      standings.accepted(sent());
    }
  }

  private void failed(Kind kind, String words, int times) {
    for (int i = 0; i < times; i++) {
      standings.failed(sent(), kind, words, clock++);
    }
  }

  private ServiceDoubts doubts() {
    return new ServiceDoubts(plan(), standings.all());
  }

  private String reported() {
    return String.join("\n", doubts().ofCredentials(false).toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "REDIRECTED | status 307 (redirect to other:81) | no redirect is followed, lest credentials go along; if the service is there, set services.haptik.baseUrl to it",
        "TOKEN_REFUSED | status 401: who? | check the token in services.haptik",
        "REFUSED | status 403: you? | check registeredUser and businessId in services.haptik",
        "HELD_BACK | status 429, asks to wait | the quota is used up",
        "TURNED_AWAY | status 403, not from the service: blocked | let it through",
        "STRANGE | status 404: nothing | check services.haptik.baseUrl"
      })
  void where_nothing_was_accepted_the_cause_is_told(Kind kind, String words, String advice) {
    failed(kind, words, 20);
    failed(Kind.WRONG, "status 500", 5);
    failed(Kind.NO_ANSWER, "no answer: timed out", 100);
    assertThat(reported()).startsWith("not one request was accepted: http").contains(words, advice);
  }

  @Test
  void a_service_that_answers_wrongly_by_itself_is_in_no_doubt() {
    failed(Kind.WRONG, "status 500: {}", 20);
    failed(Kind.TOKEN_REFUSED, "status 401", 5);
    assertThat(reported()).isEmpty();
  }

  @Test
  void a_token_that_expires_is_told_although_answers_were_on_their_way() {
    accepted(50);
    SentRequest slow = sent();
    failed(Kind.TOKEN_REFUSED, "status 401: expired", 10);
    standings.accepted(slow);
    failed(Kind.TOKEN_REFUSED, "status 401: expired", 3);
    assertThat(reported())
        .startsWith("the token was accepted at first and no longer is: services.haptik ")
        .contains(
            "answered 13 requests with status 401: expired, as if it had expired at 00:00:00");
  }

  @Test
  void what_a_proxy_refused_is_told_as_its_answer() {
    accepted(50);
    failed(Kind.ON_THE_WAY, "on the way: the proxy http://p:1 does not let through", 20);
    failed(Kind.NO_ANSWER, "no answer: timed out", 5);
    assertThat(doubts().ofStrangers())
        .singleElement()
        .asString()
        .startsWith("20 requests did not get as far as http")
        .endsWith(": the proxy http://p:1 does not let through");
  }

  @Test
  void a_token_that_is_refused_now_and_then_is_the_services_own_affair() {
    for (int i = 0; i < 20; i++) {
      accepted(3);
      failed(Kind.TOKEN_REFUSED, "status 401", 4);
    }
    assertThat(reported()).isEmpty();
  }

  @Test
  void two_refusals_at_the_end_tell_nothing_unless_an_objective_is_missed() {
    accepted(50);
    failed(Kind.TOKEN_REFUSED, "status 401", 2);
    assertThat(reported()).isEmpty();
    assertThat(doubts().ofCredentials(true)).hasSize(1);
  }

  @Test
  void a_token_that_expired_is_told_although_it_was_renewed_later() {
    accepted(50);
    failed(Kind.TOKEN_REFUSED, "status 401", 3);
    SentRequest slow = sent();
    standings.renewed("haptik", clock++);
    standings.failed(slow, Kind.TOKEN_REFUSED, "status 401", clock++);
    accepted(50);
    assertThat(reported()).contains("answered 4 requests with status 401");
  }

  /** The same token is good there. */
  @Test
  void a_token_that_another_operation_accepts_has_not_expired() {
    accepted(50);
    for (int i = 0; i < 5; i++) {
      failed(Kind.TOKEN_REFUSED, "status 401", 3);
      standings.accepted(sent(TestRequests.LOG_FILE_SMALL));
    }
    assertThat(reported()).isEmpty();
  }

  @Test
  void what_several_load_generators_met_is_added_up() {
    accepted(50);
    failed(Kind.TOKEN_REFUSED, "status 401", 2);
    Standing met = standings.all().get("log-message");
    Standing one = new Standing(met.accepted(), 50, met.failures());
    assertThat(one.plus(one))
        .isEqualTo(
            new Standing(
                100,
                100,
                Map.of(Kind.TOKEN_REFUSED, new Standing.Failures(4, "status 401", 4, 51))));
  }

  @Test
  void a_firewall_that_makes_most_failures_is_told() {
    accepted(50);
    failed(Kind.TURNED_AWAY, "status 403, not from the service", 6);
    failed(Kind.WRONG, "status 500", 5);
    assertThat(doubts().ofStrangers().toList())
        .singleElement()
        .asString()
        .contains("answered 6 times with status 403, not from the service")
        .contains("let it through");
    failed(Kind.WRONG, "status 500", 5);
    assertThat(doubts().ofStrangers().toList()).isEmpty();
  }
}
