package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BaselineCommandTest {

  private static final String CLAUSE = "log-message/401/missing-header";

  private static MockServer mock;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    mock = MockServer.start(TestAccounts.sample());
  }

  @AfterAll
  static void stop() {
    mock.close();
  }

  private Outcome contract(Mutant deviation, String... options) throws IOException {
    mock.startAfresh(deviation == null ? List.of() : List.of(deviation));
    TestAccounts known = mock.accounts();
    Path target =
        Files.writeString(
            folder.resolve("t.yaml"),
            """
            services:
              haptik:
                baseUrl: %s
                token: %s
                clientId: %s
                businessId: %d
                registeredUser: %s
            """
                .formatted(
                    mock.baseUri(),
                    known.haptikToken(),
                    known.clientId(),
                    known.businessId(),
                    known.registeredUser()));
    List<String> args = new ArrayList<>(List.of("--target", target.toString()));
    args.addAll(List.of(options));
    return Outcome.of(folder.resolve("report"), args.toArray(String[]::new));
  }

  private static Mutant broken() {
    return Defects.all().stream()
        .filter(defect -> defect.breaks().equals(java.util.Set.of(CLAUSE)))
        .findFirst()
        .orElseThrow();
  }

  private String baseline(String text) throws IOException {
    return Files.writeString(folder.resolve("b.yaml"), text).toString();
  }

  private String listing(LocalDate expires) throws IOException {
    return baseline(
        """
        deviations:
          - clause: %s
            owner: payments
            reason: the old text is printed on paper
            expires: %s
        """
            .formatted(CLAUSE, expires));
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  @Test
  void a_listed_failure_stays_visible_and_the_run_conforms() throws IOException {
    Outcome outcome =
        contract(
            broken(), "--select", "log-message/401", "--baseline", listing(today().plusDays(1)));
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("≈ ").contains("known: payments").contains(" known,");
    JsonNode json = new ObjectMapper().readTree(folder.resolve("report/contract.json").toFile());
    assertThat(json.path("counts").path("known").asInt()).isPositive();
    assertThat(json.path("lapsed")).isEmpty();
    assertThat(Files.readString(folder.resolve("report/contract.xml")))
        .contains("<skipped message=\"known: payments, until ")
        .doesNotContain("<failure");
  }

  @Test
  void an_entry_whose_clause_holds_now_fails_the_run_and_is_named() throws IOException {
    String file = listing(today().plusDays(1));
    Outcome outcome = contract(null, "--select", "log-message/401", "--baseline", file);
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("× " + file + ", line 2: " + CLAUSE + " holds now; remove the entry")
        .contains("(owner: payments, reason: the old text is printed on paper)");
    assertThat(Files.readString(folder.resolve("report/contract.xml"))).contains("type=\"LAPSED\"");
  }

  @Test
  void an_entry_that_was_not_played_is_not_stale() throws IOException {
    Outcome outcome =
        contract(
            null, "--select", "log-message/200/forms", "--baseline", listing(today().plusDays(1)));
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
  }

  @Test
  void a_proposal_has_to_be_filled_in_before_it_is_used() throws IOException {
    Path proposed = folder.resolve("baselines/staging.yaml");
    String[] select = {"--select", "log-message/401", "--select", "log-message/silent/methods"};
    Outcome written =
        contract(
            broken(),
            select[0],
            select[1],
            select[2],
            select[3],
            "--write-baseline",
            proposed.toString());
    assertThat(written.exitCode()).isEqualTo(1);
    assertThat(contract(broken(), "--baseline", proposed.toString()).sentence())
        .isEqualTo(
            "assay: %s, line 6: deviations.owner is not filled in: `TODO`; only people can say it"
                .formatted(proposed));
    Files.writeString(proposed, Files.readString(proposed).replace("TODO", "somebody"));
    Outcome again =
        contract(
            broken(),
            select[0],
            select[1],
            select[2],
            select[3],
            "--baseline",
            proposed.toString(),
            "--strict");
    assertThat(again.exitCode()).as(again.out()).isZero();
  }

  @Test
  void a_known_deviation_does_not_forgive_a_worse_one() throws IOException {
    Path known = folder.resolve("known.yaml");
    String select = "log-message/401";
    Mutant failing = Defects.named("log-message-401-answered-500").orElseThrow();
    Mutant letting = Defects.named("log-message-401-answered-200").orElseThrow();
    contract(failing, "--select", select, "--write-baseline", known.toString());
    assertThat(Files.readString(known)).contains("    seen:\n      \"status\": \"500\"\n");
    Files.writeString(known, Files.readString(known).replace("TODO", "somebody"));
    assertThat(contract(failing, "--select", select, "--baseline", known.toString()).exitCode())
        .isZero();
    Outcome worse = contract(letting, "--select", select, "--baseline", known.toString());
    assertThat(worse.exitCode()).isEqualTo(1);
    assertThat(worse.out())
        .contains("; known is another break: status 500 and not status 200 (" + known + ", line ");
  }

  @Test
  void a_proposal_is_never_written_over_another_file() throws IOException {
    String file = baseline("deviations: []\n");
    assertThat(contract(null, "--write-baseline", file).sentence())
        .isEqualTo(
            "assay: "
                + file
                + " is there already and is not written over; move it or name another"
                + " file");
  }

  @Test
  void a_pinned_answer_that_drifts_is_told() throws IOException {
    Path pins = folder.resolve("pins.yaml");
    String select = "log-message/silent/methods";
    contract(null, "--select", select, "--write-baseline", pins.toString());
    Mutant other = Variants.named("methods-not-implemented").orElseThrow();
    Outcome outcome = contract(other, "--select", select, "--baseline", pins.toString());
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out())
        .contains("⚠ log-message/silent/methods/options")
        .contains("expected: as pinned in " + pins)
        .contains("status 501");
    assertThat(
            contract(other, "--select", select, "--baseline", pins.toString(), "--strict")
                .exitCode())
        .isEqualTo(1);
  }

  @Test
  void what_a_baseline_cannot_mean_is_told_with_its_line() throws IOException {
    assertFlaw(
        "deviations:\n  - clause: log-message/nothing\n",
        2,
        "deviations.clause names no clause: `log-message/nothing`; `assay clauses` lists them");
    assertFlaw(
        "deviations:\n  - clause: " + CLAUSE + "\n    case: nothing\n",
        3,
        "deviations.case names no case of " + CLAUSE + ": `nothing`; `assay clauses` lists them");
    assertFlaw(
        "deviations:\n  - clause: " + CLAUSE + "\n", 2, "`owner` is missing in deviations; add it");
    assertFlaw(
        "deviations:\n  - clause: " + CLAUSE + "\n    until: never\n",
        3,
        "unknown key `until` in deviations; known keys are case, clause, expires, owner, reason,"
            + " seen");
    assertFlaw(
        """
        deviations:
          - clause: %s
            owner: a
            reason: b
            expires: 2026-12-31
            seen: { status: 200, satus: 200 }
        """
            .formatted(CLAUSE),
        6,
        "`satus` in deviations.seen is no place of an answer; give status, body, body.MEMBER or"
            + " found");
    assertFlaw(
        "deviations:\n  - { clause: " + CLAUSE + ", owner: a, reason: b, expires: soon }\n",
        2,
        "deviations.expires must be a date like 2026-12-31, not `soon`");
    assertFlaw(
        "observations:\n  log-message/200/plain: { status: 200 }\n",
        2,
        "`log-message/200/plain` is no case on which the documents are silent; `assay clauses`"
            + " lists them");
    assertFlaw(
        "- a\n",
        1,
        "the file must hold keys such as `deviations: []`, not a list or a single value");
  }

  private void assertFlaw(String text, int line, String what) throws IOException {
    String file = baseline(text);
    assertThat(contract(null, "--baseline", file).sentence())
        .isEqualTo("assay: %s, line %d: %s".formatted(file, line, what));
  }
}
