package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.assay.RunInfo;
import dev.assay.contract.Level;
import dev.assay.proof.external.MutantStatus;
import dev.assay.proof.external.OperationReach;
import dev.assay.proof.external.SuiteProof;
import dev.assay.proof.external.SuiteTrial;
import dev.assay.proof.replay.AnswerDifference;
import dev.assay.proof.replay.DefectKind;
import dev.assay.proof.shell.CommandRun;
import dev.assay.report.page.PageContent;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The page of the proof of a suite. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class SuitePageTest {

  private static final String STATUS = "log-message/200/status";
  private static final String HOSTILE = "<b>bold</b> & \u001b[31mred";

  @TempDir private Path folder;
  @AutoClose private Browser browser;

  @BeforeAll
  void startBrowser() {
    browser = Browser.start();
  }

  private static SuiteTrial trial(String id, MutantStatus status, DefectKind kind) {
    AnswerDifference difference =
        new AnswerDifference(
            kind, "POST /v1.0/log_message_from_user/", 3, "status", "200", HOSTILE);
    return new SuiteTrial(
        id,
        "log-message",
        "answers " + HOSTILE,
        List.of(STATUS),
        status,
        Optional.of(difference),
        Duration.ofMillis(120),
        "");
  }

  private static SuiteProof proof() {
    CommandRun run = new CommandRun(OptionalInt.of(0), Duration.ofSeconds(1), "fine");
    return new SuiteProof(
        new RunInfo(
            "0.0.0",
            "the embedded mock",
            Instant.parse("2026-01-02T03:04:05Z"),
            Duration.ofSeconds(9),
            false,
            OptionalLong.of(1),
            List.of()),
        "sh suite.sh {baseUrl}",
        "",
        "",
        List.of(run, run, run),
        List.of(new OperationReach("log-message", Map.of(200, 3), List.of("401", "403"))),
        List.of(SampleRun.clause(STATUS, Level.STATED, Optional.empty())),
        List.of(
            trial("killed", MutantStatus.KILLED, DefectKind.SECURITY),
            trial("timed-out", MutantStatus.TIMED_OUT, DefectKind.WRONG_STATUS),
            trial("minor", MutantStatus.SURVIVED, DefectKind.WRONG_MEMBER),
            trial("major", MutantStatus.SURVIVED, DefectKind.SECURITY),
            trial("not-run", MutantStatus.NOT_RUN, DefectKind.WRONG_STATUS),
            trial("equivalent", MutantStatus.EQUIVALENT, DefectKind.WRONG_STATUS),
            trial("not-reached", MutantStatus.NOT_REACHED, DefectKind.WRONG_STATUS)),
        List.of(trial("odd-but-right", MutantStatus.KILLED, DefectKind.WRONG_MEMBER)),
        List.of(),
        false,
        OptionalDouble.of(0.4));
  }

  private Page opened(NewContextOptions how) throws Exception {
    return browser.open(PageContent.of("assay prove --suite x", proof()), folder, how).page();
  }

  @Test
  void the_worst_survivor_comes_first_with_what_a_check_would_look_at() throws Exception {
    Page page = opened(new NewContextOptions());
    assertThat(page.locator("h1").innerText()).isEqualTo("50.0 % killed");
    assertThat(page.locator(".look > li.fail > code").allInnerTexts())
        .containsExactly("major", "minor");
    assertThat(page.locator(".look > li.fail").first().innerText())
        .contains(
            "A check would look at the status of the answer to POST /v1.0/log_message_from_user/")
        .contains("<b>bold</b> & \\x1b[31mred")
        .contains("assay mock --defect major");
    assertThat(page.locator(".line .square").count()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource({"320, LIGHT", "360, DARK", "1280, LIGHT", "1280, DARK"})
  void everybody_can_use_it(int width, ColorScheme scheme) throws Exception {
    Page page = opened(new NewContextOptions().setViewportSize(width, 740).setColorScheme(scheme));
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
    try (InputStream axe = SuitePageTest.class.getResourceAsStream("/axe.min.js")) {
      page.evaluate(new String(axe.readAllBytes(), StandardCharsets.UTF_8));
    }
    assertThat(
            (List<?>)
                page.evaluate(
                    "axe.run().then(r => r.violations.flatMap(v =>"
                        + " v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary)))"))
        .isEmpty();
  }
}
