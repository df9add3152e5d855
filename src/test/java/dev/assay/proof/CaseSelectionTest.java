package dev.assay.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Clause;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.catalog.ServiceSuites;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class CaseSelectionTest {

  private static final String IDS = "log-message/200/message-id-unique";
  private static final OperationSuite SUITE =
      ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1)).get(0).operations().get(0);

  private static List<ConformanceCase> deciding(String clause) {
    return SUITE.cases().stream()
        .filter(c -> c.checks().stream().anyMatch(k -> k.clause().id().value().equals(clause)))
        .toList();
  }

  private static Set<String> ids(List<ConformanceCase> cases) {
    return cases.stream().map(ConformanceCase::id).collect(Collectors.toSet());
  }

  @Test
  void everything_is_all_cases() {
    assertThat(CaseSelection.EVERYTHING.of(SUITE)).isEqualTo(ids(SUITE.cases()));
  }

  @Test
  void a_broken_clause_is_asked_by_all_its_cases_but_costly_ones_at_first() {
    Set<String> costly = ids(deciding(IDS).stream().filter(c -> c.interaction().waits()).toList());
    assertThat(costly).isNotEmpty();
    assertThat(CaseSelection.against(Set.of(IDS), 0).of(SUITE)).doesNotContainAnyElementsOf(costly);
    assertThat(CaseSelection.retryMissed(Set.of(IDS)).of(SUITE))
        .containsAll(costly)
        .isEqualTo(ids(deciding(IDS)));
  }

  @Test
  void every_other_clause_that_has_a_cheap_case_is_asked_in_every_scene() {
    Set<String> thorough = CaseSelection.thorough(Set.of()).of(SUITE);
    Set<String> played = CaseSelection.against(Set.of(IDS), 5).of(SUITE);
    for (Clause clause : SUITE.operation().clauses()) {
      Set<String> cheap = ids(deciding(clause.id().value()));
      cheap.retainAll(thorough);
      if (!cheap.isEmpty()) {
        assertThat(played).as(clause.id().value()).containsAnyElementsOf(cheap);
      }
    }
    assertThat(played).hasSizeLessThan(thorough.size());
  }

  @Test
  void all_cheap_cases_take_their_turn() {
    Set<String> played = new HashSet<>();
    IntStream.range(0, 200)
        .forEach(turn -> played.addAll(CaseSelection.against(Set.of(), turn).of(SUITE)));
    assertThat(played).isEqualTo(CaseSelection.thorough(Set.of()).of(SUITE));
  }

  @Test
  void costly_cases_take_their_turn_with_variants() {
    Set<String> played = new HashSet<>();
    IntStream.range(0, 200).forEach(turn -> played.addAll(CaseSelection.sampling(turn).of(SUITE)));
    assertThat(played).isEqualTo(ids(SUITE.cases()));
  }
}
