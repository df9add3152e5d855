package dev.assay.report.console;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.report.Golden;
import dev.assay.report.SampleRun;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

class ContractConsoleTest {

  @Test
  void a_run_reads_as_the_golden_file_shows() throws IOException {
    StringWriter text = new StringWriter();
    ContractConsole console = new ContractConsole(new PrintWriter(text), Ansi.OFF, false);
    console.report(SampleRun.everyOutcome());
    console.reportsAre(Path.of("reports", "staging-20261120T101530Z"));
    new Golden("console.txt").matches(text.toString());
  }

  @Test
  void quiet_leaves_out_the_lines_of_the_cases_and_nothing_else() {
    String all = printed(Ansi.OFF, false, SampleRun.everyOutcome());
    String quiet = printed(Ansi.OFF, true, SampleRun.everyOutcome());
    assertThat(all).endsWith(quiet);
    assertThat(quiet).startsWith("× log-message/without-token\n");
  }

  @Test
  void colours_change_nothing_but_colours() {
    String coloured = printed(Ansi.ON, false, SampleRun.everyOutcome());
    assertThat(coloured).contains("\u001b[31m× log-message/without-token\u001b[39m");
    assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
        .isEqualTo(printed(Ansi.OFF, false, SampleRun.everyOutcome()));
  }

  @Test
  void markup_from_a_server_is_not_read_as_markup() {
    Run run = SampleRun.run(List.of(), List.of("@|red gone|@"), false);
    assertThat(printed(Ansi.ON, false, run)).contains("@|red gone|@");
  }

  @Test
  void only_the_line_end_is_left_of_all_control_characters() {
    assertThat(printed(Ansi.OFF, false, SampleRun.everyOutcome()).codePoints())
        .noneMatch(c -> c != '\n' && Sanitizer.isHidden(c));
  }

  @Test
  void the_summary_of_a_strict_run_says_so() {
    Run run = SampleRun.run(List.of(SampleRun.passed()), List.of(), true);
    assertThat(printed(Ansi.OFF, true, run))
        .isEqualTo(
            "assay 0.1.0 · staging · strict · 1 case, 1 of 8 clauses: 1 pass, 0 fail, 0 warn, "
                + "0 info, 0 skip, 0 error · 6.1 s · conforms\n");
  }

  private static String printed(Ansi ansi, boolean quiet, Run run) {
    StringWriter text = new StringWriter();
    new ContractConsole(new PrintWriter(text), ansi, quiet).report(run);
    return text.toString();
  }
}
