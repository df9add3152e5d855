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
    for (LoadSeries.TimeBucket bucket : series.buckets()) {
      ObjectNode each =
          moments
              .addObject()
              .put("second", round(bucket.second()))
              .put("sent", round(bucket.sent()));
      if (bucket.planned() > 0) {
        each.put("planned", round(bucket.planned()));
      }
      if (bucket.answered() > 0) {
        each.put("p50", bucket.p50()).put("p99", bucket.p99()).put("max", bucket.max());
      }
    }
    ObjectNode curves = json.putObject("curves");
    series
        .curves()
        .forEach(
            (request, points) -> {
              ArrayNode curve = curves.putArray(request);
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
