package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.assay.cli.Outcome;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The pictures in the documentation are taken of pages. CONTRIBUTING.md has the commands that make
 * these and take the pictures anew ({@code -Dassay.pictures=DIR}); without the property they are
 * taken of a sample and of a proof of a few defects, and thrown away.
 */
class PicturesTest {

  private static final Path SAMPLE = Path.of("reports/sample");
  private static final int SOME_COLOURS = 20;

  @TempDir private Path folder;

  private enum Picture {
    GATE("gate.png", 1_280, 900, ColorScheme.LIGHT, ""),
    GATE_DARK("gate-dark.png", 1_280, 900, ColorScheme.DARK, ""),
    GATE_NARROW("gate-narrow.png", 500, 900, ColorScheme.LIGHT, ""),
    PROVE("prove.png", 1_280, 1_000, ColorScheme.LIGHT, "proof-title"),
    PROVE_SUITE("prove-suite.png", 1_280, 1_250, ColorScheme.LIGHT, "");

    private final String file;
    private final int width;
    private final int height;
    private final ColorScheme scheme;
    private final String heading;

    Picture(String file, int width, int height, ColorScheme scheme, String heading) {
      this.file = file;
      this.width = width;
      this.height = height;
      this.scheme = scheme;
      this.heading = heading;
    }

    /** The folder of the reports whose page it is taken of. */
    private String of() {
      return this == PROVE_SUITE ? "suite" : "gate";
    }

    private NewContextOptions screen() {
      return new NewContextOptions().setViewportSize(width, height).setColorScheme(scheme);
    }
  }

  @ParameterizedTest
  @EnumSource
  void a_picture_is_taken_of_a_page(Picture picture) throws Exception {
    Optional<Path> report = Optional.ofNullable(System.getProperty("assay.pictures")).map(Path::of);
    Path into = (report.isPresent() ? SAMPLE : folder).resolve(picture.file);
    try (Browser browser = Browser.start()) {
      Page page = browser.open(page(picture, report), picture.screen()).page();
      if (picture.of().equals("gate")) {
        drawn(page);
      }
      page.evaluate("id => document.getElementById(id)?.scrollIntoView()", picture.heading);
      page.screenshot(new Page.ScreenshotOptions().setPath(into));
    }
    BufferedImage image = ImageIO.read(into.toFile());
    assertThat(image.getWidth()).isEqualTo(picture.width);
    assertThat(image.getHeight()).isEqualTo(picture.height);
    assertThat(image.getRGB(0, 0, picture.width, picture.height, null, 0, picture.width))
        .satisfies(
            pixels ->
                assertThat(Arrays.stream(pixels).distinct().count()).isGreaterThan(SOME_COLOURS));
  }

  private static void drawn(Page page) {
    page.waitForFunction("document.documentElement.dataset.drawn");
    page.evaluate("document.querySelector('.matrix').open = true");
    page.waitForFunction("document.querySelectorAll('.row').length > 0");
  }

  private Path page(Picture picture, Optional<Path> reports) throws Exception {
    if (reports.isPresent()) {
      return reports.get().resolve(picture.of()).resolve("index.html");
    }
    if (picture.of().equals("gate")) {
      String sample = new dev.assay.report.page.Page().render(SamplePage.everything(folder));
      return Files.writeString(folder.resolve("index.html"), sample);
    }
    Outcome outcome =
        Outcome.ofCommand(
            "prove",
            "--suite",
            "sh src/it/suites/shell/messages.sh",
            "--defect",
            "log-message-200-answered-201",
            "--defect",
            "log-message-message-type-dropped",
            "--report",
            folder.toString());
    assertThat(outcome.exitCode()).as("%s", outcome).isZero();
    assertThat(outcome.out()).contains("1 killed, 1 survived");
    return folder.resolve("index.html");
  }

  @Test
  void those_that_are_taken_are_those_that_there_are_and_that_pages_show() throws IOException {
    Set<String> taken =
        Stream.of(Picture.values())
            .map(picture -> picture.file)
            .collect(Collectors.toCollection(TreeSet::new));
    try (Stream<Path> files = Files.list(SAMPLE)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrderElementsOf(taken);
    }
    assertThat(dev.assay.Page.all().stream().flatMap(page -> page.links().stream()))
        .filteredOn(link -> link.endsWith(".png"))
        .extracting(link -> Path.of(link).getFileName().toString())
        .containsAll(taken)
        .isSubsetOf(taken);
  }
}
