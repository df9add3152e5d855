package dev.assay.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.load.measure.LoadSeries;

/** The series of a load as data for charts: seconds, milliseconds, requests a second. */
final class LoadData {

  private LoadData() {}

  static JsonNode of(LoadSeries series) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    ArrayNode moments = json.putArray("moments");
    for (LoadSeries.Moment moment : series.moments()) {
      ObjectNode each =
          moments
              .addObject()
              .put("second", round(moment.second()))
              .put("sent", round(moment.sent()));
      if (moment.planned() > 0) {
        each.put("planned", round(moment.planned()));
      }
      if (moment.answered() > 0) {
        each.put("p50", moment.p50()).put("p99", moment.p99()).put("max", moment.max());
      }
    }
    ObjectNode curves = json.putObject("curves");
    series
        .curves()
        .forEach(
            (request, points) -> {
              ArrayNode curve = curves.putArray(request.slug());
              points.forEach(
                  point ->
                      curve.addArray().add(round(point.percentile())).add(round(point.millis())));
            });
    return json;
  }

  private static double round(double number) {
    return Math.round(number * 1e3) / 1e3;
  }
}
