package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Observed;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimestampsTest {

  private static final Expectation WITHIN = Timestamps.within("created_at", Duration.ofMinutes(2));
  private static final Expectation ADVANCES = Timestamps.advances("created_at");

  private static Exchange created(String json) {
    return Exchanges.with("created_at", json);
  }

  private static Exchange createdAfter(int seconds, String time) {
    return Exchanges.at(Exchanges.SENT.plusSeconds(seconds), "{\"created_at\": \"" + time + "\"}");
  }

  private static Finding one(Expectation expectation, String json) {
    return expectation.examine(List.of(created(json)));
  }

  @Test
  void any_iso_8601_date_and_time_will_do() {
    Expectation iso = Timestamps.isoDateTime("created_at");
    assertThat(one(iso, "\"2018-10-04T12:41:27.980Z\"")).isInstanceOf(Satisfied.class);
    assertThat(one(iso, "\"2018W404T124127\"")).isInstanceOf(Satisfied.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"1538656887", "\"2018-10-04\"", "null", "\"\"", "{}", "[]", "true"})
  void anything_else_breaks_it(String json) {
    Finding finding = one(Timestamps.isoDateTime("created_at"), json);
    assertThat(finding).isEqualTo(new Violated("`created_at` " + json, 0));
  }

  @Test
  void a_missing_time_breaks_only_the_expectation_that_there_is_one() {
    List<Exchange> none = List.of(Exchanges.answer(200, "{}"));
    assertThat(Timestamps.isoDateTime("created_at").examine(none))
        .isEqualTo(new Violated("no `created_at`", 0));
    assertThat(Timestamps.hasOffset("created_at").examine(none)).isInstanceOf(NotApplicable.class);
    assertThat(Timestamps.form("created_at").examine(none)).isInstanceOf(NotApplicable.class);
    assertThat(WITHIN.examine(none)).isInstanceOf(NotApplicable.class);
  }

  @Test
  void a_time_that_cannot_be_read_is_nobody_elses_fault() {
    assertThat(one(Timestamps.hasOffset("created_at"), "\"noon\""))
        .isInstanceOf(NotApplicable.class);
    assertThat(one(WITHIN, "\"noon\"")).isInstanceOf(NotApplicable.class);
  }

  @Test
  void without_a_success_there_is_no_time_to_ask_about() {
    List<Exchange> refused = List.of(Exchanges.answer(403, "{\"created_at\": 5}"));
    assertThat(Timestamps.isoDateTime("created_at").examine(refused))
        .isInstanceOf(NotApplicable.class);
    assertThat(WITHIN.examine(refused)).isInstanceOf(NotApplicable.class);
  }

  @Test
  void an_exchange_that_failed_decides_nothing() {
    List<Exchange> failed = List.of(Exchanges.failed(Failure.Kind.TIMEOUT));
    assertThat(WITHIN.examine(failed)).isInstanceOf(Inconclusive.class);
    assertThat(ADVANCES.examine(failed)).isInstanceOf(NotApplicable.class);
  }

  @Test
  void a_blank_for_the_letter_t_is_rfc_3339_and_no_iso_8601() {
    Expectation separator = Timestamps.hasSeparator("created_at");
    for (String time : List.of("2018-10-04T12:41:27Z", "2018-10-04t12:41:27z", "20181004T1241")) {
      assertThat(one(separator, '"' + time + '"')).as(time).isInstanceOf(Satisfied.class);
    }
    assertThat(one(separator, "\"2018-10-04 12:41:27.980Z\""))
        .isEqualTo(new Violated("`created_at` \"2018-10-04 12:41:27.980Z\"", 0));
    assertThat(one(separator, "\"4 Oct 2018\"")).isInstanceOf(NotApplicable.class);
    assertThat(one(Timestamps.isoDateTime("created_at"), "\"2018-10-04 12:41:27.980Z\""))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void a_time_in_an_answer_of_a_server_that_fails_is_none() {
    Exchange early = Exchanges.answer(500, "{\"created_at\": \"2018-10-04T12:41:27.980Z\"}");
    assertThat(ADVANCES.examine(List.of(early, early))).isInstanceOf(NotApplicable.class);
  }

  @Test
  void an_offset_is_z_or_a_number() {
    Expectation offset = Timestamps.hasOffset("created_at");
    assertThat(one(offset, "\"2018-10-04T12:41:27Z\"")).isInstanceOf(Satisfied.class);
    assertThat(one(offset, "\"2018-10-04T12:41:27+05\"")).isInstanceOf(Satisfied.class);
    assertThat(one(offset, "\"2018-10-04T12:41:27\"")).isInstanceOf(Violated.class);
  }

  @Test
  void the_form_is_recorded() {
    assertThat(one(Timestamps.form("created_at"), "\"2018-10-04T12:41:27.980Z\""))
        .isEqualTo(
            new Observed(
                "`created_at` \"2018-10-04T12:41:27.980Z\", precise to 0.001 s", false, 0));
    assertThat(one(Timestamps.form("created_at"), "\"2018-10-04T12:00Z\"").actual())
        .endsWith("precise to 60 s");
  }

  @ParameterizedTest
  @CsvSource({
    "2018-10-04T12:41:27.980Z, 1101",
    "2018-10-04T12:41:27Z, 2100",
    "2018-10-04T12:41Z, 0",
    "2018-10-04T12:41:00.000Z, 0",
    "noon, 0"
  })
  void a_later_time_is_waited_for_as_long_as_its_precision_asks(String time, long millis) {
    Exchange earlier = createdAfter(0, time);
    assertThat(Timestamps.pause("created_at", earlier)).hasMillis(millis);
  }

  /** The exchange lasts from 12:41:27 to 12:41:28. */
  @ParameterizedTest
  @CsvSource({
    "2018-10-04T12:41:27.980Z, true",
    "2018-10-04T12:39:27Z, true",
    "2018-10-04T12:39:25Z, false",
    "2018-10-04T12:43:28Z, true",
    "2018-10-04T12:43:28.001Z, false",
    "2018-10-04T18:11:27+05:30, true",
    "2018-10-04T12:41:27+05:30, false",
    "2018-10-04T12:39Z, true",
    "2018-10-04T12:38Z, false",
    "2018-10-04T12Z, true",
    "2018-10-03T12:41:27Z, false",
    "2019-10-04T12:41:27Z, false",
    "1970-01-01T00:00:00Z, false"
  })
  void a_time_lies_within_the_exchange_and_the_skew(String time, boolean inside) {
    assertThat(one(WITHIN, "\"" + time + "\""))
        .isInstanceOf(inside ? Satisfied.class : Violated.class);
  }

  private static Finding dated(String time, String date) {
    return WITHIN.examine(
        List.of(
            Exchanges.answer(200, "{\"created_at\": \"" + time + "\"}", new Header("Date", date))));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-10-04T13:41:27.980Z | Thu, 04 Oct 2018 13:41:28 GMT | 3600 s slow",
        "2018-10-04T13:40:00Z     | Thu, 04 Oct 2018 13:41:28 GMT | 3600 s slow",
        "2018-10-04T19:11:27+05:30| Thu, 04 Oct 2018 13:41:28 GMT | 3600 s slow",
        "2018-10-04T13:35:00      | Thu, 04 Oct 2018 12:36:00 GMT | 328 s fast",
        "2017-10-04T12:41:27Z     | Wed, 04 Oct 2017 12:41:28 GMT | 31536000 s fast"
      })
  void clocks_that_differ_are_told_apart_by_the_date_of_the_answer(
      String time, String date, String off) {
    assertThat(dated(time, date))
        .isInstanceOf(Inconclusive.class)
        .satisfies(found -> assertThat(found.actual()).contains("this machine's clock is " + off));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-10-04T13:41:27Z | Thu, 04 Oct 2018 12:41:28 GMT",
        "2018-10-04T13:41:27Z | Thu, 04 Oct 2018 12:43:00 GMT",
        "2018-10-04T13:41:27Z | Thu, 04 Oct 2018 14:41:28 GMT",
        "2018-10-04T13:41:27Z | yesterday"
      })
  void a_service_that_contradicts_its_own_date_is_at_fault(String time, String date) {
    assertThat(dated(time, date)).isInstanceOf(Violated.class);
  }

  @Test
  void a_wrong_date_does_not_matter_where_the_time_is_right() {
    assertThat(dated("2018-10-04T12:41:27Z", "Thu, 04 Oct 2018 13:41:28 GMT"))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void the_skew_is_the_targets() {
    Expectation strict = Timestamps.within("created_at", Duration.ZERO);
    assertThat(one(strict, "\"2018-10-04T12:41:27.500Z\"")).isInstanceOf(Satisfied.class);
    assertThat(one(strict, "\"2018-10-04T12:41:28.001Z\"")).isInstanceOf(Violated.class);
    assertThat(one(strict, "\"2018-10-04T12:41:26.998Z\"")).isInstanceOf(Violated.class);
    assertThat(strict.describe())
        .isEqualTo("`created_at` between sending and receiving, give or take 0 s");
  }

  @ParameterizedTest
  @CsvSource({
    "2018-10-04T12:41:27, true",
    "2018-10-04T18:11:27, true",
    "2018-10-04T18:26:27, true",
    "2018-10-05T02:41:27, true",
    "2018-10-04T00:41:27, true",
    "2018-10-04T12:48:40, false",
    "2018-10-06T12:41:27, false",
    "2017-10-04T12:41:27, false"
  })
  void a_time_without_an_offset_may_be_that_of_any_zone(String time, boolean inside) {
    assertThat(one(WITHIN, "\"" + time + "\""))
        .isInstanceOf(inside ? Satisfied.class : Violated.class);
  }

  @Test
  void how_far_it_is_off_is_told() {
    assertThat(one(WITHIN, "\"2018-10-04T12:51:28Z\"").actual())
        .isEqualTo(
            "`created_at` \"2018-10-04T12:51:28Z\", 600 s later than the exchange, which ended at 2018-10-04T12:41:28Z");
    assertThat(one(WITHIN, "\"2018-10-04T11:41:28Z\"").actual()).contains("3600 s earlier than");
  }

  @Test
  void a_clock_that_stands_still_is_noticed() {
    Finding finding =
        ADVANCES.examine(
            List.of(
                createdAfter(0, "2018-10-04T12:41:27.980Z"),
                createdAfter(4, "2018-10-04T12:41:27.980Z")));
    assertThat(finding)
        .isEqualTo(
            new Violated(
                "the same `created_at` \"2018-10-04T12:41:27.980Z\" in two answers 3000 ms apart",
                1));
  }

  @Test
  void a_clock_that_goes_is_not() {
    assertThat(
            ADVANCES.examine(
                List.of(
                    createdAfter(0, "2018-10-04T12:41:27.980Z"),
                    createdAfter(4, "2018-10-04T12:41:31.980Z"))))
        .isInstanceOf(Satisfied.class);
  }

  @Test
  void answers_too_close_for_their_precision_show_nothing() {
    assertThat(
            ADVANCES.examine(
                List.of(
                    createdAfter(0, "2018-10-04T12:41:27Z"),
                    createdAfter(2, "2018-10-04T12:41:27Z"))))
        .isInstanceOf(NotApplicable.class);
    assertThat(
            ADVANCES.examine(
                List.of(
                    createdAfter(0, "2018-10-04T12:41:00.000Z"),
                    createdAfter(9, "2018-10-04T12:41:00.000Z"))))
        .isInstanceOf(NotApplicable.class);
  }

  @Test
  void nothing_sent_shows_nothing() {
    assertThat(ADVANCES.examine(List.of())).isInstanceOf(NotApplicable.class);
    assertThat(WITHIN.examine(List.of())).isInstanceOf(Inconclusive.class);
  }

  @Test
  void answers_just_far_enough_apart_for_their_precision_are_compared() {
    assertThat(
            ADVANCES.examine(
                List.of(
                    createdAfter(0, "2018-10-04T12:41:27Z"),
                    createdAfter(3, "2018-10-04T12:41:27Z"))))
        .isInstanceOf(Violated.class);
  }

  @Test
  void answers_without_times_show_nothing_and_the_expectation_says_what_it_wants() {
    Exchange none = Exchanges.answer(200, "{}");
    assertThat(ADVANCES.examine(List.of(none, none))).isInstanceOf(NotApplicable.class);
    assertThat(ADVANCES.describe()).isEqualTo("another `created_at` in a later answer");
  }
}
