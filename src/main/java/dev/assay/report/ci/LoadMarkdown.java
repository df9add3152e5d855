package dev.assay.report.ci;

import dev.assay.load.study.LoadReport;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.LoadJson;
import dev.assay.report.text.LoadFigure;
import dev.assay.report.text.Template;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Writes a load run as {@code load.md}, for the pages of build servers.
 *
 * @param version of this build
 */
public record LoadMarkdown(String version) {

  /** The whole document. */
  public String render(LoadReport report) {
    Map<String, Object> model = new HashMap<>(JsonText.map(new LoadJson(version).of(report)));
    model.put("columns", List.of(LoadFigure.values()));
    return Template.ofMarkdown().fill("load", model);
  }
}
