package dev.assay.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Locales;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.report.console.ContractConsole;
import dev.assay.report.console.CutoverConsole;
import dev.assay.report.console.ProofConsole;
import dev.assay.report.page.PageContent;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine.Help.Ansi;

/** Reports read the same, whatever numbers and letters look like where they are written. */
class SameInEveryLocaleTest {

  private static final List<String> FILES =
      List.of(
          "contract.json",
          "contract.xml",
          "cutover.json",
          "cutover.xml",
          "gate.json",
          "index.html",
          "load.json",
          "load.md",
          "load.xml",
          "prove.json");

  /** A gate is over when it is written. */
  private static final String TOOK = "\"durationMs\": \\d{7,},";

  @TempDir private Path folder;

  @Test
  void every_report_reads_the_same() throws Exception {
    PageContent content = SamplePage.everything(folder);
    Map<String, String> expected = Locales.in(Locale.ROOT, () -> written(content));
    for (Locale locale : Locales.ofEachKind()) {
      Map<String, String> written = Locales.in(locale, () -> written(content));
      for (String name : expected.keySet()) {
        assertThat(written.get(name)).as("%s in %s", name, locale).isEqualTo(expected.get(name));
      }
    }
  }

  private Map<String, String> written(PageContent content) throws IOException {
    Run run = SampleRun.everyOutcome();
    ReportFolder reports = ReportFolder.at(folder.resolve("reports"));
    reports.write(Report.of(run));
    reports.write(Report.of(ProofReportsTest.sample()));
    reports.write(Report.of(SampleCutover.noGo()));
    reports.write(Report.of(new Gate(run.info(), List.of(GatePart.of(run)))));
    reports.write(Report.of(content.load().orElseThrow()));
    reports.write(content);
    Map<String, String> texts = new TreeMap<>();
    for (String name : FILES) {
      texts.put(name, Files.readString(reports.path().resolve(name)).replaceFirst(TOOK, ""));
    }
    texts.put("the console", printed(run));
    return texts;
  }

  private static String printed(Run run) {
    StringWriter text = new StringWriter();
    PrintWriter out = new PrintWriter(text);
    new ContractConsole(out, Ansi.OFF, false).report(run);
    new ProofConsole(out, Ansi.OFF, false).report(ProofReportsTest.sample());
    new CutoverConsole(out, Ansi.OFF).report(SampleCutover.noGo());
    return text.toString();
  }
}
