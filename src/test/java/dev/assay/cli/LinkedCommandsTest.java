package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands besides {@code contract} take values from links too, or say what they would take. */
class LinkedCommandsTest {

  @TempDir private Path folder;

  @Test
  void a_doctor_sends_what_links_give() throws IOException {
    try (UserServer server = new UserServer(Map.of())) {
      Outcome outcome =
          Outcome.ofCommand("doctor", "--target", server.target(folder, UnaryOperator.identity()));
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
      assertThat(outcome.out())
          .containsPattern("read-user.*answers its documented request with 200");
    }
    try (UserServer server = new UserServer(Map.of("POST /users", UserServer::withoutId))) {
      Outcome outcome =
          Outcome.ofCommand("doctor", "--target", server.target(folder, UnaryOperator.identity()));
      assertThat(outcome.exitCode()).isNotZero();
      assertThat(outcome.out()).contains("GET /users/{id} could not be asked: its id comes from");
    }
  }

  @Test
  void a_load_without_the_value_of_a_link_is_not_begun() throws IOException {
    try (UserServer server = new UserServer(Map.of("POST /users", UserServer::withoutId))) {
      String target = server.target(folder, UnaryOperator.identity());
      Outcome outcome =
          Outcome.ofCommand(
              "load",
              "read-user",
              "--rate=5",
              "--duration=1s",
              "--target",
              target,
              "--report",
              folder.resolve("report").toString());
      assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isEqualTo(2);
      assertThat(outcome.err()).contains("read-user is not loaded: its id comes from the link");
    }
  }

  @Test
  void a_plan_names_the_links_and_follows_none() throws IOException {
    try (UserServer server = new UserServer(Map.of())) {
      String target = server.target(folder, UnaryOperator.identity());
      Outcome outcome = Outcome.ofCommand("contract", "--plan", "--target", target);
      assertThat(outcome.out())
          .containsPattern("read-user  http.*\\(its id comes from the link ReadUser of create-user")
          .containsPattern("remove-user  not asked: .*target file\\R");
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void who_begins_is_told_which_values_links_give() throws IOException {
    Path file = folder.resolve("users.openapi.yaml");
    Files.copy(UserServer.CONTRACT, file);
    Outcome outcome =
        Outcome.ofCommand(
            "init", file.toString(), "--base-url=http://127.0.0.1:1", "--out", folder.toString());
    assertThat(outcome.err()).isEmpty();
    assertThat(outcome.out())
        .containsPattern("read-user .*; its id comes from the link ReadUser of create-user \\(")
        .containsPattern("list-orders .*; its userId comes from the link Orders of read-user")
        .doesNotContainPattern("create-user .*; its");
    assertThat(Files.readString(folder.resolve("users.target.yaml")))
        .contains(
            "# id: 1 # the path parameter id of read-user; without it, what the link ReadUser of create-user gives");
  }
}
