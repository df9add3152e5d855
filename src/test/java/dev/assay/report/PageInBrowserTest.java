package dev.assay.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import dev.assay.report.page.PageContent;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What people can do with the page, in a real browser. */
@TestInstance(Lifecycle.PER_CLASS)
class PageInBrowserTest {

  private static final String HOSTILE =
      "</script></pre><script>window.harmed = 1</script><img src=x onerror='window.harmed = 1'>"
          + "<svg onload='window.harmed = 1'> {{7*7}} \" ' & \u202e\u0000 javascript:harm()";

  @TempDir private Path folder;
  @AutoClose private Browser browser;

  @BeforeAll
  void startBrowser() {
    browser = Browser.start();
  }

  private Browser.Opened opened() throws Exception {
    return browser.open(SamplePage.everything(folder), folder, new NewContextOptions());
  }

  private static Locator clause(Page page, String id) {
    return page.locator("[id='" + id + "']");
  }

  private static List<?> shown(Page page) {
    return (List<?>)
        page.evaluate(
            "[...document.querySelectorAll('#contract .clause:not([hidden])')].map(c => c.id)");
  }

  @Test
  void opens_from_disk_without_a_complaint_and_asks_for_nothing() throws Exception {
    Browser.Opened opened = opened();
    opened.page().waitForFunction("document.documentElement.dataset.drawn");
    assertThat(opened.complaints()).isEmpty();
    assertThat(opened.requests()).singleElement().asString().startsWith("file://");
    assertThat(opened.page().getByRole(AriaRole.HEADING).first()).hasText("NO-GO");
  }

  @Test
  void is_found_by_outcome_by_level_and_by_text_and_says_how_many() throws Exception {
    Page page = opened().page();
    Locator found = page.locator("#contract-found");
    assertThat(found).hasText("8 of 8 clauses");
    page.locator("[value=PASS]").uncheck();
    page.locator("[value=SKIP]").uncheck();
    assertThat(found).hasText("4 of 8 clauses");
    page.locator("#contract [value=implied]").uncheck();
    assertThat(found).hasText("3 of 8 clauses");
    page.getByLabel("Search clauses and cases").fill("without Authorization");
    assertThat(found).hasText("1 of 8 clauses");
    assertThat(shown(page)).asString().isEqualTo("[log-message/401/missing-header]");
    page.getByLabel("Search clauses and cases").fill("no such thing");
    assertThat(found).hasText("0 of 8 clauses");
  }

  @Test
  void a_broken_clause_stands_open_with_what_differs_and_what_was_sent() throws Exception {
    Page page = opened().page();
    Locator broken = clause(page, "log-message/401/missing-header");
    assertThat(broken.locator("del")).hasText("401");
    assertThat(broken.locator("ins")).hasText("200");
    assertThat(broken.locator(".traffic pre").first())
        .containsText("POST https://haptik.example.com/v1.0/log_message_from_user/");
    assertThat(broken.locator(".traffic pre").first()).containsText("Bearer $TOKEN");
    assertThat(broken.locator(".traffic pre").nth(1)).containsText("status 200");
    assertThat(clause(page, "log-message/200/status")).not().hasAttribute("open", "");
  }

  @Test
  void a_known_deviation_is_seen_counted_and_found() throws Exception {
    CaseResult failed = SampleRun.failed();
    CaseResult known =
        failed.with(
            failed.verdicts().stream()
                .map(verdict -> verdict.knownAs("payments, until 2026-12-31: old clients"))
                .toList());
    Run run = SampleRun.run(List.of(SampleRun.passed(), known), List.of(), false);
    Page page =
        browser.open(PageContent.of("assay contract", run), folder, new NewContextOptions()).page();
    assertThat(page.locator("h1 + .sentence"))
        .hasText(
            "staging keeps its documented contract, as far as was checked, but for 2 clauses known to its baseline.");
    assertThat(page.locator(".tools .known")).containsText("KNOWN 2");
    page.locator("[value=PASS]").uncheck();
    page.locator("[value=SKIP]").uncheck();
    assertThat(page.locator("#contract-found")).hasText("2 of 8 clauses");
    Locator clause = clause(page, "log-message/401/missing-header");
    assertThat(clause.locator("> summary .mark")).hasText("≈");
    clause.locator("> summary").click();
    clause.locator(".case > summary").click();
    assertThat(clause.locator(".pair")).containsText("known: payments, until 2026-12-31");
  }

  @Test
  void a_clause_opens_to_its_cases_by_keyboard() throws Exception {
    Page page = opened().page();
    Locator kept = clause(page, "log-message/200/status");
    kept.locator("summary").first().focus();
    page.keyboard().press("Enter");
    page.keyboard().press("Tab");
    page.keyboard().press("Enter");
    assertThat(kept.locator(".traffic pre").nth(1)).containsText("{\"message_id\": 7}");
  }

