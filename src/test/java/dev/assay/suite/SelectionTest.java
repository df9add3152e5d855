package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.contract.Clause;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

class SelectionTest {

  private static final List<ServiceSuite> SERVICES =
      ServiceSuites.of(EmbeddedTarget.planned(), new TestData(1));
  private static final OperationSuite SUITE = SERVICES.get(0).operations().get(0);

  private static List<String> ids(OperationSuite suite) {
    return suite.cases().stream().map(ConformanceCase::id).toList();
  }

  private static List<String> clauses(OperationSuite suite) {
    return suite.clauses().stream().map(Clause::id).map(Object::toString).toList();
  }

  @Test
  void a_case_is_chosen_by_its_own_id_and_the_ledger_has_what_it_decides() {
    OperationSuite chosen = SUITE.selected(List.of("log-message/200/message-id-unique/at-once"));
    assertThat(ids(chosen))
        .containsExactly("log-message/200/plain", "log-message/200/message-id-unique/at-once");
    assertThat(clauses(chosen))
        .contains("log-message/200/message-id-unique", "log-message/200/status")
        .doesNotContain("log-message/401/missing-header", "log-message/request/method");
  }

  @Test
  void a_slash_at_the_end_of_a_prefix_means_nothing() {
    assertThat(SUITE.selected(List.of("log-message/403/")))
        .isEqualTo(SUITE.selected(List.of("log-message/403")));
  }

  @Test
  void a_prefix_ends_where_a_name_ends() {
    assertThat(ids(SUITE.selected(List.of("log-message/200/message-id-uniq")))).isEmpty();
  }

  @Test
  void a_clause_without_a_case_is_in_the_ledger_of_what_was_asked_for() {
    Clause untested =
        SUITE.clauses().stream().filter(c -> c.untested().isPresent()).findFirst().orElseThrow();
    assertThat(clauses(SUITE.selected(List.of(untested.id().value()))))
        .containsExactly(untested.id().value());
    assertThat(clauses(SUITE.selected(List.of("log-message"))))
        .isEqualTo(clauses(SUITE))
        .contains(untested.id().value());
  }

  @Test
  void nothing_is_played_where_nothing_is_wanted_not_even_the_control() {
    assertThat(ids(SUITE.keeping(c -> false))).isEmpty();
    assertThat(ids(SUITE.keeping(c -> c.id().endsWith("/at-once"))))
        .startsWith("log-message/200/plain")
        .hasSizeGreaterThan(1);
  }

  @Test
  void credentials_may_go_to_the_service_with_its_storage_down_too() {
    assertThat(SERVICES.get(1).access().baseUrls())
        .containsExactly(
            URI.create("http://127.0.0.1"), URI.create("http://127.0.0.1/storage-down"));
  }

  @Test
  void a_script_is_heavy_from_more_than_four_mebibytes_on() {
    List<ConformanceCase> cases = SERVICES.get(1).operations().get(0).cases();
    assertThat(cases)
        .filteredOn(c -> c.id().startsWith("upload-file/400/file-too-large"))
        .isNotEmpty()
        .allSatisfy(c -> assertThat(c.interaction().bytes()).isGreaterThan(25_000_000L))
        .allMatch(c -> c.interaction().isHeavy());
    assertThat(SUITE.precondition().interaction().isHeavy()).isFalse();
    assertThat(SUITE.precondition().interaction().bytes()).isBetween(100L, 200L);
  }

  @Test
  void only_cases_of_documented_success_promise_it() {
    assertThat(SUITE.precondition().promisesSuccess()).isTrue();
    assertThat(SUITE.cases())
        .filteredOn(c -> c.id().startsWith("log-message/401"))
        .isNotEmpty()
        .noneMatch(ConformanceCase::promisesSuccess);
  }
}
