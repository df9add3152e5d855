package dev.assay.proof.external;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ScoreTest {

  @ParameterizedTest
  @CsvSource({
    "0, 10, 0, 0.2775",
    "10, 0, 0.7225, 1",
    "7, 13, 0.1812, 0.5671",
    "81, 182, 0.2553, 0.3662",
    "0, 0, 0, 1"
  })
  void the_interval_is_that_of_wilson(int killed, int survived, double low, double high) {
    Score score = new Score(killed, survived);
    assertThat(score.low()).isEqualTo(low, within(0.0001));
    assertThat(score.high()).isEqualTo(high, within(0.0001));
  }
}
