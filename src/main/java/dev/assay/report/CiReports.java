package dev.assay.report;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.UserException;
import dev.assay.report.ci.CiReport;
import dev.assay.report.ci.CiSystem;
import dev.assay.report.ci.CodeQuality;
import dev.assay.report.ci.Sarif;
import dev.assay.report.history.History;
import dev.assay.report.json.JsonText;
import dev.assay.report.page.PageContent;
import dev.assay.report.text.ReportFailure;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What build servers show of a run, made of the JSON files that it wrote into a folder. */
public record CiReports(Path folder) {

  private static final JsonMapper JSON = new JsonMapper();

  /**
   * Writes what that build server can show.
   *
   * @param commands that wrote a JSON file; the one that was asked for first
   * @return lines that it finds in the output of a job
   * @throws UserException if a file cannot be written
   */
  public List<String> write(CiSystem system, List<String> commands) {
    if (system == CiSystem.NONE) {
      return List.of();
    }
    CiReport report =
        CiReport.of(written(commands), History.before(folder).map(PageContent.Earlier::changes));
    ReportFolder reports = ReportFolder.at(folder);
    reports.write("report.md", report.markdown());
    if (system == CiSystem.GITHUB) {
      reports.write("assay.sarif", JsonText.pretty(new Sarif(report).document()));
      return report.annotations();
    }
    if (system == CiSystem.GITLAB) {
      reports.write("gl-code-quality.json", JsonText.pretty(new CodeQuality(report).document()));
    }
    return List.of();
  }

  private Map<String, JsonNode> written(List<String> commands) {
    Map<String, JsonNode> files = new LinkedHashMap<>();
    for (String command : commands) {
      Path file = folder.resolve(command + ".json");
      try {
        files.put(command, JSON.readTree(file.toFile()));
      } catch (IOException e) {
        throw ReportFailure.unreadable(file, e);
      }
    }
    return files;
  }
}
