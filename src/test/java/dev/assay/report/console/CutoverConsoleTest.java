package dev.assay.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.compare.cutover.Cutover;
import dev.assay.report.Golden;
import dev.assay.report.SampleCutover;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class CutoverConsoleTest {

  @Test
  void nothing_that_differs_reads_as_the_golden_file_shows() throws IOException {
    new Golden("cutover-go.txt").matches(printed(SampleCutover.go(), Ansi.OFF));
  }

  @Test
  void what_is_for_review_reads_as_the_golden_file_shows() throws IOException {
    new Golden("cutover-review.txt").matches(printed(SampleCutover.review(), Ansi.OFF));
  }

  @Test
  void what_nobody_can_tell_reads_as_the_golden_file_shows() throws IOException {
    new Golden("cutover-undecided.txt").matches(printed(SampleCutover.undecided(), Ansi.OFF));
  }

  @Test
  void what_speaks_against_it_reads_as_the_golden_file_shows() throws IOException {
    new Golden("cutover-no-go.txt").matches(printed(SampleCutover.noGo(), Ansi.OFF));
  }

  @Test
  void colours_change_nothing_but_colours() {
    String coloured = printed(SampleCutover.noGo(), Ansi.ON);
    assertThat(coloured).contains("\u001b[31m×");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(printed(SampleCutover.noGo(), Ansi.OFF));
  }

  private static String printed(Cutover cutover, Ansi ansi) {
    StringWriter text = new StringWriter();
    new CutoverConsole(new PrintWriter(text), ansi).report(cutover);
    return text.toString();
  }
}
