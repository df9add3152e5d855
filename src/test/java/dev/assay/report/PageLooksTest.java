package dev.assay.report;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether everybody can read the page: in light and dark, on a phone, on paper, by ear. */
@TestInstance(Lifecycle.PER_CLASS)
class PageLooksTest {

  private static final String OPEN_ALL =
      "document.querySelectorAll('.matrix').forEach(d => d.open = true);"
          + "document.querySelectorAll('details').forEach(d => d.open = true)";

  @TempDir private Path folder;
  @AutoClose private Browser browser;

  @BeforeAll
  void startBrowser() {
    browser = Browser.start();
  }

  private Page opened(NewContextOptions how) throws Exception {
    Page page = browser.open(SamplePage.everything(folder), folder, how).page();
    page.waitForFunction("document.documentElement.dataset.drawn");
    page.evaluate(OPEN_ALL);
    page.waitForFunction("document.querySelectorAll('.row').length === 6");
    page.waitForFunction("document.querySelectorAll('.traffic').length > 5");
    page.evaluate(OPEN_ALL);
    return page;
  }

  @ParameterizedTest
  @EnumSource(names = {"LIGHT", "DARK"})
  void nothing_keeps_people_from_using_it(ColorScheme scheme) throws Exception {
    Page page = opened(new NewContextOptions().setColorScheme(scheme));
    page.evaluate(axe());
    List<?> violations =
        (List<?>)
            page.evaluate(
                "axe.run().then(r => r.violations.flatMap(v =>"
                    + " v.nodes.map(n => v.id + ': ' + n.target + ' ' + n.failureSummary)))");
    assertThat(violations).isEmpty();
  }

  private static String axe() throws IOException {
    try (InputStream in = PageLooksTest.class.getResourceAsStream("/axe.min.js")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {320, 360, 768, 1_280})
  void nothing_is_wider_than_the_screen(int width) throws Exception {
    Page page = opened(new NewContextOptions().setViewportSize(width, 740));
    assertThat((Integer) page.evaluate("document.documentElement.scrollWidth"))
        .isLessThanOrEqualTo(width);
  }

  @Test
  void dark_is_dark_and_light_is_light() throws Exception {
    String ground = "getComputedStyle(document.body).backgroundColor";
    Page page = opened(new NewContextOptions().setColorScheme(ColorScheme.LIGHT));
    assertThat(page.evaluate(ground)).isEqualTo("rgb(251, 251, 249)");
    page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
    assertThat(page.evaluate(ground)).isEqualTo("rgb(20, 24, 27)");
  }

  @Test
  void prints_on_white_without_what_only_a_screen_needs() throws Exception {
    Page page = opened(new NewContextOptions().setColorScheme(ColorScheme.DARK));
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.evaluate("getComputedStyle(document.body).backgroundColor"))
        .isEqualTo("rgb(255, 255, 255)");
    assertThat(page.locator("#contract-tools")).isHidden();
    assertThat(page.locator("h1")).isVisible();
    byte[] pdf = page.pdf();
    assertThat(new String(pdf, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
  }

  @Test
  void the_keyboard_is_seen_where_it_is() throws Exception {
    Page page = browser.open(SamplePage.everything(folder), folder, new NewContextOptions()).page();
    for (int i = 0; i < 12; i++) {
      page.keyboard().press("Tab");
      assertThat(
              page.evaluate(
                  "getComputedStyle(document.activeElement).outlineStyle + ' ' + document.activeElement.tagName"))
          .asString()
          .startsWith("solid")
          .doesNotContain("BODY");
    }
  }
}
