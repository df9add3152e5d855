package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.cli.AnsweringServer.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Generators of OpenAPI files often say of an answer no more than that its type is any. */
class MediaRangesTest {

  @TempDir private Path folder;

  private Outcome checked(String range, String type, String body) throws Exception {
    return asked(range, type, body, "contract");
  }

  private Outcome asked(String range, String type, String body, String... command)
      throws Exception {
    Files.writeString(
        folder.resolve("rates.yaml"),
        """
        openapi: 3.0.3
        info: { title: Rates, version: "1" }
        paths:
          /rates:
            get:
              operationId: list-rates
              responses:
                "200":
                  description: All.
                  content:
                    "%s":
                      schema:
                        type: object
                        required: [rate]
                        properties: { rate: { type: integer } }
        """
            .formatted(range));
    try (AnsweringServer server =
        AnsweringServer.start(
            (n, receipt) -> new Answer(200, Map.of("Content-Type", type), body))) {
      Path target =
          Files.writeString(
              folder.resolve("target.yaml"),
              "services: { rates: { contract: rates.yaml, baseUrl: '%s' } }"
                  .formatted(server.uri()));
      List<String> words = new ArrayList<>(List.of(command));
      words.addAll(List.of("--target", target.toString()));
      words.addAll(List.of("--report", folder.resolve("report").toString()));
      return Outcome.ofCommand(words.toArray(String[]::new));
    }
  }

  @ParameterizedTest
  @CsvSource({"*/*", "application/*"})
  void json_of_a_range_is_held_to_its_schema(String range) throws Exception {
    Outcome good = checked(range, "application/json", "{\"rate\": 5}");
    assertThat(good.exitCode()).as(good.out()).isZero();
    Outcome bad = checked(range, "application/json", "{\"rate\": \"5\"}");
    assertThat(bad.exitCode()).as(bad.out()).isEqualTo(1);
    assertThat(bad.out()).contains("list-rates/200/body");
  }

  @ParameterizedTest
  @CsvSource({"application/xml, <rate>5</rate>", "application/octet-stream, 5"})
  void what_else_a_range_lets_in_is_not_read(String type, String body) throws Exception {
    Outcome outcome = checked("*/*", type, body);
    assertThat(outcome.exitCode()).as(outcome.out()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "application/json | {\"rate\": \"5\"} | rate is no integer",
        "application/json | {\"rate\": 5} | 5 ok     0 failed",
        "application/xml | <rate>5</rate> | 5 ok     0 failed"
      })
  void a_load_holds_it_to_the_same(String type, String body, String says) throws Exception {
    Outcome outcome =
        asked("*/*", type, body, "load", "list-rates", "--rate", "5", "--duration", "1s");
    assertThat(outcome.out()).as(outcome.err()).contains(says);
  }
}
