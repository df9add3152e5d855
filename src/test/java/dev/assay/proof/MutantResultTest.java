package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MutantResultTest {

  private static final List<String> CASE = List.of("a/case");

  private static MutantResult result(
      List<String> breaks, Map<String, List<String>> blamed, Conclusion conclusion) {
    return new MutantResult(
        "id", "a", "does it", breaks, blamed, List.of(), conclusion, Duration.ofSeconds(1));
  }

  private static MutantResult defect(List<String> breaks, Map<String, List<String>> blamed) {
    return result(breaks, blamed, Conclusion.NO);
  }

  @Test
  void a_defect_is_killed_when_exactly_its_clauses_are_blamed() {
    MutantResult result = defect(List.of("a/1", "a/2"), Map.of("a/1", CASE, "a/2", CASE));
    assertThat(result.outcome()).isEqualTo(MutantResult.Outcome.KILLED);
    assertThat(result.isAsItShould()).isTrue();
    assertThat(result.isFalsePositive()).isFalse();
    assertThat(result.killedBy()).isEqualTo(CASE);
  }

  @Test
  void a_defect_survives_when_only_clauses_are_blamed_that_it_keeps() {
    MutantResult result = defect(List.of("a/1"), Map.of("a/2", CASE));
    assertThat(result.outcome()).isEqualTo(MutantResult.Outcome.SURVIVED);
    assertThat(result.missed()).containsExactly("a/1");
    assertThat(result.excess()).containsExactly("a/2");
    assertThat(result.isFalsePositive()).isTrue();
    assertThat(result.killedBy()).isEmpty();
  }

  @Test
  void a_defect_is_inexact_when_a_clause_is_missed_or_blamed_besides() {
    assertThat(defect(List.of("a/1", "a/2"), Map.of("a/1", CASE)).outcome())
        .isEqualTo(MutantResult.Outcome.INEXACT);
    assertThat(defect(List.of("a/1"), Map.of("a/1", CASE, "a/2", CASE)).outcome())
        .isEqualTo(MutantResult.Outcome.INEXACT);
  }

  @Test
  void a_variant_is_quiet_only_when_it_was_found_to_conform() {
    assertThat(result(List.of(), Map.of(), Conclusion.YES).outcome())
        .isEqualTo(MutantResult.Outcome.CLEAN);
    assertThat(result(List.of(), Map.of(), Conclusion.UNDECIDED).outcome())
        .isEqualTo(MutantResult.Outcome.FALSE_POSITIVE);
    assertThat(result(List.of(), Map.of("a/1", CASE), Conclusion.YES).isFalsePositive()).isTrue();
  }

  @Test
  void what_a_second_round_finds_is_added() {
    MutantResult first = defect(List.of("a/1", "a/2"), Map.of("a/1", CASE));
    MutantResult second = defect(List.of("a/1", "a/2"), Map.of("a/2", List.of("a/other")));
    MutantResult both = first.with(second);
    assertThat(both.outcome()).isEqualTo(MutantResult.Outcome.KILLED);
    assertThat(both.blamed()).containsEntry("a/1", CASE).containsKey("a/2");
    assertThat(both.duration()).isEqualTo(Duration.ofSeconds(2));
  }
}
