package dev.assay.report;

import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import dev.assay.report.page.PageContent;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The Chromium that is installed, without a window. Where there is none the tests fail, unless
 * {@code -Dassay.browser=none} says that this is known.
 */
final class Browser implements AutoCloseable {

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private final Playwright playwright;
  private final com.microsoft.playwright.Browser browser;

  private Browser(Playwright playwright, com.microsoft.playwright.Browser browser) {
    this.playwright = playwright;
    this.browser = browser;
  }

  static Browser start() {
    String wanted = System.getProperty("assay.browser", "");
    assumeFalse(wanted.equals("none"), "the tests of the page are left out: -Dassay.browser=none");
    Path executable = wanted.isEmpty() ? installed() : Path.of(wanted);
    Playwright playwright =
        Playwright.create(
            new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    return new Browser(
        playwright,
        playwright
            .chromium()
            .launch(
                new BrowserType.LaunchOptions()
                    .setExecutablePath(executable)
                    .setArgs(
                        List.of(
                            "--no-sandbox",
                            "--disable-gpu",
                            "--disable-background-networking",
                            "--disable-component-update",
                            "--disable-sync",
                            "--no-first-run"))));
  }

  private static Path installed() {
    return Stream.of(System.getenv("PATH").split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalStateException(
                    "The tests of the page need Chromium, and none of "
                        + String.join(", ", NAMES)
                        + " is on PATH: install one, name one with -Dassay.browser=PATH, or leave these tests"
                        + " out with -Dassay.browser=none."));
  }

  /** A page that was opened from disk, with all that it asked for and complained about. */
  record Opened(Page page, List<String> requests, List<String> complaints) {}

  /** Writes the content as a page into the folder and opens it there. */
  Opened open(
      PageContent content, Path folder, com.microsoft.playwright.Browser.NewContextOptions how)
      throws IOException {
    Path file =
        Files.writeString(
            folder.resolve(dev.assay.report.page.Page.NAME),
            new dev.assay.report.page.Page().render(content));
    return open(file, how);
  }

  /** Opens a page that is there. */
  Opened open(Path file, com.microsoft.playwright.Browser.NewContextOptions how) {
    BrowserContext context = browser.newContext(how);
    Page page = context.newPage();
    Opened opened = new Opened(page, new ArrayList<>(), new ArrayList<>());
    page.onRequest(request -> opened.requests().add(request.url()));
    page.onConsoleMessage(message -> opened.complaints().add(message.text()));
    page.onPageError(opened.complaints()::add);
    page.navigate(file.toUri().toString());
    return opened;
  }

  @Override
  public void close() {
    browser.close();
    playwright.close();
  }
}
