package dev.assay.report.ci;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.report.SampleRun;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AllureFilesTest {

  @TempDir Path folder;

  @Test
  void every_case_and_every_problem_is_one_result_with_its_status() throws IOException {
    Map<String, JsonNode> results = written(SampleRun.everyOutcome());
    assertThat(
            results.entrySet().stream()
                .map(e -> e.getKey() + " " + e.getValue().get("status").asText()))
        .containsExactlyInAnyOrder(
            "log-message/plain passed",
            "log-message/without-token failed",
            "log-message/odd/number passed",
            "log-message/odd/text passed",
            "upload-file/plain broken",
            "upload-file/orphan skipped",
            "preflight/1 broken");
  }

  @Test
  void a_warning_has_failed_in_a_strict_run() throws IOException {
    Run strict = SampleRun.run(List.of(SampleRun.warned()), List.of(), true);
    assertThat(written(strict).get("log-message/odd/number").get("status").asText())
        .isEqualTo("failed");
  }

  @Test
  void a_result_keeps_the_times_of_its_case_and_names_its_clauses() throws IOException {
    JsonNode failed = written(SampleRun.everyOutcome()).get("log-message/without-token");
    long start = SampleRun.START.plusMillis(100).toEpochMilli();
    assertThat(failed.get("start").asLong()).isEqualTo(start);
    assertThat(failed.get("stop").asLong()).isEqualTo(start + 42);
    assertThat(labels(failed))
        .contains(
            "endpoint=log-message",
            "suite=log-message",
            "outcome=FAIL",
            "clause=log-message/401/missing-header",
            "clause=log-message/401/media-type",
            "level=stated",
            "level=implied");
    assertThat(failed.at("/statusDetails/message").asText())
        .isEqualTo("log-message/401/missing-header: expected: status 401; actual: status 200");
  }

  @Test
  void a_case_has_the_same_history_in_every_run_against_a_target() throws IOException {
    String first =
        written(SampleRun.everyOutcome()).get("log-message/plain").get("historyId").asText();
    Run later = SampleRun.run(List.of(SampleRun.passed()), List.of(), true);
    assertThat(written(later).get("log-message/plain").get("historyId").asText()).isEqualTo(first);
  }

  @Test
  void requests_and_answers_are_attached_without_credentials_and_hidden_characters()
      throws IOException {
    Map<String, JsonNode> results = written(SampleRun.everyOutcome());
    assertThat(attached(results.get("upload-file/plain"), "request"))
        .isEqualTo(
            """
            POST https://chat.example.com/api/upload_file
            Authorization: $TOKEN

            part room_id: field, 11 bytes: room lounge
            part file: file "a.txt", text/plain, 2 bytes
            (196 bytes in all)
            """);
    assertThat(attached(results.get("log-message/odd/number"), "response"))
        .isEqualTo(
            """
            status 500
            (after 40 ms)
            Content-Type: application/json

            oops <&> \\x1b[31mred \\u202e\\x00]]>""");
    assertThat(attached(results.get("log-message/plain"), "curl")).startsWith("curl -i -X POST");
  }

  @Test
  void a_long_body_is_attached_by_its_beginning() throws IOException {
    RecordedExchange long_ = SampleRun.exchange(200, "y".repeat(100_000));
    Run run = SampleRun.run(List.of(failing(List.of(long_), long_)), List.of(), false);
    assertThat(attached(written(run).get("log-message/many"), "response"))
        .hasSizeLessThan(17_000)
        .endsWith("… (the first 16384 of 100000 characters)\n");
  }

  @Test
  void of_many_exchanges_five_are_attached_and_the_exhibit_is_one_of_them() throws IOException {
    List<RecordedExchange> many =
        IntStream.range(0, 9).mapToObj(i -> SampleRun.exchange(200 + i, "")).toList();
    Run run = SampleRun.run(List.of(failing(many, many.get(7))), List.of(), false);
    JsonNode result = written(run).get("log-message/many");
    assertThat(result.get("attachments")).hasSize(15);
    assertThat(result.get("attachments").findValuesAsText("name"))
        .contains("request 1 of 9", "response 8 of 9");
  }

  @Test
  void the_results_of_an_earlier_run_give_way_and_other_files_stay() throws IOException {
    Path other = Files.writeString(folder.resolve("mine-result.json"), "{\"fullName\": \"mine\"}");
    written(SampleRun.everyOutcome());
    written(SampleRun.run(List.of(SampleRun.passed()), List.of(), false));
    assertThat(written(SampleRun.run(List.of(SampleRun.passed()), List.of(), false)))
        .containsOnlyKeys("log-message/plain", "mine");
    assertThat(other).exists();
  }

  @Test
  void nothing_is_written_into_the_working_directory() throws IOException {
    boolean before = Files.exists(Path.of("allure-results"));
    written(SampleRun.everyOutcome());
    assertThat(Files.exists(Path.of("allure-results"))).isEqualTo(before);
  }

  private static CaseResult failing(List<RecordedExchange> exchanges, RecordedExchange evidence) {
    Verdict verdict =
        new Verdict(
            SampleRun.LOGGED, Outcome.FAIL, "status 200", "something else", Optional.of(evidence));
    return SampleRun.result(
        "log-message/many",
        "many are alike",
        List.of(verdict),
        exchanges.toArray(RecordedExchange[]::new));
  }

  private Map<String, JsonNode> written(Run run) throws IOException {
    new AllureFiles().write(run, folder);
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith("-result.json"))
          .map(AllureFilesTest::parsed)
          .collect(Collectors.toMap(node -> node.get("fullName").asText(), node -> node));
    }
  }

  private String attached(JsonNode result, String name) throws IOException {
    for (JsonNode attachment : result.get("attachments")) {
      if (attachment.get("name").asText().equals(name)) {
        return Files.readString(folder.resolve(attachment.get("source").asText()));
      }
    }
    throw new AssertionError("no attachment " + name);
  }

  private static List<String> labels(JsonNode result) {
    return Stream.iterate(0, i -> i < result.get("labels").size(), i -> i + 1)
        .map(i -> result.get("labels").get(i))
        .map(label -> label.get("name").asText() + "=" + label.get("value").asText())
        .toList();
  }

  private static JsonNode parsed(Path file) {
    try {
      return new ObjectMapper().readTree(file.toFile());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
