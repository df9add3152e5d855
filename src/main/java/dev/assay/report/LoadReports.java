package dev.assay.report;

import dev.assay.UserException;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.study.LoadReport;
import dev.assay.report.ci.LoadJunitXml;
import dev.assay.report.ci.LoadMarkdown;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.LoadJson;

/**
 * Writes what there is to say about a load run: {@code load.json}, {@code load.xml} for build
 * servers and {@code load.md} for their pages.
 *
 * @param version of this build
 */
public record LoadReports(String version) {

  /**
   * Writes all three.
   *
   * @throws UserException if one of them cannot be written
   */
  public void write(LoadResult result, ReportFolder folder) {
    write(LoadReport.of(result), folder);
  }

  /**
   * Writes all three for what was concluded from several runs.
   *
   * @throws UserException if one of them cannot be written
   */
  public void write(LoadReport study, ReportFolder folder) {
    folder.write("load.json", JsonText.pretty(new LoadJson(version).of(study)));
    folder.write("load.xml", new LoadJunitXml().render(study));
    folder.write("load.md", new LoadMarkdown(version).render(study));
  }
}
