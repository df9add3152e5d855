package dev.assay.report.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.Golden;
import dev.assay.report.SampleRun;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ContractJsonTest {

  @Test
  void a_run_reads_as_the_golden_file_shows() throws IOException {
    new Golden("contract.json").matches(JsonText.pretty(ContractJson.of(SampleRun.everyOutcome())));
  }

  @Test
  void a_clause_that_nobody_decided_has_no_outcome_and_an_untested_one_tells_why()
      throws IOException {
    JsonNode clauses = parsed(SampleRun.everyOutcome()).get("clauses");
    assertThat(clauses.findValuesAsText("outcome"))
        .containsExactly("PASS", "FAIL", "WARN", "WARN", "ERROR", "SKIP", "SKIP", "null");
    assertThat(clauses.get(6).get("untested").asText())
        .isEqualTo("the limit is nowhere in numbers");
    assertThat(clauses.get(7).get("outcome").isNull()).isTrue();
  }

  @Test
  void a_run_without_any_case_still_has_every_member() throws IOException {
    JsonNode root = parsed(SampleRun.run(List.of(), List.of(), false));
    assertThat(root.get("cases").isArray()).isTrue();
    assertThat(root.get("outcome").asText()).isEqualTo("undecided");
  }

  @Test
  void the_seed_is_told_with_which_the_same_requests_can_be_sent_again() throws IOException {
    Run run = SampleRun.run(List.of(), List.of(), false);
    Run seeded =
        new Run(run.info().seeded(42), run.documented(), run.cases(), run.problems(), run.strict());
    assertThat(parsed(seeded).get("seed").asLong()).isEqualTo(42);
    assertThat(parsed(run).has("seed")).isFalse();
  }

  @Test
  void hidden_characters_are_escaped_and_none_is_lost() throws IOException {
    String odd = "\u001b[31m\u0085\u007f\u202e\ud800 \udc00" + Character.toString(0xE0041) + "é😀";
    RecordedExchange exchange = SampleRun.exchange(200, odd);
    Verdict verdict =
        new Verdict(SampleRun.LOGGED, Outcome.FAIL, "status 200", odd, Optional.of(exchange));
    Run run =
        SampleRun.run(
            List.of(SampleRun.result("log-message/odd", odd, List.of(verdict), exchange)),
            List.of(),
            false);
    assertThat(parsed(run).at("/cases/0/actual").asText()).isEqualTo(odd);
    assertThat(JsonText.pretty(ContractJson.of(run)).codePoints())
        .noneMatch(c -> c != '\n' && Sanitizer.isHidden(c));
  }

  @Test
  void the_report_is_the_same_each_time() {
    assertThat(JsonText.pretty(ContractJson.of(SampleRun.everyOutcome())))
        .isEqualTo(JsonText.pretty(ContractJson.of(SampleRun.everyOutcome())));
  }

  private JsonNode parsed(Run run) throws IOException {
    return new ObjectMapper().readTree(JsonText.pretty(ContractJson.of(run)));
  }
}
