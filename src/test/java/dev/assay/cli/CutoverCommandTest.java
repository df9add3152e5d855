package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CutoverCommandTest {

  @TempDir private Path folder;

  private Outcome cutover(String from, String to, String... options) {
    List<String> args = new ArrayList<>(List.of("cutover", "--from", from, "--to", to));
    args.addAll(List.of("--seed", "1"));
    args.addAll(List.of(options));
    if (!args.contains("--report")) {
      args.addAll(List.of("--report", folder.resolve("report").toString()));
    }
    return Outcome.ofCommand(args.toArray(String[]::new));
  }

  private JsonNode json() throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report/cutover.json").toFile());
  }

  private List<String> regressed() throws IOException {
    List<String> ids = new ArrayList<>();
    for (JsonNode clause : json().path("clauses")) {
      if (clause.path("relation").asText().equals("regressed")) {
        ids.add(clause.path("id").asText());
      }
    }
    return ids;
  }

  private String target(String name, String baseUrl) throws IOException {
    TestAccounts known = TestAccounts.sample();
    Path file =
        Files.writeString(
            folder.resolve(name + ".yaml"),
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
                    baseUrl,
                    known.haptikToken(),
                    known.clientId(),
                    known.businessId(),
                    known.registeredUser()));
    return file.toString();
  }

  @Test
  void two_mocks_are_the_same_to_a_client() throws IOException {
    Outcome outcome = cutover("embedded", "embedded", "--select", "log-message");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("GO: a client will not notice.");
    assertThat(json().path("outcome").asText()).isEqualTo("go");
    assertThat(json().path("differences")).isEmpty();
    assertThat(json().path("clauses")).hasSizeGreaterThan(40);
    assertThat(folder.resolve("report/cutover.xml")).exists();
    assertThat(Files.readString(folder.resolve("report/index.html")))
        .contains("<title>GO: embedded → embedded");
  }

  @Test
  void a_defect_is_a_no_go_that_names_exactly_its_clause() throws IOException {
    Outcome outcome =
        cutover(
            "embedded",
            "embedded",
            "--defect",
            "log-message-200-answered-201",
            "--select",
            "log-message/200/message-body",
            "--select",
            "log-message/silent/methods");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out())
        .contains("× regressed: log-message/200/status (stated)")
        .contains("old:      status 200")
        .contains("new:      status 201")
        .contains("NO-GO");
    assertThat(regressed()).containsExactly("log-message/200/status");
    assertThat(json().path("differences")).isEmpty();
  }

  @Test
  void a_difference_on_which_the_documents_are_silent_is_a_review() throws IOException {
    Outcome outcome =
        cutover(
            "embedded",
            "embedded",
            "--variant",
            "methods-not-implemented",
            "--select",
            "log-message/silent");
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
    assertThat(outcome.out()).contains("differs: log-message/silent/methods").contains("REVIEW");
    assertThat(json().path("outcome").asText()).isEqualTo("review");
    assertThat(json().path("differences"))
        .isNotEmpty()
        .allSatisfy(
            difference -> {
              assertThat(difference.path("clauses")).hasSize(1);
              assertThat(difference.path("clauses").path(0).asText())
                  .isEqualTo("log-message/silent/methods");
              assertThat(difference.path("changes").path(0).path("place").asText())
                  .isEqualTo("status");
              assertThat(difference.path("changes").path(0).path("to").asText()).isEqualTo("501");
            });
  }

  @Test
  void a_strict_cutover_says_no_to_a_difference() {
    Outcome outcome =
        cutover(
            "embedded",
            "embedded",
            "--variant",
            "options-answered",
            "--select",
            "upload-file/silent/methods",
            "--strict");
    assertThat(outcome.exitCode()).isEqualTo(1);
    assertThat(outcome.out()).contains("REVIEW");
  }

  @Test
  void a_server_under_two_names_is_the_same_server() throws IOException {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      URI here = mock.baseUri();
      String other = "http://LOCALHOST:" + here.getPort() + "/";
      assertThat(cutover(target("old", here.toString()), target("new", other)).sentence())
          .isEqualTo(
              "assay: services.haptik is the same server on both sides (%s and %s), so nothing would be compared; give --from and --to two different ones"
                  .formatted(here, "http://localhost:" + here.getPort()));
      assertThat(mock.received().values()).allMatch(count -> count == 0);
    }
  }

  @Test
  void targets_without_a_service_in_common_cannot_be_compared() throws IOException {
    Path rooms =
        Files.writeString(
            folder.resolve("rooms.yaml"),
            """
            services:
              rooms: { baseUrl: "http://127.0.0.1:9", token: t, memberRoom: a, foreignRoom: b }
            """);
    assertThat(cutover(target("old", "http://127.0.0.1:9"), rooms.toString()).sentence())
        .isEqualTo(
            "assay: old and rooms have no service in common: one has haptik, the other rooms");
  }

  @Test
  void wrong_credentials_on_one_side_are_undecided_and_tell_which() throws IOException {
    try (MockServer mock = MockServer.start(TestAccounts.sample())) {
      Path file = Path.of(target("next", mock.baseUri().toString()));
      Files.writeString(
          file,
          Files.readString(file).replace(TestAccounts.sample().haptikToken(), "not-the-token"));
      Outcome outcome = cutover("embedded", file.toString(), "--select", "log-message");
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.out())
          .contains("! new: http")
          .contains("check the token in services.haptik")
          .contains("UNDECIDED")
          .doesNotContain("×");
    }
  }

  @Test
  void a_defect_needs_the_mock() throws IOException {
    String file = target("old", "http://127.0.0.1:9");
    assertThat(cutover("embedded", file, "--defect", "log-message-200-answered-201").sentence())
        .isEqualTo("assay: --defect and --variant are for --to embedded only");
  }

  @Test
  void a_load_that_cannot_be_compared_is_told_before_anything_is_sent() {
    assertThat(
            cutover("embedded", "embedded", "--load", "message", "--load-repeat", "1").sentence())
        .isEqualTo("assay: --load-repeat must lie between 2 and 100, not 1");
    assertThat(
            cutover("embedded", "embedded", "--load", "message", "--profile", "capacity")
                .sentence())
        .isEqualTo("assay: a search for capacity cannot be compared; give another --profile");
    assertThat(cutover("embedded", "embedded", "--load", "everything").sentence())
        .startsWith("assay: ")
        .contains("everything");
    assertThat(folder.resolve("report")).doesNotExist();
  }

  @Test
  void a_report_folder_that_cannot_be_made_is_told_before_anything_is_sent() throws IOException {
    Path file = Files.writeString(folder.resolve("file"), "in the way");
    assertThat(cutover("embedded", "embedded", "--report", file.resolve("x").toString()).sentence())
        .startsWith("assay: ");
  }
}
