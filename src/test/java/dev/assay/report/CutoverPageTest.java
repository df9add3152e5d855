package dev.assay.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.compare.cutover.Cutover;
import dev.assay.report.console.CutoverConsole;
import dev.assay.report.page.PageContent;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** What people can do with the page of a cutover, in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
class CutoverPageTest {

  private static final String COMMAND = "assay cutover --from staging --to next";

  @TempDir private Path folder;
  @AutoClose private Browser browser;

  @BeforeAll
  void startBrowser() {
    browser = Browser.start();
  }

  private Browser.Opened opened(Cutover cutover) throws Exception {
    return browser.open(PageContent.of(COMMAND, cutover), folder, new NewContextOptions());
  }

  private static Locator finding(Page page, String id) {
    return page.locator("[id='" + id + "']");
  }

  @Test
  void says_at_the_top_what_was_compared_and_what_follows() throws Exception {
    Browser.Opened opened = opened(SampleCutover.noGo());
    Page page = opened.page();
    assertThat(page.getByRole(AriaRole.HEADING).first()).hasText("NO-GO");
    assertThat(page.locator("h1 + .sentence"))
        .hasText("The new service breaks what the old one keeps: 2 clauses.");
    Locator facts = page.locator(".facts");
    assertThat(facts).containsText("staging, at https://old.example.com");
    assertThat(facts).containsText("next, at https://new.example.com");
    assertThat(page).hasTitle("NO-GO: staging → next · Assay");
    assertThat(opened.complaints()).isEmpty();
    assertThat(opened.requests()).hasSize(1);
  }

  @Test
  void a_regression_stands_open_with_both_answers_beside_each_other() throws Exception {
    Locator regressed =
        finding(opened(SampleCutover.noGo()).page(), "cutover/log-message/401/missing-header");
    assertThat(regressed.locator(".pair .whole")).containsText("status 401");
    assertThat(regressed.locator("del")).hasText("401");
    assertThat(regressed.locator("ins")).hasText("200");
    assertThat(regressed.locator(".traffic pre").nth(1)).containsText("no token");
    assertThat(regressed.locator(".traffic pre").nth(2)).containsText("{\"message_id\": 8}");
    assertThat(regressed.locator(".curl pre")).containsText("curl -i -X POST");
    assertThat(regressed.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy")))
        .isVisible();
  }

  @Test
  void a_difference_opens_by_keyboard_to_the_places_in_which_it_lies() throws Exception {
    Page page = opened(SampleCutover.review()).page();
    assertThat(page.locator("h1")).hasText("REVIEW");
    Locator difference = finding(page, "difference-1");
    assertThat(difference.locator(".says").first()).hasText("status: 400 → 405");
    difference.locator("summary").first().focus();
    page.keyboard().press("Enter");
    assertThat(difference.locator("del")).hasText("400");
    assertThat(difference.locator("ins")).hasText("405");
    difference.locator(".case > summary").press("Enter");
    assertThat(difference.locator(".traffic pre").nth(2)).containsText("status 405");
  }

  @Test
  void lists_what_the_console_lists_in_the_same_order() throws Exception {
    Cutover cutover = SampleCutover.noGo();
    StringWriter text = new StringWriter();
    new CutoverConsole(new PrintWriter(text), Ansi.OFF).report(cutover);
    int last = -1;
    List<String> names =
        opened(cutover).page().locator(".clause > summary .what > code").allTextContents();
    assertThat(names).hasSizeGreaterThan(5);
    for (String name : names.subList(0, names.size() - 1)) {
      assertThat(text.toString().indexOf(name, last)).as(name).isGreaterThan(last);
      last = text.toString().indexOf(name, last);
    }
  }

  @Test
  void is_found_by_kind_by_level_and_by_text() throws Exception {
    Page page = opened(SampleCutover.noGo()).page();
    Locator found = page.locator("#cutover-found");
    assertThat(found).hasText("8 of 8 findings");
    page.locator("[value=differs]").uncheck();
    assertThat(found).hasText("6 of 8 findings");
    page.locator("[value=implied]").uncheck();
    assertThat(found).hasText("5 of 8 findings");
    page.getByLabel("Search findings, cases and answers").fill("upload, plain");
    assertThat(found).hasText("1 of 8 findings");
    assertThat(page.locator("#fixed")).isVisible();
    assertThat(page.locator("#regressed")).isHidden();
  }

  @Test
  void latencies_have_their_difference_and_its_interval() throws Exception {
    Locator rows = opened(SampleCutover.review()).page().locator("#latency tbody tr");
    assertThat(rows).hasCount(6);
    assertThat(rows.first()).containsText("log-message");
    assertThat(rows.first()).containsText("+10.0");
    assertThat(rows.first().locator(".word")).containsText("regression");
  }

  @Test
  void where_nothing_differs_it_says_so() throws Exception {
    Page page = opened(SampleCutover.go()).page();
    assertThat(page.locator("h1")).hasText("GO");
    assertThat(page.locator("h1 + .sentence")).hasText("A client will not notice.");
    assertThat(page.locator("#cutover")).containsText("Nothing that was compared differs.");
    assertThat(page.locator("#cutover-tools")).hasCount(0);
  }

  @Test
  void shows_whatever_the_services_sent_as_text_and_runs_none_of_it() throws Exception {
    String hostile = "</script><script>window.harmed = 1</script><img src=x onerror='harmed = 1'>";
    Browser.Opened opened =
        opened(
            SampleCutover.of(
                List.of(answered(Outcome.PASS, "status 200")),
                List.of(answered(Outcome.FAIL, hostile))));
    assertThat(opened.page().locator(".traffic pre").nth(2)).containsText(hostile);
    assertThat(opened.page().locator("ins").last()).containsText("<img");
    assertThat(opened.page().evaluate("window.harmed")).isNull();
    assertThat(opened.complaints()).isEmpty();
    assertThat(opened.requests()).hasSize(1);
  }

  private static CaseResult answered(Outcome outcome, String text) {
    return SampleRun.result(
        "log-message/plain",
        text,
        List.of(new Verdict(SampleRun.LOGGED, outcome, "as documented", text, Optional.empty())),
        SampleRun.exchange(200, text));
  }

  @Test
  void stays_small_when_everything_differs_at_length() {
    Random random = new Random(1);
    String page =
        new dev.assay.report.page.Page()
            .render(PageContent.of(COMMAND, SampleCutover.of(noisy(random, 0), noisy(random, 1))));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
  }

  /** Half of the cases keep their clause on one side, in turn; all answers are noise. */
  private static List<CaseResult> noisy(Random random, int side) {
    return IntStream.range(0, 468)
        .mapToObj(
            i -> {
              String noise =
                  random
                      .ints(3_000, 'a', 'z' + 1)
                      .mapToObj(Character::toString)
                      .collect(java.util.stream.Collectors.joining());
              Verdict verdict =
                  new Verdict(
                      SampleRun.LOGGED,
                      (i + side) % 2 == 0 ? Outcome.PASS : Outcome.FAIL,
                      noise,
                      noise,
                      Optional.empty());
              return SampleRun.result(
                  "log-message/200/" + i, noise, List.of(verdict), SampleRun.exchange(200, noise));
            })
        .toList();
  }
}
