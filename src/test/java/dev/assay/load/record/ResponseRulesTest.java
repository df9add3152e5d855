package dev.assay.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Response;
import dev.assay.load.plan.Arrivals;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.TestRequests;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResponseRulesTest {

  private final LoadPlan plan = plan();
  private final ResponseRules rules = new ResponseRules(plan);

  private static LoadPlan plan() {
    return LoadPlan.of(
        EmbeddedTarget.at(URI.create("http://127.0.0.1:80"), TestAccounts.sample()),
        TestRequests.messages(),
        new Profile("p", 1, 0.5, List.of(Phase.constant(1, 1))));
  }

  private Optional<String> flaw(int status, String body) {
    return flaw(status, Map.of(), body).map(Flaw::what);
  }

  private Optional<Flaw> flaw(int status, Map<String, String> headers, String body) {
    ReceivedResponse answer =
        new ReceivedResponse(
            status,
            name -> Optional.ofNullable(headers.get(name)),
            body.getBytes(StandardCharsets.UTF_8));
    SentRequest sent =
        new SentRequest(
            TestRequests.LOG_MESSAGE,
            plan.template(TestRequests.LOG_MESSAGE),
            new Arrivals.Arrival(0, true, 0),
            0);
    return rules.flaw(sent, answer, "m17", (rule, id) -> {});
  }

  private static String receipt(String id) {
    return "{\"message_id\":%s,\"message_body\":\"Assay checks message m17.\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}"
        .formatted(id);
  }

  @Test
  void a_documented_answer_has_no_flaw_but_its_id_may_not_come_twice() {
    assertThat(flaw(200, receipt("17"))).isEmpty();
    assertThat(flaw(200, receipt("18"))).isEmpty();
    assertThat(flaw(200, receipt("17")))
        .contains("message_id was already given to another message");
  }

  @Test
  void an_integer_may_be_written_with_a_point_or_an_exponent() {
    assertThat(flaw(200, receipt("9007199254740993.0"))).isEmpty();
    assertThat(flaw(200, receipt("9007199254740992.0"))).isEmpty();
    assertThat(flaw(200, receipt("9.007199254740993e15")))
        .contains("message_id was already given to another message");
    assertThat(flaw(200, receipt("17.5"))).contains("message_id is no integer");
  }

  @Test
  void an_id_beyond_64_bits_is_counted_as_not_compared() {
    assertThat(flaw(200, receipt("123456789012345678901234567890"))).isEmpty();
    assertThat(rules.uncheckedIds()).isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "201 | {} | status 201",
        "200 | <html> | the body is no JSON",
        "200 | [] | the body is no JSON object",
        "200 | {\"message_id\":\"1\"} | message_id is no integer",
        "200 | {\"message_id\":1,\"message_body\":\"hallo\"} | message_body is not what was sent",
        "200 | {\"message_id\":1,\"message_body\":\"Assay checks message m17.\",\"created_at\":\"\",\"message_type\":1} | message_type is not what was sent",
        "200 | {\"message_id\":1,\"message_body\":\"Assay checks message m17.\",\"message_type\":0} | created_at is no string"
      })
  void what_is_wrong_is_told(int status, String body, String flaw) {
    assertThat(flaw(status, body)).contains(flaw);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "307 | Location | http://other:81/v1/x?t=1 | - | REDIRECTED | status 307 (redirect to other:81)",
        "301 | Location | https://127.0.0.1/v1/x | - | REDIRECTED | status 301 (redirect to https://127.0.0.1)",
        "308 | Location | /v1/x/ | - | REDIRECTED | status 308 (redirect to 127.0.0.1:80)",
        "302 | Location | //me:secret@other/ | - | REDIRECTED | status 302 (redirect to other)",
        "303 | Location | http://[ | - | REDIRECTED | status 303 (redirect to no valid URL)",
        "304 | - | - | - | STRANGE | status 304",
        "429 | - | - | slow down | HELD_BACK | status 429, asks to wait: slow down",
        "403 | Retry-After | 30 | {\"message\":\"quota\"} | HELD_BACK | status 403, asks to wait: {\"message\":\"quota\"}",
        "503 | Retry-After | 1 | - | HELD_BACK | status 503, asks to wait",
        "403 | - | - | <html>Blocked</html> | TURNED_AWAY | status 403, not from the service: <html>Blocked</html>",
        "403 | - | - | {\"error_message\":\"user is not registered\"} | REFUSED | status 403: {\"error_message\":\"user is not registered\"}",
        "401 | - | - | who? | TOKEN_REFUSED | status 401: who?",
        "407 | - | - | - | TURNED_AWAY | status 407, from a proxy",
        "500 | - | - | {\"error_message\":\"no\"} | WRONG | status 500: {\"error_message\":\"no\"}",
        "503 | - | - | <html>Bad</html> | STRANGE | status 503: <html>Bad</html>",
        "200 | - | - | <html>Log in</html> | STRANGE | the body is no JSON: <html>Log in</html>"
      })
  void what_an_answer_tells_is_told_apart(
      int status, String header, String value, String body, Flaw.Kind kind, String reason) {
    Map<String, String> headers = header == null ? Map.of() : Map.of(header, value);
    Flaw flaw = flaw(status, headers, body == null ? "" : body).orElseThrow();
    assertThat(flaw.kind()).isEqualTo(kind);
    assertThat(new Reasons(UnaryOperator.identity()).of(flaw)).isEqualTo(reason);
  }

  @Test
  void json_is_read_as_far_as_a_contract_run_reads_it() {
    String deep = "{\"a\":" + "[".repeat(600) + "]".repeat(600) + "}";
    assertThat(flaw(200, Map.of(), deep).orElseThrow().kind()).isEqualTo(Flaw.Kind.UNREAD);
    String long1 = "{\"a\":\"" + "x".repeat(Response.KEPT_BYTES) + "\"}";
    assertThat(flaw(200, Map.of(), long1).orElseThrow().what()).contains("more than 256 KiB");
    assertThat(flaw(200, receipt("1") + receipt("2"))).contains("the body is no JSON");
    assertThat(flaw(200, "\uFEFF" + receipt("3"))).isEmpty();
  }

  @Test
  void the_set_of_ids_is_exact_until_it_is_full() {
    IdDeduplicator seen = new IdDeduplicator(10_000);
    Set<Long> model = new HashSet<>();
    Random random = new Random(1);
    for (int i = 0; i < 9_000; i++) {
      long id = random.nextInt(20_000) - 10_000L;
      assertThat(seen.add(id)).isEqualTo(model.add(id));
    }
    assertThat(seen.unchecked()).isZero();
    for (long id = 100_000; id < 120_000; id++) {
      seen.add(id);
    }
    assertThat(seen.unchecked()).isPositive();
  }
}
