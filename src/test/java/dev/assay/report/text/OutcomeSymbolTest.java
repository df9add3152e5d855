package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.study.Comparison;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a report says has a symbol: a page without one would not be written at all. */
class OutcomeSymbolTest {

  @ParameterizedTest
  @EnumSource
  void what_a_comparison_of_loads_says_has_one(Comparison.Verdict verdict) {
    assertThat(OutcomeSymbol.of(verdict.word())).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void what_a_load_comes_to_has_one(Conclusion conclusion) {
    assertThat(OutcomeSymbol.of(LoadResult.word(conclusion))).isNotNull();
  }
}
