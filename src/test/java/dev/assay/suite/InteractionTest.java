package dev.assay.suite;

import static dev.assay.suite.ScriptedClient.answer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.suite.data.RangeText;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class InteractionTest {

  private static final Request FIRST = Request.post(URI.create("http://chat/1"), Body.NONE);
  private static final Request SECOND = Request.post(URI.create("http://chat/2"), Body.NONE);
  private static final Request THIRD = Request.post(URI.create("http://chat/3"), Body.NONE);
  private static final List<Request> ALL = List.of(FIRST, SECOND, THIRD);

  private static List<Request> asked(List<Exchange> exchanges) {
    return exchanges.stream().map(Exchange::request).toList();
  }

  @Test
  void requests_go_one_after_the_other() throws Exception {
    ScriptedClient client = new ScriptedClient(r -> answer(r, 200, "{}"));
    Interaction interaction = Interaction.oneByOne(ALL);
    assertThat(asked(interaction.sender().send(interaction.planned(), client))).isEqualTo(ALL);
    assertThat(client.sent()).isEqualTo(ALL);
    assertThat(interaction.waits()).isFalse();
  }

  @Test
  void requests_can_share_a_connection() throws Exception {
    List<List<Request>> together = new ArrayList<>();
    Client client =
        new Client() {
          @Override
          public Exchange send(Request request) {
            return answer(request, 200, "{}");
          }

          @Override
          public List<Exchange> sendOnOneConnection(List<Request> requests) {
            together.add(requests);
            return Client.super.sendOnOneConnection(requests);
          }

          @Override
          public boolean renewCredentials() {
            return false;
          }

          @Override
          public void close() {}
        };
    Interaction interaction = Interaction.onOneConnection(FIRST, SECOND);
    assertThat(asked(interaction.sender().send(interaction.planned(), client)))
        .containsExactly(FIRST, SECOND);
    assertThat(together).containsExactly(List.of(FIRST, SECOND));
  }

  @Test
  void requests_that_are_spaced_have_a_pause_before_each_but_the_first() throws Exception {
    Duration pause = Duration.ofMillis(20);
    ScriptedClient client = new ScriptedClient(r -> answer(r, 200, "{}"));
    Interaction interaction = Interaction.spaced(ALL, before -> pause);
    List<Exchange> exchanges = interaction.sender().send(interaction.planned(), client);
    assertThat(asked(exchanges)).isEqualTo(ALL);
    assertThat(interaction.waits()).isTrue();
    for (int i = 1; i < ALL.size(); i++) {
      Duration between = Duration.between(exchanges.get(i - 1).sentAt(), exchanges.get(i).sentAt());
      assertThat(between).isGreaterThanOrEqualTo(pause);
    }
  }

  @Test
  void a_single_request_is_not_kept_waiting() throws Exception {
    ScriptedClient client = new ScriptedClient(r -> answer(r, 200, "{}"));
    Interaction interaction = Interaction.spaced(List.of(FIRST), before -> Duration.ofDays(1));
    assertThat(interaction.sender().send(interaction.planned(), client)).hasSize(1);
  }

  @Test
  void requests_at_once_are_all_on_their_way_before_any_is_answered() throws Exception {
    CyclicBarrier together = new CyclicBarrier(ALL.size());
    ScriptedClient client =
        new ScriptedClient(
            r -> {
              await(together);
              return answer(r, 200, "{}");
            });
    Interaction interaction = Interaction.atOnce(ALL);
    assertThat(asked(interaction.sender().send(interaction.planned(), client))).isEqualTo(ALL);
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(20, TimeUnit.SECONDS);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("they were not sent at once", e);
    }
  }

  @Test
  void a_client_that_throws_is_a_fault_of_ours() {
    ScriptedClient client =
        new ScriptedClient(
            r -> {
              throw new IllegalStateException("a client");
            });
    Interaction interaction = Interaction.atOnce(ALL);
    assertThatThrownBy(() -> interaction.sender().send(interaction.planned(), client))
        .hasMessage("a client must not throw");
  }

  @Test
  void an_id_is_said_to_fit_into_64_bits_or_not() throws Exception {
    assertThat(RangeText.range(number("9223372036854775807")))
        .isEqualTo("9223372036854775807, within signed 64 bits");
    assertThat(RangeText.range(number("9223372036854775808")))
        .isEqualTo("9223372036854775808, beyond signed 64 bits");
    assertThat(RangeText.range(number("\"7\""))).isEqualTo("no whole number");
  }

  private static com.fasterxml.jackson.databind.JsonNode number(String json) throws Exception {
    return new com.fasterxml.jackson.databind.json.JsonMapper().readTree(json);
  }
}
