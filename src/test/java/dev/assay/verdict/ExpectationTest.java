package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpectationTest {

  private static final Exchange GOOD = Exchanges.answer(200, "{}");
  private static final Exchange BAD = Exchanges.answer(500, "{}");
  private static final Exchange NONE = Exchanges.failed(Failure.Kind.TIMEOUT);
  private static final Expectation OK = ResponseExpectations.status(200);

  @Test
  void one_broken_exchange_breaks_the_whole_and_is_named() {
    assertThat(OK.examine(List.of(GOOD, BAD, GOOD)))
        .isEqualTo(new Violated("status 500, {} (request 2 of 3)", 1));
  }

  @Test
  void the_first_of_several_broken_ones_is_shown() {
    assertThat(OK.examine(List.of(GOOD, BAD, BAD)).shownBy()).contains(1);
  }

  @Test
  void a_single_exchange_needs_no_number() {
    assertThat(OK.examine(List.of(BAD))).isEqualTo(new Violated("status 500, {}", 0));
  }

  @Test
  void a_failure_leaves_it_undecided_unless_another_exchange_breaks_it() {
    assertThat(OK.examine(List.of(GOOD, NONE)))
        .isEqualTo(new Inconclusive("no answer: TIMEOUT (request 2 of 2)", 1));
    assertThat(OK.examine(List.of(NONE, BAD))).isInstanceOf(Violated.class);
  }

  @Test
  void the_gravest_finding_counts() {
    Finding kept = new Satisfied("k");
    Finding moot = new NotApplicable("m");
    Finding odd = new Observed("o", true, 0);
    Finding plain = new Observed("p", false, 0);
    assertThat(worst(moot, kept)).isEqualTo(kept);
    assertThat(worst(kept, plain)).isEqualTo(kept);
    assertThat(worst(moot, plain)).isEqualTo(new Observed("p", false, 1));
    assertThat(worst(kept, odd)).isEqualTo(new Observed("o", true, 1));
    assertThat(worst(odd, new Inconclusive("u", 0))).isInstanceOf(Inconclusive.class);
    assertThat(worst(new Inconclusive("u", 0), new Violated("b", 0))).isInstanceOf(Violated.class);
    assertThat(worst(moot, moot)).isEqualTo(moot);
  }

  private static Finding worst(Finding first, Finding second) {
    return Expectation.ofEach("each", exchange -> exchange.equals(GOOD) ? first : second)
        .examine(List.of(GOOD, BAD));
  }

  @Test
  void an_expectation_of_one_exchange_looks_at_no_other() {
    Expectation second = Expectation.ofOne(1, "it", exchange -> new Violated("b", 0));
    assertThat(second.describe()).isEqualTo("it");
    assertThat(second.examine(List.of(NONE, GOOD))).isEqualTo(new Violated("b", 1));
    assertThat(second.examine(List.of(GOOD, NONE)))
        .isEqualTo(new Inconclusive("no answer: TIMEOUT", 1));
  }

  @Test
  void an_exchange_that_did_not_take_place_is_moot() {
    assertThat(Expectation.ofOne(1, "it", exchange -> new Violated("b", 0)).examine(List.of(GOOD)))
        .isInstanceOf(NotApplicable.class);
  }

  @Test
  void only_the_first_exchange_can_be_asked() {
    assertThat(OK.onFirst().examine(List.of(GOOD, BAD))).isInstanceOf(Satisfied.class);
    assertThat(OK.onFirst().examine(List.of(BAD, GOOD)))
        .isEqualTo(new Violated("status 500, {}", 0));
    assertThat(OK.onFirst().describe()).isEqualTo(OK.describe());
    assertThat(OK.onFirst().examine(List.of())).isInstanceOf(Inconclusive.class);
  }

  @Test
  void only_the_last_exchange_can_be_asked() {
    List<Exchange> two = List.of(Exchanges.answer(500, ""), Exchanges.answer(200, ""));
    assertThat(ResponseExpectations.status(200).onLast().examine(two))
        .isEqualTo(new Satisfied("status 200"));
    assertThat(ResponseExpectations.status(500).onLast().examine(two))
        .isEqualTo(new Violated("status 200, no body", 1));
  }

  @Test
  void what_holds_only_where_something_else_does_is_moot_elsewhere() {
    Expectation held =
        ResponseExpectations.status(200).onLast().where(ResponseExpectations.status(401).onFirst());
    Exchange refused = Exchanges.answer(401, "");
    assertThat(held.examine(List.of(refused, Exchanges.answer(200, ""))))
        .isInstanceOf(Satisfied.class);
    assertThat(held.examine(List.of(refused, refused))).isInstanceOf(Violated.class);
    assertThat(held.examine(List.of(Exchanges.answer(403, ""), refused)))
        .isEqualTo(new NotApplicable("no status 401"));
    assertThat(held.describe()).isEqualTo("status 200");
  }

  @Test
  void what_is_only_recorded_is_neither_kept_nor_broken() {
    Expectation recorded = ResponseExpectations.status(200).recorded();
    assertThat(recorded.examine(List.of(Exchanges.answer(200, ""))))
        .isEqualTo(new Observed("status 200", false, 0));
    assertThat(recorded.examine(List.of(Exchanges.answer(400, ""))))
        .isEqualTo(new Observed("status 400, no body", false, 0));
    assertThat(recorded.examine(List.of(Exchanges.failed(Failure.Kind.RESET))))
        .isInstanceOf(Inconclusive.class);
    assertThat(recorded.describe()).startsWith("no document says");
  }

  @Test
  void nothing_sent_decides_nothing() {
    assertThat(OK.examine(List.of())).isEqualTo(new Inconclusive("nothing was sent", 0));
  }
}
