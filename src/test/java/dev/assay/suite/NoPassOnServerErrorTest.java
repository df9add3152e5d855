package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.verdict.Finding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A server that fails keeps nothing that it documents, whatever it writes beside its status. */
class NoPassOnServerErrorTest {

  private static final Target TARGET = EmbeddedTarget.planned();

  /** Where the documents ask for a 500. */
  private static final String DOCUMENTED = "upload-file/500/";

  static Stream<Arguments> failures() {
    Stream<Arguments> statuses =
        IntStream.of(501, 502, 503, 599, 301, 303)
            .mapToObj(status -> Arguments.of(status, "Invalid token or token missing"));
    Stream<Arguments> texts =
        Stream.of(
                "No file provided",
                "File size exceeds the 24MB limit",
                "Invalid token or token missing",
                "You are not a member of this room",
                "File upload failed: disk full",
                "Internal server error")
            .map(text -> Arguments.of(500, text));
    return Stream.concat(statuses, texts);
  }

  @ParameterizedTest
  @MethodSource("failures")
  void no_case_passes_on_a_server_that_fails(int status, String text) throws Exception {
    ScriptedClient failing =
        new ScriptedClient(r -> ScriptedClient.answer(r, status, everything(text)));
    List<String> kept = new ArrayList<>();
    for (ConformanceCase c : cases()) {
      List<Exchange> exchanges = c.interaction().sender().send(c.interaction().planned(), failing);
      c.checks().stream()
          .filter(check -> check.expectation().examine(exchanges) instanceof Finding.Satisfied)
          .forEach(check -> kept.add(c.id() + " -> " + check.clause().id()));
    }
    assertThat(kept).allMatch(pass -> status == 500 && pass.startsWith(DOCUMENTED));
  }

  private static List<ConformanceCase> cases() {
    List<ConformanceCase> cases =
        ServiceSuites.of(TARGET, new TestData(1)).stream()
            .flatMap(service -> service.operations().stream())
            .flatMap(suite -> suite.cases().stream())
            .toList();
    assertThat(cases).hasSizeGreaterThan(400).allMatch(c -> c.skipped().isEmpty());
    return cases;
  }

  /** The members of every success and of every refusal at once. */
  private static String everything(String text) {
    return """
        {"message": "File uploaded successfully", "file_url": "http://127.0.0.1:9/f.pdf",
         "message_id": 1, "message_type": 0, "message_body": "", "created_at": "%s",
         "error": "%s", "error_message": "user is not registered"}
        """
        .formatted(Instant.now(), text);
  }
}
