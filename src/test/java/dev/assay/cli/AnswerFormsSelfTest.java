package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.RawServer;
import dev.assay.exchange.Request;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A contract run and a load take the same forms of an answer (RFC 9110, RFC 9112). */
@Tag("slow")
class AnswerFormsSelfTest {

  private static final Pattern TEXT = Pattern.compile("\"message_body\":\"([^\"]*)\"");
  private static final Limits QUICK =
      new Limits(Double.POSITIVE_INFINITY, Duration.ofSeconds(5), false, 0, 0);

  @TempDir private Path folder;

  @ParameterizedTest
  @EnumSource
  void a_contract_run_takes_it_or_does_not(AnswerForm form) throws IOException {
    for (Client.Factory maker :
        List.<Client.Factory>of(ServiceClient::overApache, ServiceClient::overRestAssured)) {
      try (RawServer server =
              RawServer.start(
                  (connection, n) -> {
                    connection.readRequest();
                    connection.write(form.of("{\"message_id\": 1}"));
                  });
          Client client =
              maker.client(ServiceAccess.direct(server.uri(), Secrets.of("t", "c")), QUICK)) {
        Exchange exchange = client.send(Request.post(server.uri(), new Body.Text("{}")));
        assertThat(exchange.member("message_id").isPresent())
            .as(exchange.toString())
            .isEqualTo(form.taken());
        assertThat(exchange.failure().isPresent()).isEqualTo(!form.taken());
      }
    }
  }

  /** All forms of one sort by turns, so that either all requests fail or none does. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void a_load_takes_the_same_forms(boolean taken) throws IOException {
    List<AnswerForm> forms =
        Stream.of(AnswerForm.values()).filter(form -> form.taken() == taken).toList();
    AtomicInteger turn = new AtomicInteger();
    try (RawServer server =
        RawServer.start(
            (connection, n) -> {
              Matcher text =
                  TEXT.matcher(new String(connection.readRequest(), StandardCharsets.UTF_8));
              if (text.find()) {
                AnswerForm form = forms.get(turn.getAndIncrement() % forms.size());
                connection.write(form.of(receipt(n, text.group(1))));
              }
            })) {
      Outcome outcome =
          Outcome.ofCommand(
              "load",
              "message",
              "--rate",
              "20",
              "--duration",
              "4s",
              "--target",
              LoadTargets.file(folder, server.uri().toString()).toString(),
              "--report",
              folder.resolve("report").toString());
      JsonNode json = new ObjectMapper().readTree(folder.resolve("report/load.json").toFile());
      JsonNode request = json.path("requests").path(0);
      assertThat(turn.get()).isGreaterThanOrEqualTo(forms.size());
      assertThat(request.path(taken ? "failed" : "ok").asLong()).as(outcome.out()).isZero();
      assertThat(json.path("generator").path("warmUpFailures").asLong() == 0).isEqualTo(taken);
      assertThat(outcome.out()).doesNotContain("× the body is no JSON");
    }
  }

  private static String receipt(int id, String text) {
    return "{\"message_id\":%d,\"message_body\":\"%s\",\"created_at\":\"2018-10-04T12:41:27Z\",\"message_type\":0}"
        .formatted(id, text);
  }
}
