package dev.assay.verdict;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IsoInstantTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2018-10-04T12:41:27.980Z           | 2018-10-04T12:41:27.980Z       | PT0.001S",
        "2018-10-04T12:41:27Z               | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04T12:41Z                  | 2018-10-04T12:41:00Z           | PT1M",
        "2018-10-04T12Z                     | 2018-10-04T12:00:00Z           | PT1H",
        "2018-10-04T12:41:27,98Z            | 2018-10-04T12:41:27.980Z       | PT0.01S",
        "2018-10-04T12:41:27.1Z             | 2018-10-04T12:41:27.100Z       | PT0.1S",
        "2018-10-04T12:41:27.123456Z        | 2018-10-04T12:41:27.123456Z    | PT0.000001S",
        "2018-10-04T12:41:27.123456789Z     | 2018-10-04T12:41:27.123456789Z | PT0.000000001S",
        "2018-10-04T12:41:27.123456789012Z  | 2018-10-04T12:41:27.123456789Z | PT0.000000001S",
        "2018-10-04T12:41:27.999999999999Z  | 2018-10-04T12:41:28Z           | PT0.000000001S",
        "2018-10-04T12:41.5Z                | 2018-10-04T12:41:30Z           | PT6S",
        "2018-10-04T12,25Z                  | 2018-10-04T12:15:00Z           | PT36S",
        "2018-10-04T12:41:27+00:00          | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04T12:41:27-00:00          | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04T17:41:27+05             | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04T18:11:27+0530           | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04T18:11:27+05:30          | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04T02:11:27-1030           | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04t12:41:27z               | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-04 12:41:27Z               | 2018-10-04T12:41:27Z           | PT1S",
        "20181004T124127Z                   | 2018-10-04T12:41:27Z           | PT1S",
        "20181004T124127.980Z               | 2018-10-04T12:41:27.980Z       | PT0.001S",
        "20181004T1241Z                     | 2018-10-04T12:41:00Z           | PT1M",
        "20181004T12Z                       | 2018-10-04T12:00:00Z           | PT1H",
        "20181004T181127+0530               | 2018-10-04T12:41:27Z           | PT1S",
        "2018-W40-4T12:41:27Z               | 2018-10-04T12:41:27Z           | PT1S",
        "2018W404T124127Z                   | 2018-10-04T12:41:27Z           | PT1S",
        "2018-277T12:41:27Z                 | 2018-10-04T12:41:27Z           | PT1S",
        "2018277T124127Z                    | 2018-10-04T12:41:27Z           | PT1S",
        "2018-10-03T24:00:00Z               | 2018-10-04T00:00:00Z           | PT1S",
        "2018-10-03T24:00Z                  | 2018-10-04T00:00:00Z           | PT1M",
        "2018-12-31T24:00:00.000Z           | 2019-01-01T00:00:00Z           | PT0.001S",
        "2016-12-31T23:59:60Z               | 2017-01-01T00:00:00Z           | PT1S",
        "2017-01-01T05:29:60+05:30          | 2017-01-01T00:00:00Z           | PT1S",
        "2020-02-29T00:00:00Z               | 2020-02-29T00:00:00Z           | PT1S",
        "2020-366T00:00:00Z                 | 2020-12-31T00:00:00Z           | PT1S",
        "2020-W53-7T00:00:00Z               | 2021-01-03T00:00:00Z           | PT1S"
      })
  void a_legal_form_names_its_instant_and_its_precision(
      String text, Instant instant, Duration precision) {
    IsoInstant parsed = IsoInstant.parse(text).orElseThrow();
    assertThat(parsed.offset()).isPresent();
    assertThat(parsed.at(ZoneOffset.ofHours(9))).isEqualTo(instant);
    assertThat(parsed.precision()).isEqualTo(precision);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2018-10-04T12:41:27.980",
        "2018-10-04T12:41:27",
        "20181004T124127",
        "2018-W40-4T12:41:27,5",
        "2018277T124127"
      })
  void a_time_without_an_offset_is_legal_and_has_none(String text) {
    assertThat(IsoInstant.parse(text).orElseThrow().offset()).isEmpty();
  }

  @Test
  void a_time_without_an_offset_is_read_with_the_one_that_is_given() {
    IsoInstant parsed = IsoInstant.parse("2018-10-04T12:41:27").orElseThrow();
    assertThat(parsed.at(ZoneOffset.UTC)).isEqualTo(Instant.parse("2018-10-04T12:41:27Z"));
    assertThat(parsed.at(ZoneOffset.ofHours(2))).isEqualTo(Instant.parse("2018-10-04T10:41:27Z"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "now",
        "today at noon",
        "null",
        "2018",
        "2018-10",
        "2018-10-04",
        "20181004",
        "2018-W40-4",
        "12:41:27Z",
        "T12:41:27Z",
        "1538656887",
        "1538656887980",
        "1538656887.980",
        "Thu, 04 Oct 2018 12:41:27 GMT",
        "Thu Oct  4 12:41:27 UTC 2018",
        "04/10/2018 12:41:27",
        "04-10-2018T12:41:27Z",
        "2018/10/04T12:41:27Z",
        "2018-10-04 at 12:41",
        "2018-1-4T12:41:27Z",
        "2018-10-04T1:41:27Z",
        "2018-10-04T12:41:27 PM",
        "2018-10-04T12:41:27.Z",
        "2018-10-04T12:41:27.980Z ",
        " 2018-10-04T12:41:27.980Z",
        "2018-10-04T12:41:27.980Zx",
        "2018-10-04T12:41:27.980ZZ",
        "2018-10-04T12:41:27 Z",
        "2018-10-04T12:41:27+5",
        "2018-10-04T12:41:27+05:3",
        "2018-10-04T12:41:27 +0000 UTC",
        "2018-10-04T12:41:27+01:00[Europe/Paris]",
        "2018-10-04T12:41:27+25:00",
        "2018-10-04T12:41:27+05:60",
        "2018-13-04T12:41:27Z",
        "2018-00-04T12:41:27Z",
        "2018-10-32T12:41:27Z",
        "2018-02-30T12:41:27Z",
        "2019-02-29T12:41:27Z",
        "20181304T124127Z",
        "20180230T124127Z",
        "2018-10-04T25:00:00Z",
        "2018-10-04T24:00:01Z",
        "2018-10-04T24:30:00Z",
        "2018-10-04T24:00:00.5Z",
        "2018-10-04T24.5Z",
        "2018-10-04T12:60:00Z",
        "2018-10-04T12:41:61Z",
        "2018-W54-1T12:41:27Z",
        "2018-W53-1T12:41:27Z",
        "2018-W40-8T12:41:27Z",
        "2018-W40T12:41:27Z",
        "2018-366T12:41:27Z",
        "2018-000T12:41:27Z",
        "2018366T124127Z",
        "2018-10-04T12:41:27.980Z/PT1H",
        "P1DT12H",
        "٢٠١٨-١٠-٠٤T١٢:٤١:٢٧Z"
      })
  void an_illegal_form_is_none(String text) {
    assertThat(IsoInstant.parse(text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "2018-10-04T12:41:26Z, false",
    "2018-10-04T12:41:27Z, true",
    "2018-10-04T12:41:28Z, true",
    "2018-10-04T12:41:29Z, true",
    "2018-10-04T12:41:29.001Z, false",
    "2018-10-04T12:41Z, true",
    "2018-10-04T12:42Z, false",
    "2018-10-04T12:40Z, false",
    "2018-10-04T12Z, true"
  })
  void it_overlaps_a_span_if_some_part_of_its_precision_lies_in_it(String text, boolean overlaps) {
    Instant from = Instant.parse("2018-10-04T12:41:27.500Z");
    Instant to = Instant.parse("2018-10-04T12:41:29Z");
    assertThat(IsoInstant.parse(text).orElseThrow().overlaps(from, to, ZoneOffset.UTC))
        .isEqualTo(overlaps);
  }

  @ParameterizedTest
  @CsvSource({
    "2018-10-04T12:41:00.000Z, PT1M",
    "2018-10-04T12:41:00Z, PT1M",
    "2018-10-04T12:41:27Z, PT1S",
    "2018-10-04T12:41:00.001Z, PT0.001S",
    "2018-10-04T12Z, PT1H"
  })
  void zeros_may_be_all_that_is_left_of_a_time_cut_off_to_the_minute(
      String text, Duration precision) {
    assertThat(IsoInstant.parse(text).orElseThrow().shownPrecision()).isEqualTo(precision);
  }
}
