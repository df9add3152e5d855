package dev.assay.report.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.load.study.Capacity;
import dev.assay.load.study.LoadReport;
import java.util.Locale;
import java.util.OptionalDouble;

/** What {@code load.json} says beyond a single run. What is not known is null. */
record StudyJson(LoadReport study) {

  void putInto(ObjectNode json) {
    if (study.repeats().size() > 1) {
      repeats(json);
    }
    study
        .comparison()
        .ifPresent(
            against ->
                json.putObject("comparison")
                    .put("against", against.folder())
                    .setAll(LoadJson.comparison(against.comparison())));
    study.capacity().ifPresent(capacity -> capacity(json.putObject("capacity"), capacity));
  }

  private void repeats(ObjectNode json) {
    var repeats = json.putArray("repeats");
    study
        .repeats()
        .forEach(
            result -> {
              ObjectNode repeat = repeats.addObject();
              repeat
                  .put("startedAt", result.info().startedAt().toString())
                  .put("outcome", result.word());
              LoadJson.invalidBecause(repeat, result);
              var requests = repeat.putArray("requests");
              result.measurements().forEach(each -> requests.add(LoadJson.measurement(each)));
            });
  }

  private static void capacity(ObjectNode json, Capacity capacity) {
    json.put("says", capacity.says())
        .put("end", capacity.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    bound(json, "keepsPerSecond", capacity.keeps());
    bound(json, "breaksPerSecond", capacity.breaks());
    json.put("lowest", capacity.range().lowest())
        .put("highest", capacity.range().highest())
        .put("precision", capacity.range().precision());
    var probes = json.putArray("probes");
    capacity
        .probes()
        .forEach(
            probe ->
                probes
                    .addObject()
                    .put("perSecond", probe.rate())
                    .put("recovery", probe.recovery())
                    .put("answer", probe.verdict().kind().word())
                    .put("because", probe.verdict().reason()));
  }

  private static void bound(ObjectNode json, String name, OptionalDouble rate) {
    if (rate.isPresent()) {
      json.put(name, rate.getAsDouble());
    } else {
      json.putNull(name);
    }
  }
}
