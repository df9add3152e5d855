package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.contract.Clause;
import dev.assay.contract.ContractReader;
import dev.assay.contract.Operation;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TestServices;
import dev.assay.request.TestData;
import dev.assay.suite.ConformanceCase.Role;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.ResponseExpectations;
import java.net.URI;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause has its cases, and every case its clauses. */
class TraceabilityTest {

  private static final URI HERE = URI.create("http://127.0.0.1:9");

  private static Target target(boolean withOptionalParts) {
    return new Target(
        "here",
        List.of(
            TestServices.haptik(
                ServiceAccess.direct(HERE, Secrets.of("haptik-token-1", "haptik-client-1")),
                343,
                "user4711",
                Optional.of("nobody000")),
            TestServices.rooms(
                ServiceAccess.direct(
                    withOptionalParts
                        ? List.of(HERE, HERE.resolve("/storage-down"))
                        : List.of(HERE),
                    Secrets.ofRooms("rooms-token-1", "orphan-token-1")),
                "room123",
                "room999",
                Optional.of("/api/get_room_messages?room_id={room}")
                    .filter(path -> withOptionalParts))),
        Set.of(),
        Target.DEFAULT_CLOCK_SKEW,
        Limits.unpaced());
  }

  private static List<OperationSuite> suites(Target target) {
    return ServiceSuites.of(target, new TestData(1)).stream()
        .flatMap(service -> service.operations().stream())
        .toList();
  }

  static Stream<OperationSuite> operations() {
    return suites(target(true)).stream();
  }

