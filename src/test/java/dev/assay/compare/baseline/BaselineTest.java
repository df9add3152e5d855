package dev.assay.compare.baseline;

import static dev.assay.compare.SampleCases.clause;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.compare.SampleCases;
import dev.assay.compare.observation.Observation;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.exchange.Header;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Evidence;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class BaselineTest {

  private static final LocalDate TODAY = LocalDate.of(2026, 11, 20);
  private static final Clause STATED = clause("a/401/text", Level.STATED);
  private static final Clause SILENT = clause("a/silent/methods", Level.SILENT);
  private static final CaseCatalog ALL =
      new CaseCatalog(
          Map.of("a/401/text", Set.of("a/one", "a/two"), "a/silent/methods", Set.of("a/get")),
          Set.of("a/get"));

  private static CaseResult result(String id, Clause clause, Outcome outcome, int status) {
    return result(id, clause, outcome, "this", "that", SampleCases.answered(status, ""));
  }

  private static CaseResult result(
      String id,
      Clause clause,
      Outcome outcome,
      String expected,
      String actual,
      Evidence evidence) {
    return SampleCases.result(
        id,
        List.of(clause),
        List.of(SampleCases.verdict(clause, outcome, expected, actual, evidence)),
        evidence);
  }

  private static Run run(boolean strict, CaseResult... cases) {
    List<CaseResult> all = new ArrayList<>(List.of(cases));
    all.add(result("a/plain", clause("a/200/status", Level.STATED), Outcome.PASS, 200));
    return SampleCases.run(List.of(STATED, SILENT), all, strict);
  }

  private static CaseResult one(Outcome outcome) {
    return result("a/one", STATED, outcome, 401);
  }

  private static CaseResult two(Outcome outcome) {
    return result("a/two", STATED, outcome, 401);
  }

  private static Baseline listing(Optional<String> caseId, String expires) {
    return listing(caseId, expires, Map.of());
  }

  private static Baseline listing(
      Optional<String> caseId, String expires, Map<String, String> seen) {
    return new Baseline(
        List.of(
            new KnownViolation(
                "a/401/text",
                caseId,
                "payments",
                "old text",
                LocalDate.parse(expires),
                seen,
                "b.yaml, line 2")),
        List.of());
  }

  private static final Baseline WHOLE = listing(Optional.empty(), "2026-11-20");

  @Test
  void a_listed_failure_is_known_and_does_not_fail_the_run() {
    Run run = WHOLE.applied(run(false, one(Outcome.FAIL), two(Outcome.FAIL)), ALL, TODAY);
    assertThat(run.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(run.counts()).containsEntry(Outcome.KNOWN, 2).containsEntry(Outcome.FAIL, 0);
    assertThat(run.cases().get(0).known()).contains("payments, until 2026-11-20: old text");
    assertThat(run.clauses().get(0).outcome()).contains(Outcome.KNOWN);
  }

  @Test
  void an_entry_with_a_case_forgives_that_case_only() {
    Baseline baseline = listing(Optional.of("a/one"), "2026-11-20");
    Run run = baseline.applied(run(false, one(Outcome.FAIL), two(Outcome.FAIL)), ALL, TODAY);
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.counts()).containsEntry(Outcome.KNOWN, 1).containsEntry(Outcome.FAIL, 1);
  }

  @Test
  void an_expired_entry_forgives_nothing_and_says_so() {
    Run run =
        listing(Optional.empty(), "2026-11-19").applied(run(false, one(Outcome.FAIL)), ALL, TODAY);
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.counts()).containsEntry(Outcome.FAIL, 1);
    assertThat(run.stale())
        .containsExactly(
            "b.yaml, line 2: a/401/text is still broken, and was forgiven until 2026-11-19 only"
                + " (owner: payments, reason: old text)");
  }

  @Test
  void an_entry_is_stale_once_all_its_cases_pass() {
    Run run = WHOLE.applied(run(false, one(Outcome.PASS), two(Outcome.PASS)), ALL, TODAY);
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.stale())
        .containsExactly(
            "b.yaml, line 2: a/401/text holds now; remove the entry"
                + " (owner: payments, reason: old text)");
  }

  @Test
  void what_was_not_run_or_not_decided_is_not_stale() {
    assertThat(WHOLE.applied(run(false), ALL, TODAY).stale()).isEmpty();
    assertThat(WHOLE.applied(run(false, one(Outcome.PASS)), ALL, TODAY).stale()).isEmpty();
    assertThat(WHOLE.applied(run(false, one(Outcome.PASS), two(Outcome.ERROR)), ALL, TODAY).stale())
        .isEmpty();
    assertThat(WHOLE.applied(run(false, one(Outcome.PASS), two(Outcome.FAIL)), ALL, TODAY).stale())
        .isEmpty();
  }

  @Test
  void a_failure_that_is_not_listed_fails_the_run() {
    CaseResult other = result("a/plain2", clause("a/200/json", Level.STATED), Outcome.FAIL, 200);
    Run run = WHOLE.applied(run(false, one(Outcome.FAIL), other), ALL, TODAY);
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void a_pinned_answer_that_drifted_is_a_warning_and_fails_a_strict_run() {
    Baseline baseline =
        new Baseline(
            List.of(),
            List.of(
                new PinnedResponse(
                    "a/get", Map.of("status", "405", "body", "no body"), "b.yaml, line 7")));
    CaseResult drifted = result("a/get", SILENT, Outcome.INFO, 501);
    Run run = baseline.applied(run(false, drifted), ALL, TODAY);
    Verdict verdict = run.cases().get(0).verdicts().get(0);
    assertThat(verdict.outcome()).isEqualTo(Outcome.WARN);
    assertThat(verdict.expected()).isEqualTo("as pinned in b.yaml, line 7: status 405");
    assertThat(verdict.actual()).isEqualTo("status 501");
    assertThat(run.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(baseline.applied(run(true, drifted), ALL, TODAY).conclusion())
        .isEqualTo(Conclusion.NO);
  }

  @Test
  void a_pinned_answer_that_stayed_the_same_is_still_only_observed() {
    Baseline baseline =
        new Baseline(
            List.of(),
            List.of(
                new PinnedResponse(
                    "a/get", Map.of("status", "405", "body", Observation.VARIES), "b.yaml")));
    Run run = baseline.applied(run(false, result("a/get", SILENT, Outcome.INFO, 405)), ALL, TODAY);
    assertThat(run.cases().get(0).outcome()).isEqualTo(Outcome.INFO);
  }

  private static CaseResult answered(int status, String json, String actual) {
    return result(
        "a/one", STATED, Outcome.FAIL, "status 413", actual, SampleCases.answered(status, json));
  }

  private static Run applied(Map<String, String> seen, CaseResult result) {
    return listing(Optional.of("a/one"), "2026-11-20", seen)
        .applied(run(false, result), ALL, TODAY);
  }

  @Test
  void what_was_seen_is_known_whatever_ids_times_and_texts_are_now() {
    Map<String, String> seen =
        Map.of("status", "500", "body", "an object", "body.error", "a string");
    String one = "{\"error\": \"Out of memory, 7f3a\", \"at\": \"2026-11-20T10:00:00Z\"}";
    assertThat(applied(seen, answered(500, one, "status 500, " + one)).counts())
        .containsEntry(Outcome.KNOWN, 1);
    String other = "{\"error\": \"no\"}";
    assertThat(
            applied(seen, answered(500, other, "status 500, " + other + " (request 2 of 3)"))
                .counts())
        .containsEntry(Outcome.KNOWN, 1);
  }

  @Test
  void something_else_than_what_was_seen_is_not_known_and_says_so() {
    Map<String, String> seen = new LinkedHashMap<>();
    seen.put("status", "500");
    seen.put("body", "an object");
    seen.put("body.error", "a string");
    String taken = "{\"file_id\": 7}";
    Run run = applied(seen, answered(200, taken, "status 200, " + taken));
    assertThat(run.conclusion()).isEqualTo(Conclusion.NO);
    assertThat(run.cases().get(0).verdicts().get(0).actual())
        .isEqualTo(
            "status 200, {\"file_id\": 7}; known is another break: status 500, body.error a string"
                + " and not status 200, body.error (none) (b.yaml, line 2)");
    assertThat(run.stale()).isEmpty();
    assertThat(applied(seen, answered(500, taken, "status 500, " + taken)).conclusion())
        .isEqualTo(Conclusion.NO);
  }

  @Test
  void an_entry_looks_only_where_its_clause_does() {
    Map<String, String> seen = Map.of("found", "`created_at` \"0000-00-00 00:00:00\"");
    for (int status : new int[] {200, 201}) {
      String answer = "{\"id\": 7, \"created_at\": \"2026-11-20 10:00:0%d\"}".formatted(status % 2);
      String found = "`created_at` \"2026-11-20 10:00:0%d\"".formatted(status % 2);
      assertThat(applied(seen, answered(status, answer, found)).counts())
          .containsEntry(Outcome.KNOWN, 1);
    }
    assertThat(applied(seen, answered(200, "{\"id\": 7}", "no `created_at`")).conclusion())
        .isEqualTo(Conclusion.NO);
  }

  @Test
  void a_wrong_text_is_known_as_that_text_only() {
    String old = "{\"error\": \"go away\", \"ref\": \"7f3a2\"}";
    String other = "{\"error\": \"user password: x\", \"ref\": \"7f3a2\"}";
    Map<String, String> seen =
        Map.of("body", "an object", "body.error", "\"go away\"", "body.ref", Observation.VARIES);
    assertThat(applied(seen, answered(401, old, old)).counts()).containsEntry(Outcome.KNOWN, 1);
    assertThat(applied(seen, answered(401, other, other)).conclusion()).isEqualTo(Conclusion.NO);
  }

  @Test
  void a_clause_that_is_broken_in_two_ways_may_have_two_entries() {
    KnownViolation one =
        listing(Optional.of("a/one"), "2026-11-20", Map.of("status", "500")).violations().get(0);
    KnownViolation two =
        listing(Optional.empty(), "2026-11-20", Map.of("status", "502")).violations().get(0);
    Baseline both = new Baseline(List.of(one, two), List.of());
    for (int status : new int[] {500, 502}) {
      CaseResult result = answered(status, "{}", "status " + status + ", {}");
      assertThat(both.applied(run(false, result), ALL, TODAY).conclusion())
          .isEqualTo(Conclusion.YES);
    }
    CaseResult worse = answered(200, "{}", "status 200, {}");
    assertThat(both.applied(run(false, worse), ALL, TODAY).cases().get(0).worst())
        .hasValueSatisfying(
            verdict -> assertThat(verdict.actual()).contains("status 500", "status 502"));
  }

  @Test
  void a_draft_says_what_was_seen_as_exactly_as_it_can_be_seen_again() {
    String one = "{\"error\": \"trouble 7f3a9\"}";
    String two = "{\"error\": \"trouble b2c44\"}";
    assertThat(
            BaselineDraft.of(
                run(false, answered(401, one, one)), run(false, answered(401, two, two)), TODAY))
        .contains("    seen:\n      \"body\": \"an object\"\n")
        .contains("      \"body.error\": \"\\\"trouble *\\\"\"\n");
    String none = "{}";
    assertThat(
            BaselineDraft.of(
                run(false, answered(500, none, "status 500, {}")),
                run(false, answered(502, none, "status 502, {}")),
                TODAY))
        .contains("\"status\": \"500\"", "\"status\": \"502\"")
        .doesNotContain(Observation.VARIES);
    assertThat(
            BaselineDraft.of(run(false, answered(200, none, "`id` \"7f3a9\"")), run(false), TODAY))
        .contains("      \"found\": \"`id` \\\"7f3a9\\\"\"\n");
  }

  @Test
  void a_pinned_response_of_an_earlier_edition_means_what_it_meant() {
    PinnedResponse pinned =
        new PinnedResponse(
            "a/get",
            Map.of(
                "status", "405",
                "body", "no body",
                "header allow", "POST, GET",
                "header server-timing", "app;dur=3"),
            "b.yaml");
    CaseResult same =
        result(
            "a/get",
            SILENT,
            Outcome.INFO,
            "this",
            "that",
            SampleCases.answered(405, "", new Header("Allow", "GET,POST")));
    Run run = new Baseline(List.of(), List.of(pinned)).applied(run(false, same), ALL, TODAY);
    assertThat(run.cases().get(0).outcome()).isEqualTo(Outcome.INFO);
  }
}
