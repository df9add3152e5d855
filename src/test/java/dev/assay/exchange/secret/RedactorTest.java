package dev.assay.exchange.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RedactorTest {

  private static Redactor redactor(String token, String clientId) {
    return new Redactor(Secrets.of(token, clientId));
  }

  private static String redacted(String token, String text) {
    return redactor(token, "another-client").text(text);
  }

  @Test
  void a_credential_is_replaced_wherever_it_stands() {
    assertThat(redacted("Sesame-42-x", "Sesame-42-x, aSesame-42-xb and 'Sesame-42-x'"))
        .isEqualTo("$TOKEN, a$TOKENb and '$TOKEN'");
  }

  @Test
  void it_is_replaced_in_its_encoded_forms_too() {
    assertThat(redacted("se+same/42 ä", "q=se%2Bsame%2F42+%C3%A4;")).isEqualTo("q=$TOKEN;");
    assertThat(redacted("Sesame-42-x", "Basic U2VzYW1lLTQyLXg=")).isEqualTo("Basic $TOKEN=");
    assertThat(redacted("subjects?>>", "a c3ViamVjdHM_Pj4 b")).isEqualTo("a $TOKEN b");
    assertThat(redacted("subjects?>>", "a c3ViamVjdHM/Pj4= b")).isEqualTo("a $TOKEN= b");
  }

  @Test
  void the_name_of_the_environment_variable_is_shown() {
    Redactor redactor =
        new Redactor(
            new Secrets(List.of(new Secrets.Secret("TOKEN", "STAGING_TOKEN", "Sesame-42"))));
    assertThat(redactor.text("Bearer Sesame-42")).isEqualTo("Bearer $STAGING_TOKEN");
  }

  @Test
  void the_longer_of_two_credentials_is_replaced_first() {
    Redactor redactor = redactor("Sesame-42", "Sesame-42-and-more");
    assertThat(redactor.text("Sesame-42-and-more Sesame-42")).isEqualTo("$CLIENT_ID $TOKEN");
  }

  @ParameterizedTest
  @CsvSource({
    "a room1 b, a $TOKEN b",
    "room1, $TOKEN",
    "/rooms/room1/messages, /rooms/$TOKEN/messages",
    "id=room1&x=y, id=$TOKEN&x=y",
    "room1., $TOKEN.",
    "room12, room12",
    "ballroom1, ballroom1",
    "room1-a, room1-a",
    "my_room1, my_room1"
  })
  void a_short_credential_is_replaced_only_as_a_word(String text, String redacted) {
    assertThat(redacted("room1", text)).isEqualTo(redacted);
  }

  @Test
  void signs_that_mean_something_to_patterns_mean_nothing_here() {
    assertThat(redacted("a.b*c[d]\\E(e$1", "<a.b*c[d]\\E(e$1>")).isEqualTo("<$TOKEN>");
    assertThat(redacted("a.b*c[d]\\E(e$1", "aXbbbc")).isEqualTo("aXbbbc");
  }

  @Test
  void a_text_without_credentials_stays_as_it_is() {
    assertThat(redacted("Sesame-42", "user is not registered")).isEqualTo("user is not registered");
    assertThat(redacted("Sesame-42", "")).isEmpty();
  }

  @Test
  void a_credential_is_replaced_where_json_writes_it_with_escapes() {
    assertThat(redacted("ab/cd/ef\"gh", "{\"echo\": \"ab\\/cd\\/ef\\\"gh\"}"))
        .isEqualTo("{\"echo\": \"$TOKEN\"}");
    assertThat(redacted("ab/cd/ef\"gh", "{\"echo\": \"ab/cd/ef\\\"gh\"}"))
        .isEqualTo("{\"echo\": \"$TOKEN\"}");
  }
}
