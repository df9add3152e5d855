package dev.assay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whoever adds an operation as CONTRIBUTING tells has it checked, proven and loaded. */
@Tag("slow")
class FourthOperationSelfTest {

  @TempDir private static Path elsewhere;

  private static LoggedProcess.Ended assay(String... arguments) throws Exception {
    return new Checkout(elsewhere).assay(arguments);
  }

  @BeforeAll
  static void added() throws Exception {
    Checkout checkout = Checkout.in(elsewhere);
    FourthOperation.layOver(checkout);
    checkout.shareDownloads();
    LoggedProcess.Ended build = checkout.assay("--version");
    assertThat(build.exitCode()).as(build.said()).isZero();
  }

  @Test
  void its_clauses_are_in_the_ledger_with_their_cases() throws Exception {
    LoggedProcess.Ended documented = assay("clauses", "send-message");
    assertThat(documented.exitCode()).as(documented.said()).isZero();
    assertThat(documented.said())
        .contains("send-message/403/not-a-member")
        .doesNotContain("upload-file");
  }

  @Test
  void the_mock_keeps_its_contract() throws Exception {
    LoggedProcess.Ended run = assay("contract", "--select", "send-message", "--quiet");
    assertThat(run.exitCode()).as(run.said()).isZero();
    assertThat(run.said()).contains("0 fail, 0 warn").contains("conforms");
  }

  @Test
  void its_defects_follow_from_its_contract_and_are_killed_exactly() throws Exception {
    LoggedProcess.Ended proof =
        assay(
            "prove",
            "--quiet",
            "--defect=send-message-text-dropped",
            "--defect=send-message-403-not-given",
            "--defect=send-message-400-no-room-id-not-given",
            "--defect=send-message-403-answered-404",
            "--defect=send-message-400-no-room-id-answered-200",
            "--defect=send-message-401-body-html",
            "--defect=send-message-token-any",
            "--defect=send-message-200-object-wrapped",
            "--defect=send-message-answered-as-unknown-path",
            "--defect=send-message-crash-on-empty-body");
    assertThat(proof.exitCode()).as(proof.said()).isZero();
    assertThat(proof.said()).contains("10 defects: 10 killed exactly");
  }

  @Test
  void its_scenario_is_sent_and_every_answer_is_as_documented() throws Exception {
    assertThat(assay("load", "chat", "--plan").said()).contains("send-message");
    LoggedProcess.Ended run = assay("load", "chat", "--rate=5", "--duration=2s", "--report=loaded");
    JsonNode json = new ObjectMapper().readTree(elsewhere.resolve("loaded/load.json").toFile());
    JsonNode request = json.path("requests").path(0);
    assertThat(request.path("name").asText()).as(run.said()).isEqualTo("send-message");
    assertThat(request.path("ok").asLong()).as(run.said()).isEqualTo(10);
    assertThat(request.path("failed").asLong()).isZero();
    assertThat(json.path("objectives").findValuesAsText("request")).containsOnly("send-message");
  }
}
