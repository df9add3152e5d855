package dev.assay.junit;

import dev.assay.report.json.AtomicFile;
import dev.assay.report.json.ContractJson;
import dev.assay.report.json.JsonText;
import dev.assay.report.text.CoverageText;
import dev.assay.suite.run.ExchangeJudge;
import dev.assay.verdict.Run;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Which clauses of a contract the exchanges of tests have shown to hold or to be broken. */
public final class ContractCoverage {

  private final ExchangeJudge judge;

  ContractCoverage(ExchangeJudge judge) {
    this.judge = judge;
  }

  /** All that was seen, as a run. */
  public Run run() {
    return judge.run();
  }

  /** How many clauses were seen, and which were broken or not seen. */
  public String text() {
    return new CoverageText(judge.contract().title(), run()).text();
  }

  /**
   * Writes {@code contract.json}, of the form that {@code assay contract} writes, and {@code
   * coverage.txt} into that folder, which is made if it is not there.
   *
   * @throws IOException if it cannot
   */
  public void write(Path folder) throws IOException {
    Path made = AtomicFile.folder(folder);
    write(made, "contract.json", JsonText.pretty(ContractJson.of(run())));
    write(made, "coverage.txt", text());
  }

  private static void write(Path folder, String name, String text) throws IOException {
    AtomicFile.in(folder, name).write(text.getBytes(StandardCharsets.UTF_8));
  }
}
