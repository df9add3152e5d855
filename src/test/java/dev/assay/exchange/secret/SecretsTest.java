package dev.assay.exchange.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretsTest {

  private static final Secrets SECRETS =
      new Secrets(
          List.of(
              new Secrets.Secret("TOKEN", "STAGING_TOKEN_2", "Sesame-42"),
              new Secrets.Secret("CLIENT_ID", "STAGING_CLIENT", "client-7")));

  @ParameterizedTest
  @CsvSource({
    "Bearer $TOKEN, Bearer Sesame-42",
    "Bearer ${TOKEN}x, Bearer Sesame-42x",
    "${TOKEN%?}, Sesame-4",
    "${TOKEN#?}, esame-42",
    "${TOKEN~~}, sESAME-42",
    "${TOKEN:0:${#TOKEN}/2}x${TOKEN:${#TOKEN}/2+1}, Sesaxe-42",
    "$TOKEN/$CLIENT_ID, Sesame-42/client-7",
    "a=$TOKEN&b=$TOKEN, a=Sesame-42&b=Sesame-42"
  })
  void a_placeholder_is_filled_in_as_bash_would(String text, String expanded) {
    assertThat(SECRETS.expand(text)).isEqualTo(expanded);
  }

  @ParameterizedTest
  @ValueSource(strings = {"$ORPHAN_TOKEN", "${OTHER}", "$token", "$", "100$", "${TOKEN", "$TOKENS"})
  void what_is_no_placeholder_stays_as_it_is(String text) {
    assertThat(SECRETS.expand(text)).isEqualTo(text);
    assertThat(SECRETS.shown(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "Bearer $TOKEN, Bearer $STAGING_TOKEN_2",
    "${TOKEN}x, ${STAGING_TOKEN_2}x",
    "${TOKEN%?}, ${STAGING_TOKEN_2%?}",
    "${TOKEN#?}, ${STAGING_TOKEN_2#?}",
    "${TOKEN~~}, ${STAGING_TOKEN_2~~}",
    "${TOKEN:0:${#TOKEN}/2}, ${STAGING_TOKEN_2:0:${#STAGING_TOKEN_2}/2}",
    "$CLIENT_ID, $STAGING_CLIENT"
  })
  void records_show_the_name_that_the_user_gave(String text, String shown) {
    assertThat(SECRETS.shown(text)).isEqualTo(shown);
  }

  @Test
  void a_value_with_signs_of_its_own_is_filled_in_to_the_letter() {
    Secrets odd = Secrets.of("a\\b$1$TOKEN${CLIENT_ID}", "c");
    assertThat(odd.expand("<$TOKEN>")).isEqualTo("<a\\b$1$TOKEN${CLIENT_ID}>");
  }

  @Test
  void a_wrong_token_of_the_same_length_has_no_character_in_its_place() {
    Secrets secrets = Secrets.of("xyxXx0", "c");
    String wrong = secrets.wrongOneOfSameLength("TOKEN");
    assertThat(wrong).hasSize(6);
    for (int i = 0; i < wrong.length(); i++) {
      assertThat(wrong.charAt(i)).isNotEqualTo("xyxXx0".charAt(i));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"x", "y", "A", "P", "Q", "z", "0", "9", "+", "/", "-", "_", "="})
  void a_changed_character_differs_from_the_one_that_it_replaces(String character) {
    assertThat(Secrets.of("ab" + character, "c").otherThanLast("TOKEN") + "")
        .isNotEqualTo(character);
    assertThat(Secrets.of("a" + character + "b", "c").otherThanMiddle("TOKEN") + "")
        .isNotEqualTo(character);
    assertThat(Secrets.of(character + "ab", "c").otherThanFirst("TOKEN") + "")
        .isNotEqualTo(character);
  }

  /** The last base64 character of a signature of 32 bytes carries only four bits. */
  @Test
  void a_changed_last_character_changes_the_bytes_of_a_signature() {
    String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    for (int i = 0; i < alphabet.length(); i++) {
      char last = alphabet.charAt(i);
      char other = Secrets.of("abc" + last, "c").otherThanLast("TOKEN");
      assertThat(alphabet.indexOf(other) >> 4)
          .as("%s for %s", other, last)
          .isNotEqualTo(alphabet.indexOf(last) >> 4);
    }
  }

  @Test
  void letters_are_needed_to_swap_their_case() {
    assertThat(Secrets.of("123-456", "c").hasLetters("TOKEN")).isFalse();
    assertThat(Secrets.of("123-4a6", "c").hasLetters("TOKEN")).isTrue();
    assertThat(SECRETS.hasLetters("ORPHAN_TOKEN")).isFalse();
  }

  @Test
  void a_credential_that_is_not_there_is_not_there() {
    assertThat(SECRETS.has("TOKEN")).isTrue();
    assertThat(SECRETS.has("ORPHAN_TOKEN")).isFalse();
  }

  @Test
  void printing_shows_names_and_no_values() {
    assertThat(SECRETS.toString()).isEqualTo("[$STAGING_TOKEN_2, $STAGING_CLIENT]");
    assertThat(SECRETS.all().get(0).toString()).isEqualTo("$STAGING_TOKEN_2");
  }
}
