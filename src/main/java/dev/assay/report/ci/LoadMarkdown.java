package dev.assay.report.ci;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.report.json.JsonText;
import dev.assay.report.text.LoadFigure;
import dev.assay.report.text.Template;
import java.util.Map;

/** Writes a load run as {@code load.md}, for the pages of build servers. */
public final class LoadMarkdown {

  private LoadMarkdown() {}

  /**
   * The whole document.
   *
   * @param load what {@code load.json} says
   */
  public static String of(JsonNode load) {
    Map<String, Object> model = JsonText.map(load);
    model.put("columns", LoadFigure.values());
    return Template.ofMarkdown().fill("load", model);
  }
}
