package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.service.TestAccounts;
import dev.assay.proof.defect.Defects;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Ids and credentials that occur elsewhere in answers: in a time, a URL, a text, a media type. */
class JudgedAsReceivedTest {

  private static final Set<Outcome> TROUBLE = EnumSet.of(Outcome.FAIL, Outcome.WARN, Outcome.ERROR);

  /** The minute in which a message is sent, and words of every answer. */
  private static TestAccounts ordinary() {
    String minute = Instant.now().toString().substring(14, 16);
    return new TestAccounts(
        "message", "files", 20, minute, "nobody000", "application", "files", "json", "http");
  }

  private static Run run(List<Mutant> deviations, String... select) throws Exception {
    try (MockServer mock = MockServer.start(0, ordinary(), deviations)) {
      Target target = EmbeddedTarget.of(mock);
      List<ServiceSuite> suites =
          ServiceSuites.of(target, new TestData(1)).stream()
              .map(service -> service.selected(List.of(select)))
              .filter(service -> !service.operations().isEmpty())
              .toList();
      return new SuiteRunner(target, Progress.NONE)
          .run(suites, RunInfo.starting("1", target.name()), true);
    }
  }

  private static List<String> troubled(Run run) {
    return run.cases().stream()
        .filter(result -> TROUBLE.contains(result.outcome()))
        .map(result -> result.id() + ": " + result.worst())
        .toList();
  }

  @Test
  void a_service_that_conforms_is_not_blamed_for_what_it_was_given() throws Exception {
    Run run = run(List.of(), "log-message/200", "log-message/401", "log-file/200", "upload-file");
    assertThat(troubled(run)).isEmpty();
    assertThat(run.conclusion()).isEqualTo(Conclusion.YES);
    assertThat(run.cases())
        .as("files are fetched where they are, although the path is a credential")
        .filteredOn(result -> result.id().contains("file-url-content"))
        .isNotEmpty()
        .extracting(CaseResult::outcome)
        .containsOnly(Outcome.PASS);
  }

  @Test
  void a_service_that_damages_every_file_is_blamed_whatever_its_urls_look_like() throws Exception {
    List<Mutant> damage =
        Defects.all().stream().filter(d -> d.id().endsWith("last-byte-lost")).toList();
    assertThat(damage).isNotEmpty();
    Run run = run(damage, "upload-file/200");
    Set<String> blamed =
        run.cases().stream()
            .flatMap(result -> result.verdicts().stream())
            .filter(verdict -> verdict.outcome() == Outcome.WARN)
            .map(verdict -> verdict.clause().id().value())
            .collect(Collectors.toSet());
    assertThat(blamed).isNotEmpty().allMatch(id -> id.contains("file"));
  }
}
