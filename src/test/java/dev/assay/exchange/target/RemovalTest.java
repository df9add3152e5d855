package dev.assay.exchange.target;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.UserException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RemovalTest {

  private static final URI BASE = URI.create("https://chat.example.com/prefix");

  private static Target read(String entry) {
    return new TargetReader(Map.of("TENANT", "acme"))
        .read(
            "t.yaml",
            """
            services:
              haptik:
                baseUrl: http://localhost:1
                token: some-token-1
                clientId: some-client-1
                businessId: 343
                registeredUser: someone
                cleanUp:
                  %s
            """
                .formatted(entry));
  }

  private static List<Removal> removals(String entry) {
    return read(entry).cleanUp().get("haptik");
  }

  private static void assertFlaw(String entry, String says) {
    assertThatThrownBy(() -> read(entry))
        .isInstanceOf(UserException.class)
        .hasMessage("t.yaml, line 9: services.haptik.cleanUp" + says);
  }

  @Test
  void entries_are_read_in_their_order_and_with_variables_filled_in() {
    assertThat(
            removals(
                "message: DELETE /${TENANT}/messages/{message_id}\n"
                    + "      file: POST /files/remove?url={file_url}&user={auth_id}"))
        .containsExactly(
            new Removal("message", "DELETE", "/acme/messages/{message_id}", Set.of("message_id")),
            new Removal(
                "file", "POST", "/files/remove?url={file_url}&user={auth_id}", Set.of("file_url")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET /messages/{message_id}",
        "delete /messages/{message_id}",
        "DELETE messages/{message_id}",
        "DELETE //evil.example.com/{message_id}",
        "DELETE https://evil.example.com/{message_id}",
        "DELETE /messages/../{message_id}",
        "DELETE /messages/{message_id",
        "DELETE /messages/{message_id}#x",
        "/messages/{message_id}"
      })
  void a_removal_is_a_method_that_may_remove_and_a_path_of_the_service(String value) {
    assertFlaw(
        "m: '" + value + "'",
        ".m must be DELETE or POST and a path with {message_id} in it, like DELETE"
            + " /messages/{message_id}, not `"
            + value
            + "`");
  }

  @Test
  void an_unknown_placeholder_is_named_with_those_that_there_are() {
    assertFlaw(
        "m: DELETE /messages/{mesage_id}",
        ".m has the placeholder {mesage_id}, which nothing fills in; there are {file_url} and"
            + " {message_id} of the answer, and {auth_id} and {business_id} of what was sent");
  }

  @Test
  void what_removes_without_naming_what_is_refused() {
    assertFlaw(
        "m: DELETE /users/{auth_id}/messages",
        ".m does not name what it removes, so it could remove what others made; put {file_url} or"
            + " {message_id} into its path");
  }

  @Test
  void an_empty_group_is_refused() {
    assertThatThrownBy(() -> read("{}"))
        .hasMessage(
            "t.yaml, line 8: services.haptik.cleanUp says of nothing how it is removed; add an entry"
                + " or remove the key");
  }

  @ParameterizedTest
  @CsvSource({
    "/m/{message_id}, 12, /prefix/m/12",
    "/m/{message_id}, a b+ü$, /prefix/m/a%20b%2B%C3%BC%24",
    "/m/{message_id}/, ~a.b_c-d, /prefix/m/~a.b_c-d/",
    "/m/x{message_id}, .., /prefix/m/x..",
    "/m?id={message_id}, ../a?b&c=d#e, /prefix/m?id=..%2Fa%3Fb%26c%3Dd%23e",
    "/m?id={message_id}, $TOKEN, /prefix/m?id=%24TOKEN",
  })
  void a_value_is_one_segment_of_the_path_or_one_value_of_the_query(
      String path, String value, String expected) {
    assertThat(
            new Removal("m", "DELETE", path, Set.of("message_id"))
                .at(BASE, Map.of("message_id", value)))
        .contains(URI.create("https://chat.example.com" + expected));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", ".", "..", "...", "a/b", "a\\b", "a?b", "a#b", "a%2fb", "a;b", "a\nb"})
  void a_value_that_could_be_more_than_a_segment_is_not_put_into_a_path(String value) {
    assertThat(
            new Removal("m", "DELETE", "/m/{message_id}", Set.of("message_id"))
                .at(BASE, Map.of("message_id", value)))
        .isEmpty();
  }
}
