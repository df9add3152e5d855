package dev.assay.load.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A thousand failures are a few reasons, and none of them has a credential in it. */
class ReasonsTest {

  private final Reasons reasons = new Reasons(text -> text.replace("Sesame-Open-42", "$TOKEN"));

  private String reason(String text) {
    return reasons.of(new Flaw(Flaw.Kind.WRONG, "status 500", text));
  }

  @Test
  void texts_that_differ_in_numbers_ids_and_times_are_one_reason_in_the_words_of_the_first() {
    Set<String> reported =
        IntStream.range(0, 1_000)
            .mapToObj(
                i ->
                    "{\"error\":\"request %d-%x failed at 2026-11-27T18:22:%02d.5Z\"}"
                        .formatted(i, 31 * i, i % 60))
            .map(this::reason)
            .collect(Collectors.toSet());
    assertThat(reported)
        .containsExactly(
            "status 500: {\"error\":\"request 0-0 failed at 2026-11-27T18:22:00.5Z\"}");
  }

  @Test
  void texts_that_differ_in_words_are_a_few_reasons_and_the_rest_together() {
    Set<String> reported =
        IntStream.range(0, 1_000)
            .mapToObj(i -> reason("a".repeat(i % 100 + 1)))
            .collect(Collectors.toSet());
    assertThat(reported).hasSize(5).contains("status 500: a", "status 500, with other texts");
  }

  @Test
  void no_text_is_long_and_credentials_are_replaced_before_it_is_cut() {
    assertThat(reason("x".repeat(155) + " Sesame-Open-42")).hasSize(12 + 161).endsWith(" $TOK…");
    assertThat(reasons.of(Flaw.noAnswer("no answer: Sesame-Open-42")))
        .isEqualTo("no answer: $TOKEN");
  }

  @Test
  void statuses_stay_apart_and_reasons_without_end_are_one() {
    assertThat(reasons.of(Flaw.wrong("status 500"))).isEqualTo("status 500");
    assertThat(reasons.of(Flaw.wrong("status 501"))).isEqualTo("status 501");
    Set<String> reported =
        IntStream.range(0, 1_000)
            .mapToObj(i -> reasons.of(Flaw.wrong("status 307 (redirect to h" + i + ")")))
            .collect(Collectors.toSet());
    assertThat(reported).hasSizeLessThan(110).contains("other reasons");
  }

  @Test
  void what_several_load_generators_counted_is_added_up_in_the_same_words() {
    Map<String, Long> counts = new HashMap<>(Map.of("status 500: request 1 failed", 3L));
    Reasons.add(counts, "status 500: request 77 failed", 4);
    Reasons.add(counts, "status 503: request 77 failed", 1);
    assertThat(counts)
        .containsOnly(
            Map.entry("status 500: request 1 failed", 7L),
            Map.entry("status 503: request 77 failed", 1L));
  }
}
