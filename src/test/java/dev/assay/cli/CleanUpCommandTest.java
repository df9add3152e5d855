package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.app.cleanup.StoringServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CleanUpCommandTest {

  private static final String REMOVING = "DELETE /messages/{message_id}";

  @TempDir private Path folder;
  private StoringServer server;

  @BeforeEach
  void start() throws IOException {
    server = StoringServer.start();
  }

  @AfterEach
  void close() {
    server.close();
  }

  private String target(String name, StoringServer service, String cleanUp) throws IOException {
    String entry = cleanUp.isEmpty() ? "" : "    cleanUp: { message: \"" + cleanUp + "\" }\n";
    return Files.writeString(
            folder.resolve(name + ".yaml"),
            """
            services:
              haptik:
                baseUrl: %s
                token: the-haptik-token-1
                clientId: the-client-id-1
                businessId: 343
                registeredUser: someone
            """
                    .formatted(service.uri())
                + entry)
        .toString();
  }

  private Outcome contract(String target, String... more) {
    String[] options = new String[more.length + 4];
    System.arraycopy(more, 0, options, 4, more.length);
    System.arraycopy(
        new String[] {"--target", target, "--select", "log-message/200/message-body/truths"},
        0,
        options,
        0,
        4);
    return Outcome.of(folder.resolve("report"), options);
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(folder.resolve("report").resolve(name).toFile());
  }

  private String listed() {
    return folder.resolve("report/created.json").toString();
  }

  @Test
  void what_was_made_is_removed_and_told_in_one_line_and_listed() throws IOException {
    Outcome outcome = contract(target("t", server, REMOVING));
    JsonNode created = json("created.json");
    int made = created.path("created").size();
    assertThat(made).isGreaterThan(5);
    assertThat(server.messages()).isEmpty();
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("removed %1$d of %1$d messages it made: %2$s\n".formatted(made, listed()));
    assertThat(json("contract.json").path("created"))
        .hasToString(
            "{\"made\":%1$d,\"listed\":%1$d,\"gone\":0,\"removed\":%1$d,\"left\":0}"
                .formatted(made));
    assertThat(created.path("run")).isEqualTo(json("contract.json").path("run"));
    JsonNode first = created.path("created").path(0);
    assertThat(first.path("case").asText()).isEqualTo("log-message/200/plain");
    assertThat(first.path("operation").asText()).isEqualTo("log-message");
    assertThat(first.path("target").asText()).isEqualTo("t");
    assertThat(first.path("status").asInt()).isEqualTo(200);
    assertThat(first.path("answered").path("message_id").asText()).isEqualTo("1000001");
    assertThat(first.path("sent").path("message_body").asText())
        .startsWith("Assay checks message " + created.path("run").asText());
    assertThat(first.path("fate").asText()).isEqualTo("removed");
  }

  @Test
  void what_is_left_does_not_change_the_verdict() throws IOException {
    server.guardedBy(id -> id.endsWith("1") ? 500 : null);
    Outcome outcome = contract(target("t", server, REMOVING));
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out()).contains("conforms").containsPattern("; \\d+ (is|are) left: ");
    assertThat(json("created.json").path("created").findValuesAsText("why"))
        .contains("refused with status 500, {}", "status 204");
  }

  @Test
  void without_a_way_to_remove_it_one_line_says_where_it_is_listed() throws IOException {
    Outcome outcome = contract(target("t", server, ""));
    assertThat(outcome.out())
        .contains(
            "made %d messages and removed none, for the target file has no cleanUp: %s\n"
                .formatted(server.messages().size(), listed()));
  }

  @Test
  void a_plan_says_that_it_would_remove_and_how() throws IOException {
    assertThat(contract(target("t", server, REMOVING), "--plan").out())
        .contains("At the end, what it made in haptik would be removed: " + REMOVING + "\n");
    assertThat(contract(target("t", server, ""), "--plan").out())
        .contains("Nothing of it would be removed: the target file has no cleanUp.\n");
  }

  @Test
  void the_mock_ends_with_the_run_so_nothing_is_said_of_what_was_made_in_it() throws IOException {
    Outcome outcome = Outcome.of(folder.resolve("report"), "--select", "log-message/200/plain");
    assertThat(outcome.out()).doesNotContain("removed", "made");
    assertThat(json("created.json").path("counts").path("made").asInt()).isPositive();
  }

  @Test
  void credentials_that_a_server_sends_back_are_in_no_list() throws IOException {
    server.saying(id -> "id-of-the-haptik-token-1-" + id);
    contract(target("t", server, REMOVING));
    assertThat(Files.readString(folder.resolve("report/created.json")))
        .contains("$TOKEN")
        .doesNotContain("the-haptik-token-1");
  }

  @Test
  void a_run_that_ends_at_its_deadline_lists_what_it_made_and_removes_nothing() throws IOException {
    server.saying(
        id -> {
          if (id.equals("1000003")) {
            sleepUntilInterrupted();
          }
          return id;
        });
    Outcome outcome = contract(target("t", server, REMOVING), "--deadline", "5s");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("PARTIAL").contains("removed 0 of ");
    assertThat(server.removals()).isEmpty();
    assertThat(json("created.json").path("created").findValuesAsText("fate"))
        .isNotEmpty()
        .containsOnly("left");
  }

  private static void sleepUntilInterrupted() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Test
  void a_cutover_removes_what_it_made_on_both_sides() throws IOException {
    try (StoringServer fresh = StoringServer.start()) {
      Outcome outcome =
          Outcome.ofCommand(
              "cutover",
              "--from",
              target("old", server, REMOVING),
              "--to",
              target("new", fresh, REMOVING),
              "--select",
              "log-message/200/message-body/truths",
              "--report",
              folder.resolve("report").toString());
      JsonNode created = json("created.json").path("created");
      assertThat(created.findValuesAsText("target")).contains("old", "new");
      assertThat(outcome.out())
          .contains("removed %1$d of %1$d messages it made: ".formatted(created.size()));
      assertThat(server.messages()).isEmpty();
      assertThat(fresh.messages()).isEmpty();
      assertThat(json("cutover.json").path("created").path("removed").asInt())
          .isEqualTo(created.size());
    }
  }

  @Test
  void what_a_load_made_is_removed_but_for_an_id_that_several_messages_got() throws IOException {
    server.saying(id -> id.matches(".*[37]") ? "77" : id);
    Outcome outcome = load(target("t", server, REMOVING));
    JsonNode created = json("load-created.json");
    assertThat(created.at("/counts/made").asInt()).isGreaterThanOrEqualTo(20);
    assertThat(created.at("/counts/left").asInt()).isEqualTo(server.messages().size());
    assertThat(server.messages().keySet()).isNotEmpty().allMatch(id -> id.matches("77|.*[37]"));
    assertThat(outcome.out())
        .contains(
            "  removed %d of %d messages it made; %d are left, warm-up included: "
                .formatted(
                    created.at("/counts/removed").asInt(),
                    created.at("/counts/made").asInt(),
                    created.at("/counts/left").asInt()));
    assertThat(created.at("/created/0/sent/message_body").asText())
        .contains(created.path("run").asText());
  }

  @Test
  void a_part_of_a_load_is_left_for_others_may_still_be_loading() throws IOException {
    Outcome outcome = load(target("t", server, REMOVING), "--injector", "1/2");
    assertThat(outcome.out())
        .contains(" and removed none, for load generators that run apart remove nothing");
    assertThat(server.removals()).isEmpty();
  }

  @Test
  void a_plan_of_a_load_says_whether_it_would_remove() throws IOException {
    assertThat(load(target("t", server, REMOVING), "--plan").out())
        .contains("; what they would create is removed as far as time allows. Nothing was sent.");
    assertThat(load(target("t", server, ""), "--plan").out())
        .contains("; what they would create is not removed. Nothing was sent.");
  }

  private Outcome load(String target, String... more) throws IOException {
    Files.writeString(
        Path.of(target),
        "limits: { load: { allowed: true, maxRequestsPerSecond: 50, maxTotalBytes: 1MiB } }\n",
        StandardOpenOption.APPEND);
    List<String> all = new ArrayList<>(List.of("load", "message", "--rate", "10"));
    all.addAll(List.of("--duration", "2s", "--target", target));
    all.addAll(List.of("--report", folder.resolve("report").toString()));
    all.addAll(List.of(more));
    return Outcome.ofCommand(all.toArray(String[]::new));
  }

  @Test
  void messages_of_a_second_run_for_a_baseline_are_removed_too() throws IOException {
    server.saying(id -> id.endsWith("1") ? "x" + id : id);
    contract(
        target("t", server, REMOVING),
        "--write-baseline",
        folder.resolve("baseline.yaml").toString());
    assertThat(server.messages().keySet()).allMatch(id -> id.endsWith("1"));
  }
}
