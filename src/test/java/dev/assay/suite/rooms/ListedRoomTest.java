package dev.assay.suite.rooms;

import static dev.assay.suite.ScriptedClient.answer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.suite.Interaction;
import dev.assay.suite.ScriptedClient;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a room's listing shows of an upload, and what it cannot. */
class ListedRoomTest {

  private static final Request UPLOAD = Request.post(URI.create("http://chat/upload"), Body.NONE);
  private static final Request LIST = Request.get(URI.create("http://chat/list"));
  private static final String URL = "http://chat/f/1.pdf";
  private static final String ACCEPTED = "{\"file_url\": \"" + URL + "?signature=a\"}";
  private static final String NOTHING = "{\"messages\": []}";
  private static final String OTHERS = "{\"messages\": [\"http://chat/f/2.pdf\", \"hello\"]}";

  private static List<Exchange> played(ScriptedClient client) throws InterruptedException {
    Interaction interaction = RoomMessages.thenListed(UPLOAD, LIST);
    return interaction.sender().send(interaction.planned(), client);
  }

  private static Finding listed(Exchange... exchanges) {
    return RoomMessages.holdTheUrl().examine(List.of(exchanges));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"messages\": [{\"url\": \"http://chat/f/1.pdf\"}]}",
        "[[\"see http://chat/f/1.pdf?signature=b\"]]",
        "http://chat/f/1.pdf",
        "\"http://chat/f/1.pdf#page\""
      })
  void the_url_is_found_wherever_the_listing_has_it(String listing) throws Exception {
    ScriptedClient client =
        ScriptedClient.inTurn(
            List.of(
                r -> answer(r, 200, OTHERS),
                r -> answer(r, 200, ACCEPTED),
                r -> answer(r, 200, listing)));
    List<Exchange> exchanges = played(client);
    assertThat(client.sent()).containsExactly(LIST, UPLOAD, LIST);
    assertThat(RoomMessages.holdTheUrl().examine(exchanges))
        .isEqualTo(new Finding.Satisfied("it is there"));
  }

  @Test
  void a_listing_that_lags_is_asked_again() throws Exception {
    ScriptedClient client =
        ScriptedClient.inTurn(
            List.of(
                r -> answer(r, 200, OTHERS),
                r -> answer(r, 200, ACCEPTED),
                r -> answer(r, 500, URL),
                r -> answer(r, 200, "\"" + URL + "\"")));
    List<Exchange> exchanges = played(client);
    assertThat(client.sent()).containsExactly(LIST, UPLOAD, LIST, LIST);
    assertThat(RoomMessages.holdTheUrl().examine(exchanges))
        .isEqualTo(new Finding.Satisfied("it is there"));
  }

  @Test
  void patience_ends() throws Exception {
    ScriptedClient client =
        ScriptedClient.inTurn(
            List.of(
                r -> answer(r, 200, NOTHING),
                r -> answer(r, 200, ACCEPTED),
                r -> answer(r, 200, OTHERS)));
    List<Exchange> exchanges = played(client);
    assertThat(client.sent()).hasSize(8);
    assertThat(RoomMessages.holdTheUrl().examine(exchanges))
        .isEqualTo(new Finding.Violated("the room does not list " + URL + "?signature=a", 7));
    for (int i = 3; i < exchanges.size(); i++) {
      Instant before = exchanges.get(i - 1).receivedAt();
      assertThat(Duration.between(before, exchanges.get(i).sentAt()))
          .as("it was left time to catch up")
          .isGreaterThanOrEqualTo(Duration.ofMillis(399));
    }
  }

  @Test
  void a_list_that_stays_as_it_was_may_show_only_the_oldest() {
    assertThat(
            listed(
                answer(LIST, 200, OTHERS),
                answer(UPLOAD, 200, ACCEPTED),
                answer(LIST, 200, OTHERS)))
        .isEqualTo(
            new Finding.Observed(
                "the list of the room stays as it was: does services.rooms.readBack list the newest"
                    + " messages?",
                true,
                2));
  }

  @ParameterizedTest
  @ValueSource(strings = {"[]", "{\"messages\": []}", "{\"page\": {\"messages\": []}}", ""})
  void an_empty_list_cannot_be_full_of_older_messages(String nothing) {
    assertThat(
            listed(
                answer(LIST, 200, nothing),
                answer(UPLOAD, 200, ACCEPTED),
                answer(LIST, 200, nothing)))
        .isEqualTo(new Finding.Violated("the room does not list " + URL + "?signature=a", 2));
  }

  @Test
  void nothing_is_listed_after_a_refused_upload() throws Exception {
    ScriptedClient client = new ScriptedClient(r -> answer(r, 400, ACCEPTED));
    List<Exchange> exchanges = played(client);
    assertThat(client.sent()).containsExactly(LIST, UPLOAD);
    assertThat(RoomMessages.holdTheUrl().examine(exchanges))
        .isEqualTo(new Finding.NotApplicable("no file_url"));
  }

  @Test
  void without_a_listing_nothing_can_be_said() {
    assertThat(listed(answer(LIST, 200, NOTHING), answer(UPLOAD, 200, ACCEPTED)))
        .isEqualTo(new Finding.NotApplicable("no file_url"));
    assertThat(
            listed(
                answer(LIST, 200, NOTHING), answer(UPLOAD, 200, "{}"), answer(LIST, 200, OTHERS)))
        .isEqualTo(new Finding.NotApplicable("no file_url"));
  }

  @Test
  void a_listing_that_cannot_be_read_decides_nothing() {
    assertThat(
            listed(
                answer(LIST, 200, NOTHING), answer(UPLOAD, 200, ACCEPTED), answer(LIST, 404, URL)))
        .isEqualTo(
            new Finding.Inconclusive("services.rooms.readBack was answered with status 404", 2));
    assertThat(
            listed(
                answer(LIST, 200, NOTHING),
                answer(UPLOAD, 200, ACCEPTED),
                answer(LIST, 200, "[1]"),
                ScriptedClient.failed(LIST, Failure.Kind.RESET, "gone")))
        .isEqualTo(
            new Finding.Inconclusive("services.rooms.readBack was answered with no answer", 3));
  }

  private static Finding around(String... lists) {
    return around(403, lists);
  }

  private static Finding around(int uploadStatus, String... lists) {
    List<Exchange> exchanges =
        Stream.of(lists)
            .map(
                body ->
                    body.equals("404")
                        ? answer(LIST, 404, "no")
                        : answer(LIST, body.equals("-") ? uploadStatus : 200, body))
            .toList();
    return RoomMessages.stayTheSame().examine(exchanges);
  }

  @Test
  void a_refusal_is_asked_for_twice_with_listings_around_it() throws Exception {
    ScriptedClient client = new ScriptedClient(r -> answer(r, 200, OTHERS));
    Interaction interaction = RoomMessages.aroundRefusal(UPLOAD, LIST);
    interaction.sender().send(interaction.planned(), client);
    assertThat(client.sent()).containsExactly(LIST, LIST, UPLOAD, LIST, LIST, LIST, UPLOAD, LIST);
  }

  @Test
  void a_room_that_stays_the_same_was_left_alone() {
    assertThat(around("[1]", "[1]", "-", "[1]", "[1]", "[1]", "-", "[1]"))
        .isEqualTo(new Finding.Satisfied("the same messages"));
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 302, 500, 503})
  void a_room_that_stays_the_same_tells_nothing_of_an_upload_that_was_not_refused(int status) {
    assertThat(around(status, "[1]", "[1]", "-", "[1]", "[1]", "[1]", "-", "[1]"))
        .isEqualTo(new Finding.NotApplicable("no upload was refused"));
    assertThat(around(status, "[1]", "[1]", "-", "[2]", "[2]", "[2]", "-", "[3]"))
        .isInstanceOf(Finding.Violated.class);
  }

  @Test
  void a_room_that_grows_after_each_refusal_gives_the_service_away() {
    assertThat(around("[1]", "[1]", "-", "[2]", "[2]", "[2]", "-", "[3]"))
        .isEqualTo(new Finding.Violated("another message after each refused upload", 7));
  }

  @Test
  void a_single_change_may_be_somebody_else_s() {
    assertThat(around("[1]", "[1]", "-", "[2]", "[2]", "[2]", "-", "[2]"))
        .isEqualTo(new Finding.Satisfied("the same messages"));
    assertThat(around("[1]", "[1]", "-", "[1]", "[1]", "[1]", "-", "[2]"))
        .isEqualTo(new Finding.Satisfied("the same messages"));
  }

  @Test
  void a_busy_room_tells_nothing() {
    assertThat(around("[1]", "[1]", "-", "[2]", "[2]", "[3]", "-", "[4]"))
        .isEqualTo(new Finding.Observed("cannot tell: others write into the room", false, 4));
  }

  @Test
  void a_room_that_cannot_be_listed_tells_nothing() {
    assertThat(around("404", "[1]", "-", "[1]", "[1]", "[1]", "-", "[1]"))
        .isEqualTo(
            new Finding.Observed(
                "cannot tell: services.rooms.readBack was answered with status 404", false, 0));
    assertThat(around("[1]", "404", "-", "[1]", "[1]", "[1]", "-", "[1]"))
        .isInstanceOf(Finding.Observed.class);
    assertThat(around("[1]", "[1]", "-", "[1]", "[1]", "[1]", "-", "404"))
        .isInstanceOf(Finding.Observed.class);
  }

  @Test
  void urls_that_are_signed_anew_are_the_same() {
    assertThat(
            around(
                "[\"http://chat/f/1?s=1\"]",
                "[\"http://chat/f/1?s=2\"]",
                "-",
                "[\"http://chat/f/1#3\"]",
                "a http://chat/f/1?s=4 b",
                "a http://chat/f/1?s=5 b",
                "-",
                "a http://chat/f/1 b"))
        .isEqualTo(new Finding.Satisfied("the same messages"));
  }

  @Test
  void a_listing_longer_than_what_is_read_proves_nothing() {
    Exchange list = answer(LIST, 200, OTHERS);
    Response read = list.response().orElseThrow();
    Response cut =
        new Response(200, List.of(), "{", Optional.empty(), Optional.of("too long"), 1 << 20, "");
    Exchange longer =
        new Exchange(LIST, Optional.of(cut), Optional.empty(), list.sentAt(), list.receivedAt());
    assertThat(read.unread()).isEmpty();
    assertThat(listed(answer(LIST, 200, NOTHING), answer(UPLOAD, 200, ACCEPTED), longer))
        .isEqualTo(
            new Finding.Inconclusive("services.rooms.readBack was answered with too long", 2));
  }
}