  @Test
  void there_is_a_suite_for_every_operation_of_the_contracts() {
    List<String> operations =
        Stream.of("haptik", "rooms")
            .flatMap(service -> new ContractReader().shipped(service).operations().stream())
            .map(Operation::id)
            .toList();
    assertThat(operations()).extracting(suite -> suite.operation().id()).isEqualTo(operations);
    assertThat(operations()).allSatisfy(suite -> assertThat(suite.cases()).hasSizeGreaterThan(10));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_clause_has_a_case_or_says_why_it_has_none(OperationSuite suite) {
    Map<Clause, Integer> cases = casesOf(suite);
    for (Clause clause : suite.operation().clauses()) {
      boolean hasCase = cases.containsKey(clause);
      assertThat(hasCase)
          .as("%s: %s", clause.id(), clause.untested().orElse("has no `untested`"))
          .isNotEqualTo(clause.untested().isPresent());
    }
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_case_checks_something_that_the_contract_says(OperationSuite suite) {
    assertThat(suite.clauses()).isEqualTo(suite.operation().clauses());
    assertThat(suite.cases())
        .allSatisfy(
            c -> {
              assertThat(c.checks()).as(c.id()).isNotEmpty();
              assertThat(suite.clauses())
                  .containsAll(c.checks().stream().map(ClauseCheck::clause).toList());
              assertThat(c.checks())
                  .allSatisfy(check -> assertThat(check.expectation().describe()).isNotBlank());
            });
  }

  @Test
  void a_clause_that_the_contract_lacks_cannot_be_checked() {
    CaseList cases = new CaseList(new ContractReader().shipped("rooms").operation("upload-file"));
    assertThat(cases.that("200/status", ResponseExpectations.status(200)).clause().id())
        .hasToString("upload-file/200/status");
    assertThatThrownBy(() -> cases.that("200/no-such-clause", ResponseExpectations.status(200)))
        .isInstanceOf(NoSuchElementException.class)
        .hasMessage("no clause upload-file/200/no-such-clause");
  }

  @Test
  void every_case_has_an_id_of_its_own_under_its_operation() {
    assertThat(operations().flatMap(suite -> suite.cases().stream()))
        .extracting(ConformanceCase::id)
        .doesNotHaveDuplicates()
        .allMatch(id -> id.matches("[a-z0-9-]+(/[A-Za-z0-9._-]+)+"));
    assertThat(operations())
        .allSatisfy(
            suite ->
                assertThat(suite.cases())
                    .extracting(ConformanceCase::id)
                    .allMatch(id -> id.startsWith(suite.operation().id() + "/")));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void every_description_states_a_fact_and_no_other_case_states_it(OperationSuite suite) {
    assertThat(suite.cases())
        .extracting(ConformanceCase::description)
        .doesNotHaveDuplicates()
        .noneMatch(String::isBlank)
        .noneMatch(description -> description.matches("(?is).*\\b(should|must|verify|test)\\b.*"))
        .noneMatch(description -> description.endsWith("."));
  }

  @ParameterizedTest
  @MethodSource("operations")
  void the_first_case_of_every_operation_is_its_only_control(OperationSuite suite) {
    assertThat(suite.cases().get(0).role()).isEqualTo(Role.PRECONDITION);
    assertThat(suite.cases()).filteredOn(c -> c.role() == Role.PRECONDITION).hasSize(1);
    assertThat(suite.precondition().promisesSuccess()).isTrue();
    assertThat(suite.precondition().interaction().planned()).hasSize(1);
  }

  @Test
  void nothing_is_skipped_where_the_target_gives_every_key() {
    assertThat(operations().flatMap(suite -> suite.cases().stream()))
        .allSatisfy(c -> assertThat(c.skipped()).as(c.id()).isEmpty());
  }

  @Test
  void what_a_target_cannot_show_is_skipped_with_a_reason_and_stays_traceable() {
    List<OperationSuite> fewer = suites(target(false));
    assertThat(fewer.stream().flatMap(suite -> suite.cases().stream()))
        .filteredOn(c -> c.skipped().isPresent())
        .isNotEmpty()
        .allSatisfy(
            c -> {
              assertThat(c.skipped().orElseThrow()).containsAnyOf("readBack", "storageDownBaseUrl");
              assertThat(c.interaction().planned()).isEmpty();
            });
    for (OperationSuite suite : fewer) {
      Set<Clause> decided = casesOf(suite).keySet();
      assertThat(suite.clauses())
          .filteredOn(clause -> clause.untested().isEmpty())
          .allSatisfy(clause -> assertThat(decided).contains(clause));
    }
  }

  @Test
  void the_same_seed_gives_the_same_requests_and_another_seed_gives_others() {
    assertThat(bodies(1)).isEqualTo(bodies(1)).isNotEqualTo(bodies(2));
  }

  private static List<String> bodies(long seed) {
    return ServiceSuites.of(target(true), new TestData(seed)).stream()
        .flatMap(service -> service.operations().stream())
        .map(suite -> suite.precondition().interaction().planned().get(0).body().fingerprint())
        .toList();
  }

  @Test
  void a_selection_keeps_the_control_and_drops_other_operations() {
    ServiceSuite haptik = ServiceSuites.of(target(true), new TestData(1)).get(0);
    ServiceSuite chosen = haptik.selected(List.of("log-message/401/missing-header"));
    assertThat(chosen.operations()).hasSize(1);
    OperationSuite suite = chosen.operations().get(0);
    assertThat(suite.cases().get(0).role()).isEqualTo(Role.PRECONDITION);
    assertThat(suite.cases().stream().skip(1))
        .isNotEmpty()
        .allMatch(
            c ->
                c.id().startsWith("log-message/401/missing-header")
                    || c.checks().stream()
                        .anyMatch(
                            check ->
                                check.clause().id().isUnder("log-message/401/missing-header")));
    assertThat(haptik.selected(List.of("no-such-thing")).operations()).isEmpty();
    assertThat(haptik.selected(List.of())).isEqualTo(haptik);
  }

  private static Map<Clause, Integer> casesOf(OperationSuite suite) {
    Map<Clause, Integer> cases = new HashMap<>();
    for (ConformanceCase c : suite.cases()) {
      Set<Clause> clauses = new HashSet<>();
      c.checks().forEach(check -> clauses.add(check.clause()));
      clauses.forEach(clause -> cases.merge(clause, 1, Integer::sum));
    }
    return cases;
  }
}
