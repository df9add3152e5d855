package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.console.ProofConsole;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.ProofJson;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ProofReportsTest {

  private static final String STATUS = "log-message/200/status";
  private static final String IDS = "log-message/200/message-id-unique";
  private static final List<Clause> LEDGER =
      List.of(
          SampleRun.clause(STATUS, Level.STATED, Optional.empty()),
          SampleRun.clause(IDS, Level.STATED, Optional.empty()),
          SampleRun.clause("log-message/401/body", Level.STATED, Optional.empty()),
          SampleRun.clause("log-message/silent/methods", Level.SILENT, Optional.empty()));

  private static MutantResult trial(
      String id,
      String says,
      List<String> breaks,
      Map<String, List<String>> blamed,
      Conclusion conclusion) {
    return new MutantResult(
        id, "log-message", says, breaks, blamed, List.of(), conclusion, Duration.ofMillis(120));
  }

  private static MutantResult quiet(String id, String says) {
    return trial(id, says, List.of(), Map.of(), Conclusion.YES);
  }

  private static Map<String, List<String>> blamed(List<String> plainCase) {
    Map<String, List<String>> blamed = new LinkedHashMap<>();
    blamed.put(STATUS, plainCase);
    blamed.put(IDS, List.of("a", "b", "c", "d", "e"));
    return blamed;
  }

  private static Proof proof(MutantResult plain) {
    List<String> plainCase = List.of("log-message/200/plain");
    return new Proof(
        new RunInfo(
            "0.0.0",
            "the embedded mock",
            Instant.parse("2026-01-02T03:04:05Z"),
            Duration.ofMillis(7_654),
            false,
            OptionalLong.of(1),
            List.of()),
        LEDGER,
        plain,
        List.of(
            trial(
                "log-message-200-answered-201",
                "answers 201 instead of 200",
                List.of(STATUS),
                Map.of(STATUS, plainCase),
                Conclusion.NO),
            trial(
                "log-message-message-id-of-16",
                "returns a message_id that is one of sixteen",
                List.of(IDS),
                Map.of(),
                Conclusion.YES),
            trial(
                "log-message-answered-as-html",
                "answers <b>html</b> & \u001b[31mred",
                List.of(STATUS),
                blamed(plainCase),
                Conclusion.NO)),
        List.of(
            quiet("slow", "answers late"),
            trial("gzip", "compresses", List.of(), Map.of(STATUS, plainCase), Conclusion.NO)));
  }

  static Proof sample() {
    return proof(quiet("plain", "The mock without any deviation."));
  }

  private static String printed(Proof proof, boolean quiet) {
    StringWriter text = new StringWriter();
    new ProofConsole(new PrintWriter(text), Ansi.OFF, quiet).report(proof);
    return text.toString();
  }

  @Test
  void a_proof_reads_as_the_golden_file_shows() throws IOException {
    new Golden("prove.txt").matches(printed(sample(), false));
  }

  @Test
  void quiet_leaves_only_what_failed_and_the_summary() {
    assertThat(printed(sample(), true))
        .doesNotContain("killed by")
        .contains("log-message-message-id-of-16", "gzip")
        .endsWith("· 7.7 s · unproven\n");
  }

  @Test
  void a_mock_that_does_not_conform_without_defects_proves_nothing() {
    Proof proof =
        proof(
            trial(
                "plain",
                "The mock without any deviation.",
                List.of(),
                Map.of(STATUS, List.of("log-message/200/plain")),
                Conclusion.NO));
    assertThat(proof.conclusion()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(printed(proof, true))
        .contains("does not conform, so nothing is proven", "undecided");
    Proof interrupted =
        new Proof(proof.info().cutShort(), proof.clauses(), proof.plain(), List.of(), List.of());
    assertThat(printed(interrupted, true))
        .startsWith("The proof was ended before it could tell, so nothing is proven.\nPARTIAL ");
  }

  @Test
  void the_json_reads_as_the_golden_file_shows() throws IOException {
    new Golden("prove.json").matches(JsonText.pretty(ProofJson.of(sample())));
  }

  @Test
  void a_clause_that_no_defect_breaks_is_named_but_not_one_about_which_documents_are_silent() {
    assertThat(sample().unchallenged())
        .extracting(clause -> clause.id().value())
        .containsExactly("log-message/401/body");
  }
}