  @Test
  void the_curl_command_is_copied() throws Exception {
    Browser.Opened opened =
        browser.open(
            SamplePage.everything(folder),
            folder,
            new NewContextOptions().setPermissions(List.of("clipboard-read", "clipboard-write")));
    Locator broken = clause(opened.page(), "log-message/401/missing-header");
    broken
        .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Copy"))
        .first()
        .click();
    assertThat(broken.locator(".curl output").first()).hasText("copied");
    assertThat(opened.page().evaluate("navigator.clipboard.readText()"))
        .asString()
        .startsWith("curl -i -X POST")
        .contains("$HAPTIK_TOKEN");
  }

  @Test
  void the_kill_matrix_opens_and_is_searched() throws Exception {
    Page page = opened().page();
    assertThat(page.locator("#proof .look")).containsText("log-message-message-id-of-16");
    page.getByLabel("Search defects, clauses and cases").fill("html");
    assertThat(page.locator("#matrix-found")).hasText("1 of 6 rows");
    Locator row = page.locator(".row:not([hidden])");
    row.locator("summary").click();
    assertThat(row).containsText("answers <b>html</b> & \\x1b[31mred");
    assertThat(row.locator(".square")).hasCount(2);
    page.getByLabel("Search defects, clauses and cases").fill("");
    page.getByLabel("only what failed").check();
    assertThat(page.locator("#matrix-found")).hasText("3 of 6 rows");
  }

  @Test
  void the_charts_are_drawn() throws Exception {
    Page page = opened().page();
    page.waitForFunction("document.documentElement.dataset.drawn");
    for (String chart : List.of("curve", "latency", "rate")) {
      assertThat(
              (Boolean)
                  page.evaluate(
                      "name => { const c = document.querySelector(`[data-chart=${name}]`);"
                          + " return c.getContext('2d').getImageData(0, 0, c.width, c.height).data.some(b => b) }",
                      chart))
          .as(chart)
          .isTrue();
    }
  }

  @Test
  void repeats_and_their_difference_from_an_earlier_load_are_shown() throws Exception {
    Locator load = opened().page().locator("#load");
    Locator compared = load.getByLabel("Percentiles of an earlier load and this one");
    assertThat(load).containsText("Against reports/before: regression.");
    assertThat(compared.locator("tbody tr")).hasCount(6);
    assertThat(compared.locator("tbody tr").first()).containsText("+8.2 and +11.8");
    assertThat(load.getByLabel("Repeats of the same load").locator("tbody tr")).hasCount(2);
  }

  @Test
  void a_link_to_a_clause_opens_it() throws Exception {
    Page page = opened().page();
    page.evaluate("location.hash = 'log-message/200/status'");
    assertThat(clause(page, "log-message/200/status")).hasAttribute("open", "");
  }

  @ParameterizedTest
  @ValueSource(ints = {1_280, 360})
  void shows_whatever_a_service_sent_as_text_and_runs_none_of_it(int width) throws Exception {
    Browser.Opened opened =
        browser.open(
            PageContent.of("assay contract " + HOSTILE, SamplePage.hostile(HOSTILE)),
            folder,
            new NewContextOptions().setViewportSize(width, 800));
    Page page = opened.page();
    assertThat(page.locator(".traffic pre").nth(1))
        .containsText("<script>window.harmed = 1</script>");
    assertThat(page.locator("h1 + .sentence")).containsText("<img src=x");
    assertThat(page.evaluate("window.harmed")).isNull();
    assertThat(page.evaluate("document.querySelectorAll('img, svg, script:not(#data)').length"))
        .isEqualTo(1);
    assertThat(opened.complaints()).isEmpty();
    assertThat(opened.requests()).hasSize(1);
  }

  @Test
  void a_script_that_came_in_all_the_same_would_not_run() throws Exception {
    Page page = opened().page();
    page.evaluate(
        "(() => { const s = document.createElement('script'); s.textContent = 'window.harmed = 1';"
            + " document.body.append(s);"
            + " const i = document.createElement('img'); i.src = 'http://127.0.0.1:9/'; document.body.append(i); })()");
    assertThat(page.evaluate("window.harmed")).isNull();
  }

  @Test
  void stays_small_when_a_service_answers_every_case_at_length() throws Exception {
    String noise =
        IntStream.range(0, 20_000).mapToObj(Integer::toHexString).reduce("", String::concat);
    var one = SamplePage.hostile(noise);
    var cases =
        IntStream.range(0, 468)
            .mapToObj(
                i -> {
                  var c = one.cases().get(0);
                  return SampleRun.result(
                      "log-message/200/" + i, "a case", c.verdicts(), c.exchanges().get(0));
                })
            .toList();
    String page =
        new dev.assay.report.page.Page()
            .render(PageContent.of("assay", SampleRun.run(cases, List.of(), false)));
    assertThat(page.getBytes(StandardCharsets.UTF_8).length).isLessThan(2_000_000);
  }
}
