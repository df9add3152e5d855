package dev.assay.report;

import dev.assay.load.LoadResult;
import dev.assay.load.LoadStudy;

/**
 * Writes what there is to say about a load run: {@code load.json}, {@code load.xml} for build
 * servers and {@code load.md} for their pages.
 *
 * @param version of this build
 */
public record LoadReporter(String version) {

  /**
   * Writes all three.
   *
   * @throws ReportException if one of them cannot be written
   */
  public void write(LoadResult result, ReportFolder folder) throws ReportException {
    write(LoadStudy.of(result), folder);
  }

  /**
   * Writes all three for what was concluded from several runs.
   *
   * @throws ReportException if one of them cannot be written
   */
  public void write(LoadStudy study, ReportFolder folder) throws ReportException {
    folder.write("load.json", new LoadJson(version).render(study));
    folder.write("load.xml", new LoadXml().render(study));
    folder.write("load.md", new LoadMarkdown(version).render(study));
  }
}
