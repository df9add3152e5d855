package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.cli.UserServer.Answer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Links of a contract give the values that nobody else gives, so that a GET reads what is there.
 */
class LinksTest {

  @TempDir private Path folder;

  private Outcome checked(
      Map<String, UnaryOperator<Answer>> faults, UnaryOperator<String> contract, String... options)
      throws IOException {
    try (UserServer server = new UserServer(faults)) {
      return checked(server, contract, options);
    }
  }

  private Outcome checked(UserServer server, UnaryOperator<String> contract, String... options)
      throws IOException {
    List<String> all = new ArrayList<>(List.of("--target", server.target(folder, contract)));
    all.addAll(List.of(options));
    return Outcome.of(folder.resolve("report"), all.toArray(String[]::new));
  }

  @Test
  void who_keeps_the_contract_is_asked_for_what_it_has_made() throws IOException {
    Outcome outcome = checked(Map.of(), UnaryOperator.identity());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .contains("conforms")
        .containsPattern("read-user  GET \\S+/users/[0-9a-f-]{36}\\R  ✔ the documented request")
        .containsPattern("list-orders  GET \\S+/orders\\R  ✔ the documented request")
        .containsPattern("read-order  GET \\S+/orders/[1-9]\\d+\\R  ✔ the documented request")
        .contains("remove-user")
        .contains("destructive: [remove-user]")
        .contains("Not checked: the server in the link ReadUser of create-user");
    assertThat(folder.resolve("report/created.json"))
        .content()
        .contains("create-user/link")
        .contains("create-user/link-rename-user");
  }

  @Test
  void without_links_nobody_can_tell() throws IOException {
    Outcome outcome = checked(Map.of(), text -> text.replace("links:", "x-links:"));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("! the documented request is accepted  read-user/200/plain");
  }

  @Test
  void a_linked_operation_that_breaks_its_contract_is_blamed() throws IOException {
    Outcome outcome =
        checked(
            Map.of("GET /users/{id}", right -> new Answer(202, right.body(), 0)),
            UnaryOperator.identity());
    assertThat(outcome.exitCode()).as(outcome.out()).isOne();
    assertThat(outcome.out()).contains("read-user/200/status");
  }

  @Test
  void what_a_link_goes_by_is_missed_where_it_should_be_and_blamed_on_nobody_else()
      throws IOException {
    Outcome outcome =
        checked(
            Map.of("POST /users", UserServer::withoutId),
            UnaryOperator.identity(),
            "--select=read-user",
            "--select=create-user");
    assertThat(outcome.exitCode()).as(outcome.out()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("create-user/201/linked-id (implied)")
        .contains("0 fail, 1 warn")
        .contains("read-user/200/plain")
        .contains(
            "its id comes from the link ReadUser of create-user ("
                + folder.resolve("users.openapi.yaml")
                + ", line ");
  }

  @Test
  void what_may_be_removed_is_what_this_run_has_made_for_it() throws IOException {
    try (UserServer server = new UserServer(Map.of())) {
      Outcome outcome = checked(server, UnaryOperator.identity(), "--allow-destructive");
      assertThat(outcome.exitCode()).as(outcome.out()).isZero();
      List<String> removed =
          server.asked().stream().filter(asked -> asked.startsWith("DELETE /users/")).toList();
      assertThat(removed).hasSize(1);
      String other = removed.get(0).replace("DELETE", "");
      assertThat(server.asked())
          .noneMatch(asked -> !asked.startsWith("DELETE") && asked.contains(other));
    }
  }

  @Test
  void what_others_have_made_is_not_removed() throws IOException {
    try (UserServer server = new UserServer(Map.of())) {
      UnaryOperator<String> constant =
          text ->
              text.replace(
                  "operationId: removeUser, parameters: { id: $response.body#/id }",
                  "operationId: removeUser, parameters: { id: anna }");
      Outcome outcome = checked(server, constant, "--allow-destructive", "--select=remove-user");
      assertThat(outcome.out())
          .contains("DELETE /users/{id} could not be asked: its id comes from the link RemoveUser")
          .contains("but the answer does not name what remove-user would remove.");
      assertThat(server.asked()).isEmpty();
    }
  }

  @Test
  void an_id_that_makes_the_path_another_is_none() throws IOException {
    Outcome outcome =
        checked(
            Map.of("POST /users", right -> new Answer(201, named(right, ".."), 0)),
            UnaryOperator.identity(),
            "--select=rename-user");
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out()).contains("PATCH /users/{id} could not be asked");
  }

  private static JsonNode named(Answer right, String id) {
    return right.body() instanceof ObjectNode user ? user.put("id", id) : right.body();
  }

  @Test
  void where_the_first_is_refused_the_others_are_undecided() throws IOException {
    Outcome outcome =
        checked(Map.of("POST /users", right -> Answer.of(400)), UnaryOperator.identity());
    assertThat(outcome.out())
        .contains(
            "GET /users/{id} could not be asked: its id comes from the link ReadUser of create-user")
        .contains("but create-user answered its documented request with 400.");
  }

  @Test
  void links_that_lead_in_a_circle_are_followed_nowhere() throws IOException {
    Outcome outcome =
        checked(
            Map.of(),
            text ->
                text.replaceAll("(?s)  /users:\n.*?  /users/\\{id}", "  /users/{id}")
                    .replaceAll("(?s)    (patch|delete):.*?\n  /", "  /")
                    .replace("userId: $request.path.id } }", "userId: $request.path.id } }")
                    .replace(
                        "          description: The orders, the newest first.",
                        "          description: The orders.\n"
                            + "          links: { Who: { operationId: readUser, parameters: { id: $request.path.userId } } }"));
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.out())
        .contains("these links lead in a circle: read-user, list-orders, read-user");
  }

  @Test
  void a_value_of_the_target_file_goes_before_a_link() throws IOException {
    try (UserServer server = new UserServer(Map.of())) {
      Path target = Path.of(server.target(folder, UnaryOperator.identity()));
      Files.writeString(
          target, Files.readString(target).replace(" }", ", values: { id: somebody } }"));
      Outcome.of(folder.resolve("report"), "--target", target.toString(), "--select=read-user/200");
      assertThat(server.asked()).contains("GET /users/somebody").noneMatch("POST /users"::equals);
    }
  }

  @Test
  void a_link_goes_before_an_example_which_stands_in_where_it_gives_nothing() throws IOException {
    UnaryOperator<String> shown =
        text -> text.replace("[{ name: id, in: path,", "[{ name: id, example: anna, in: path,");
    try (UserServer server = new UserServer(Map.of())) {
      assertThat(checked(server, shown, "--select=read-user").exitCode()).isZero();
      assertThat(server.asked()).noneMatch("GET /users/anna"::equals);
    }
    try (UserServer server = new UserServer(Map.of("POST /users", UserServer::withoutId))) {
      checked(server, shown, "--select=read-user");
      assertThat(server.asked()).contains("GET /users/anna");
    }
  }

  @Test
  void links_that_lead_nowhere_are_notes() throws IOException {
    Outcome outcome =
        checked(
            Map.of(),
            text ->
                text.replace(
                        "operationId: listOrders, parameters", "operationId: nobody, parameters")
                    .replace("path.id: $response", "query.id: $response"),
            "--select=create-user/201");
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out())
        .containsPattern(
            "Not checked: the link Orders of read-user \\(.*, line \\d+\\): `nobody` names no")
        .containsPattern(
            "Not checked: `query.id` in the link RenameUser of create-user .*: rename-user has no such");
  }
}
