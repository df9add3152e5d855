package dev.assay.load;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AnswerRulesTest {

  private final AnswerRules rules = new AnswerRules();

  private Optional<String> flaw(int status, String body) {
    return rules.flaw(
        LoadRequest.LOG_MESSAGE, status, body.getBytes(StandardCharsets.UTF_8), "hello", 0);
  }

  private static String receipt(String id) {
    return "{\"message_id\":%s,\"message_body\":\"hello\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}"
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
        "200 | {\"message_id\":1,\"message_body\":\"hello\",\"message_type\":1} | message_type is not what was sent",
        "200 | {\"message_id\":1,\"message_body\":\"hello\",\"message_type\":0} | created_at is no string"
      })
  void what_is_wrong_is_told(int status, String body, String flaw) {
    assertThat(flaw(status, body)).contains(flaw);
  }

  @Test
  void the_set_of_ids_is_exact_until_it_is_full() {
    SeenIds seen = new SeenIds(10_000);
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
