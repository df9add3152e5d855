package dev.assay.mock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.service.TestAccounts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomMessagesTest {

  private MockServer server;
  private Caller caller;
  private TestAccounts known;

  @BeforeAll
  void start() {
    server = MockServer.start(TestAccounts.random());
    caller = Caller.of(server);
    known = server.accounts();
  }

  @AfterAll
  void close() {
    server.close();
  }

  @Test
  void a_room_that_one_may_not_post_to_can_still_be_read() {
    assertThat(caller.messagesOf(known.foreignRoom()).line())
        .isEqualTo("200 {\"room_id\":\"" + known.foreignRoom() + "\",\"messages\":[]}");
  }

  @Test
  void a_message_tells_the_url_and_the_name_of_its_file() {
    caller.upload(
        new TestForm().file("\u00e4.pdf", new byte[1]).field("room_id", known.memberRoom()));
    assertThat(caller.messagesOf(known.memberRoom()).json().at("/messages/0/file_name").textValue())
        .isEqualTo("\u00e4.pdf");
  }

  @Test
  void a_room_s_name_may_be_percent_encoded() {
    String encoded = "%" + Integer.toHexString(known.foreignRoom().charAt(0));
    assertThat(caller.messagesOf(encoded + known.foreignRoom().substring(1)).status())
        .isEqualTo(200);
  }

  @Test
  void an_unknown_room_is_not_found_and_none_is_a_bad_request() {
    assertThat(caller.messagesOf("nowhere").status()).isEqualTo(404);
    assertThat(caller.messagesOf("").status()).isEqualTo(404);
    assertThat(caller.send(caller.rooms("/api/get_room_messages")).line())
        .isEqualTo("400 {\"error\":\"No room ID provided\"}");
  }

  @Test
  void reading_takes_a_valid_token() {
    HttpRequest.Builder request = caller.to(Caller.ROOM_MESSAGES + known.memberRoom());
    assertThat(caller.send(request).status()).isEqualTo(401);
    assertThat(caller.send(request.header("Authorization", known.orphanToken())).status())
        .isEqualTo(401);
  }

  @Test
  void the_room_is_the_same_while_the_storage_is_down() {
    URI down = URI.create(server.storageDownBaseUri() + Caller.ROOM_MESSAGES + known.memberRoom());
    assertThat(caller.send(caller.rooms("/").uri(down)).line())
        .isEqualTo(caller.messagesOf(known.memberRoom()).line());
  }

  @Test
  void only_reading_is_allowed() {
    Answer answer =
        caller.send(
            caller.rooms(Caller.ROOM_MESSAGES + known.memberRoom()).POST(BodyPublishers.noBody()));
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.headers().firstValue("Allow")).hasValue("GET, HEAD");
  }
}
