package dev.assay.exchange.record;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of an exchange, and what it is compared by. */
class RecorderTest {

  private static final String TOKEN = "Sesame-Open-42-77-abcdef";
  private static final Instant NOW = Instant.parse("2026-11-20T10:41:30Z");
  private static final Recorder RECORDER =
      new Recorder(
          Secrets.of(TOKEN, "client-77-xyz"),
          Map.of("registeredUser", "41", "memberRoom", "room 1", "businessId", "343"));

  private static RecordedExchange recorded(Request request, String answer) {
    Response response =
        new Response(
            200,
            List.of(new Header("Location", "http://h/?t=" + TOKEN)),
            answer,
            Optional.empty(),
            answer.length(),
            "f");
    return RECORDER.recorded(
        new Exchange(request, Optional.of(response), Optional.empty(), NOW, NOW));
  }

  @Test
  void no_credential_is_in_anything_that_is_shown() {
    Request request =
        Request.post(URI.create("http://h/" + TOKEN), new Body.Text("{\"a\": \"" + TOKEN + "\"}"))
            .with("Authorization", "Bearer $TOKEN")
            .and("X-Copied", TOKEN);
    assertThat(recorded(request, "you sent " + TOKEN).toString()).doesNotContain(TOKEN);
    Failure failure = new Failure(Failure.Kind.MALFORMED, "not HTTP: " + TOKEN);
    Exchange failed = new Exchange(request, Optional.empty(), Optional.of(failure), NOW, NOW);
    assertThat(RECORDER.recorded(failed).toString()).doesNotContain(TOKEN).contains("HTTP: $TOKEN");
  }

  @Test
  void a_credential_that_is_cut_off_is_replaced_too() {
    for (int length = 4; length < TOKEN.length(); length++) {
      assertThat(RECORDER.text("a " + TOKEN.substring(0, length) + "… and … b"))
          .isEqualTo("a $TOKEN… and … b");
    }
    String all = "x".repeat((1 << 14) - 10) + TOKEN;
    assertThat(recorded(Request.get(URI.create("http://h/")), all).response().orElseThrow().text())
        .doesNotContain("Sesa");
  }

  @Test
  void ids_are_shown_and_a_short_one_damages_nothing() {
    String text = "{\"user\": \"41\", \"created_at\": \"2026-11-20T10:41:41.341Z\", \"n\": 343}";
    assertThat(RECORDER.text(text)).isEqualTo(text);
    assertThat(recorded(Request.get(URI.create("http://h/41")), text).curl().line())
        .contains("/41");
  }

  @ParameterizedTest
  @CsvSource({
    "/rooms/room%201/a, /rooms/(memberRoom)/a",
    "/rooms/room+1/a, /rooms/(memberRoom)/a",
    "room 1 is full, (memberRoom) is full",
    "room 12 is full, room 12 is full",
    "/users/41, /users/(registeredUser)",
    "41, (registeredUser)",
    "41 of 50, 41 of 50",
    "channel 343 is unknown., channel (businessId) is unknown.",
    "1343 3.343 343.5 3:343 343:1 a343, 1343 3.343 343.5 3:343 343:1 a343",
    "2026-11-20T10:41:41.343Z, 2026-11-20T10:41:41.343Z",
    "id=41&x=343, id=(registeredUser)&x=(businessId)"
  })
  void own_ids_are_compared_by_their_keys_where_they_stand_alone(String text, String comparable) {
    assertThat(RECORDER.comparable(text)).isEqualTo(comparable);
  }

  @Test
  void credentials_are_compared_by_what_they_are() {
    assertThat(RECORDER.comparable("no such token: " + TOKEN + " of client-77-xyz"))
        .isEqualTo("no such token: (credential) of (credential)");
  }
}
