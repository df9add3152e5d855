package dev.assay.app.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.Conclusion;
import dev.assay.app.Home;
import dev.assay.app.Targets;
import dev.assay.app.load.SmokeLoad;
import dev.assay.cli.Outcome;
import dev.assay.exchange.target.TargetReader;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCheckTest {

  @TempDir private Path folder;
  private QuickGate gate;

  @BeforeEach
  void prepare() throws IOException {
    gate = QuickGate.in(folder.resolve("home"));
  }

  private Gate gate(String target) throws Exception {
    return gate(target, Optional.empty());
  }

  private Gate gate(String target, Optional<Path> baseline) throws Exception {
    return gate.decide(Targets.ofThisProcess(), target, baseline, folder.resolve("report"));
  }

  private String printed() {
    return gate.printed().toString();
  }

  private Path target(String baseUrl) throws IOException {
    return Files.writeString(
        folder.resolve("t.yaml"),
        """
        name: t
        services:
          haptik:
            baseUrl: %s
            token: %s
            clientId: %s
            businessId: %d
            registeredUser: %s
        """
            .formatted(
                baseUrl,
                TestAccounts.sample().haptikToken(),
                TestAccounts.sample().clientId(),
                TestAccounts.sample().businessId(),
                TestAccounts.sample().registeredUser()));
  }

  @Test
  void the_embedded_mock_may_go_on_and_the_evidence_is_whole() throws Exception {
    Gate gate = gate("embedded");
    assertThat(gate.conclusion()).as(printed()).isEqualTo(Conclusion.YES);
    assertThat(printed()).endsWith("GO\n").contains("evidence.zip", "index.html");
    assertThat(printed()).doesNotContain("removed none");
    try (ZipFile evidence = new ZipFile(folder.resolve("report/evidence.zip").toFile())) {
      JsonNode manifest = new ObjectMapper().readTree(bytes(evidence, "manifest.json"));
      assertThat(manifest.path("outcome").asText()).isEqualTo("GO");
      assertThat(manifest.path("decidedWith").findValuesAsText("name"))
          .contains("contracts/haptik.openapi.yaml", "contracts/objectives.yaml");
      assertThat(manifest.path("files").findValuesAsText("name"))
          .contains("index.html", "contract.json", "contract.xml", "exchanges.txt", "load.json")
          .contains("created.json")
          .contains("gate.json", "prove.json", "log-message.hlog");
      for (JsonNode file : manifest.path("files")) {
        byte[] digest =
            MessageDigest.getInstance("SHA-256")
                .digest(bytes(evidence, file.path("name").asText()));
        assertThat(file.path("sha256").asText()).isEqualTo(HexFormat.of().formatHex(digest));
      }
      for (ZipEntry entry : java.util.Collections.list(evidence.entries())) {
        assertThat(
                new String(
                    bytes(evidence, entry.getName()), java.nio.charset.StandardCharsets.UTF_8))
            .as(entry.getName())
            .doesNotContain(TestAccounts.sample().haptikToken())
            .doesNotContain(TestAccounts.sample().roomsToken());
      }
    }
  }

  private static byte[] bytes(ZipFile zip, String name) throws IOException {
    return zip.getInputStream(zip.getEntry(name)).readAllBytes();
  }

  @Test
  void a_target_with_a_defect_must_not_go_on_and_the_broken_clause_is_named() throws Exception {
    try (MockServer mock = MockServer.start(0, TestAccounts.sample(), List.of(QuickGate.DEFECT))) {
      Gate gate = gate(target(mock.baseUri().toString()).toString());
      assertThat(gate.conclusion()).as(printed()).isEqualTo(Conclusion.NO);
      assertThat(printed()).contains("log-message/200/status", "t must not go on");
      assertThat(printed())
          .containsPattern("made \\d+ messages and removed none, for .*created\\.json\n");
      assertThat(Files.readString(folder.resolve("report/index.html"))).contains("NO-GO");
    }
  }

  private Path baseline(List<String> entries) throws IOException {
    return Files.writeString(folder.resolve("b.yaml"), "deviations:\n" + String.join("", entries));
  }

  private static String entry(String clause, LocalDate expires) {
    return """
          - clause: %s
            owner: payments
            reason: old clients do not mind
            expires: %s
        """
        .formatted(clause, expires);
  }

  private static LocalDate today() {
    return LocalDate.now(ZoneOffset.UTC);
  }

  @Test
  void a_known_deviation_does_not_stand_in_the_way_and_stays_visible() throws Exception {
    try (MockServer mock = MockServer.start(0, TestAccounts.sample(), List.of(QuickGate.DEFECT))) {
      Path file = baseline(List.of(entry("log-message/200/status", today())));
      Gate gate = gate(target(mock.baseUri().toString()).toString(), Optional.of(file));
      GatePart contract = gate.parts().get(0);
      assertThat(contract.answer()).as(printed()).contains(Conclusion.YES);
      assertThat(contract.because()).contains("0 of", "clauses broken, 1 more known");
      assertThat(Files.readString(folder.resolve("report/index.html")))
          .contains("known: payments, until " + today());
      try (ZipFile evidence = new ZipFile(folder.resolve("report/evidence.zip").toFile())) {
        JsonNode manifest = new ObjectMapper().readTree(bytes(evidence, "manifest.json"));
        assertThat(manifest.path("decidedWith").findValuesAsText("name"))
            .contains("baseline b.yaml");
      }
    }
  }

  @Test
  void entries_that_have_expired_or_hold_now_are_a_no_go_that_names_them() throws Exception {
    Path file =
        baseline(
            List.of(
                entry("log-message/200/status", today().minusDays(1)),
                entry("log-message/401/missing-header", today())));
    try (MockServer mock = MockServer.start(0, TestAccounts.sample(), List.of(QuickGate.DEFECT))) {
      Gate gate = gate(target(mock.baseUri().toString()).toString(), Optional.of(file));
      assertThat(gate.conclusion()).isEqualTo(Conclusion.NO);
      String expired = file + ", line 2: log-message/200/status is still broken";
      String stale = file + ", line 6: log-message/401/missing-header holds now; remove the entry";
      assertThat(gate.parts().get(0).because()).contains(expired, stale);
      assertThat(printed()).contains("× " + expired, "× " + stale);
      assertThat(Files.readString(folder.resolve("report/index.html"))).contains(expired, stale);
    }
  }

  @Test
  void a_baseline_that_cannot_be_read_is_told_before_anything_is_sent() throws IOException {
    Path file = Files.writeString(folder.resolve("b.yaml"), "deviations: 7\n");
    assertThat(
            Outcome.ofCommand(
                    "gate",
                    "--baseline",
                    file.toString(),
                    "--report",
                    folder.resolve("report").toString())
                .sentence())
        .startsWith("assay: " + file + ", line 1: ");
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void a_target_that_is_not_there_is_not_judged_nor_loaded() throws Exception {
    Gate gate = gate(target("http://127.0.0.1:1").toString());
    assertThat(gate.conclusion()).as(printed()).isEqualTo(Conclusion.UNDECIDED);
    assertThat(gate.parts().get(1).answer()).isEmpty();
    assertThat(folder.resolve("report/load.json")).doesNotExist();
  }

  @Test
  void another_machine_is_not_loaded_unless_its_target_file_allows_it() throws Exception {
    String text =
        Files.readString(target("https://haptik.example.com"))
            .replaceAll("(token|clientId): .*", "$1: \\${SECRET}");
    Path file = Files.writeString(folder.resolve("far.yaml"), text);
    Map<String, String> environment = Map.of("SECRET", "a-secret-of-theirs");
    SmokeLoad smoke = SmokeLoad.of(new TargetReader(environment).read(file), Home.ofThisProcess());
    assertThat(smoke.forbidden())
        .hasValueSatisfying(why -> assertThat(why).contains("limits.load.allowed"));
  }

  @Test
  void a_report_folder_that_cannot_be_made_is_told_before_anything_is_sent() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(Outcome.ofCommand("gate", "--report", file.resolve("below").toString()).sentence())
        .startsWith("assay: The reports cannot be written");
  }

  @Test
  void past_runs_are_listed_and_nothing_to_list_is_told() throws IOException {
    Path reports = Files.createDirectories(folder.resolve("reports/a"));
    Files.writeString(
        reports.resolve("contract.json"),
        "{\"target\": \"staging\", \"startedAt\": \"2026-11-20T10:15:30Z\", \"outcome\": \"conforms\", \"clauses\": []}");
    Outcome listed = Outcome.ofCommand("history", folder.resolve("reports").toString());
    assertThat(listed.exitCode()).isZero();
    assertThat(listed.out()).startsWith("2026-11-20T10:15:30  contract  conforms    staging");
    assertThat(Outcome.ofCommand("history", reports.toString()).sentence())
        .isEqualTo("assay: there is no run in " + reports);
  }
}
