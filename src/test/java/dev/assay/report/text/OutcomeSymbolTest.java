package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.compare.cutover.ClauseChange;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.LoadVerdict;
import dev.assay.load.study.Comparison;
import dev.assay.proof.MutantResult;
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

  @ParameterizedTest
  @EnumSource
  void what_a_verdict_on_a_load_says_has_one(LoadVerdict.Kind kind) {
    assertThat(OutcomeSymbol.of(kind.word())).isNotNull();
  }

  /** What is the same on both sides is in no list. */
  @ParameterizedTest
  @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "SAME")
  void what_a_cutover_says_of_a_clause_has_one(ClauseChange change) {
    assertThat(OutcomeSymbol.of(change.word())).isNotNull();
  }

  @ParameterizedTest
  @EnumSource
  void what_becomes_of_a_mutant_has_one(MutantResult.Outcome outcome) {
    assertThat(OutcomeSymbol.of(MutantText.word(outcome))).isNotNull();
  }
}
