package dev.assay.mock.service;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.http.FreshValues;
import java.time.Clock;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RoomsTest {

  @Test
  void a_room_keeps_its_latest_thousand_messages() {
    Rooms rooms =
        new Rooms(TestAccounts.sample(), MessageIds.from(FreshValues.genuine()), Clock.systemUTC());
    IntStream.range(0, 1001).forEach(number -> rooms.post("room123", "url" + number, "name"));
    List<RoomMessage> messages = rooms.messages("room123").orElseThrow();
    assertThat(messages).hasSize(1000);
    assertThat(messages.get(0).fileUrl()).isEqualTo("url1");
    assertThat(messages.get(999).fileUrl()).isEqualTo("url1000");
  }
}
