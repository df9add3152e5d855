package dev.assay.report;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.load.Capacity;
import dev.assay.load.LoadResult;
import dev.assay.load.LoadStudy;
import dev.assay.load.Measurement;
import dev.assay.load.Model;
import dev.assay.load.ObjectiveVerdict;
import dev.assay.load.Profile;
import dev.assay.load.Quantiles;
import java.util.Locale;
import java.util.OptionalDouble;

/**
 * Writes a load run as {@code load.json}. Times are in milliseconds, rates per second, shares from
 * 0 to 1.
 *
 * @param version of this build
 */
record LoadJson(String version) {

  String render(LoadStudy study) {
    LoadResult result = study.result();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("tool").put("name", "assay").put("version", version);
    json.put("target", result.plan().target())
        .put("scenario", result.plan().scenario().name())
        .put("profile", result.plan().profile().name())
        .put("startedAt", result.startedAt().toString())
        .put("outcome", study.outcome().word())
        .put("partial", result.partial());
    var because = json.putArray("invalidBecause");
    result.invalidBecause().forEach(because::add);
    model(json, result.plan().profile());
    result
        .planned()
        .ifPresentOrElse(
            planned -> rate(json.putObject("planned"), planned), () -> json.putNull("planned"));
    rate(json.putObject("achieved"), result.achieved());
    generator(json.putObject("generator"), result);
    var requests = json.putArray("requests");
    result.measurements().forEach(each -> measurement(requests.addObject(), each));
    var objectives = json.putArray("objectives");
    result.objectives().forEach(each -> objective(objectives.addObject(), each));
    study.capacity().ifPresent(capacity -> capacity(json.putObject("capacity"), capacity));
    return JsonText.pretty(json);
  }

  /** Bounds that were not found are null. */
  private static void capacity(ObjectNode json, Capacity capacity) {
    json.put("says", capacity.says())
        .put("end", capacity.end().name().toLowerCase(Locale.ROOT).replace('_', '-'));
    bound(json, "keepsPerSecond", capacity.keeps());
    bound(json, "breaksPerSecond", capacity.breaks());
    json.put("lowest", capacity.search().lowest())
        .put("highest", capacity.search().highest())
        .put("precision", capacity.search().precision());
    var probes = json.putArray("probes");
    capacity
        .probes()
        .forEach(
            probe ->
                probes
                    .addObject()
                    .put("perSecond", probe.rate())
                    .put("recovery", probe.recovery())
                    .put("answer", probe.answer().kind().word())
                    .put("because", probe.answer().because()));
  }

  private static void bound(ObjectNode json, String name, OptionalDouble rate) {
    if (rate.isPresent()) {
      json.put(name, rate.getAsDouble());
    } else {
      json.putNull(name);
    }
  }

  private static void rate(ObjectNode json, LoadResult.Rate rate) {
    json.put("requests", rate.requests()).put("perSecond", round(rate.perSecond()));
  }

  private static void model(ObjectNode json, Profile profile) {
    json.put("model", profile.model().word());
    if (profile.model() == Model.CLOSED) {
      json.put("users", profile.users().count())
          .put("thinkTimeMs", round(profile.users().thinkSeconds() * 1000));
    }
    json.put("latencyFrom", profile.model() == Model.OPEN ? "planned start" : "sending");
  }

  private static void generator(ObjectNode json, LoadResult result) {
    json.put("cpuShare", round(result.last().cpuShare()))
        .put("gcShare", round(result.last().gcShare()))
        .put("sent", result.last().started());
    result.received().ifPresent(received -> json.put("received", received));
    json.put("warmUpFailures", result.last().warmUpFailures())
        .put("uncheckedMessageIds", result.last().uncheckedIds());
    quantiles(json.putObject("startLagMs"), result.startLag());
  }

  private static void measurement(ObjectNode json, Measurement measurement) {
    json.put("name", measurement.request().slug())
        .put("count", measurement.count())
        .put("ok", measurement.ok())
        .put("failed", measurement.failed());
    ObjectNode failures = json.putObject("failures");
    measurement.failures().forEach(failures::put);
    json.put("throughput", round(measurement.throughput()));
    if (measurement.request().fileBytes() > 0) {
      json.put("megabytesPerSecond", round(measurement.megabytesPerSecond()));
    }
    quantiles(json.putObject("latencyMs"), measurement.latency());
    quantiles(json.putObject("serviceTimeMs"), measurement.service());
  }

  private static void quantiles(ObjectNode json, Quantiles quantiles) {
    json.put("min", quantiles.min())
        .put("mean", quantiles.mean())
        .put("p50", quantiles.p50())
        .put("p75", quantiles.p75())
        .put("p90", quantiles.p90())
        .put("p95", quantiles.p95())
        .put("p99", quantiles.p99())
        .put("p999", quantiles.p999())
        .put("max", quantiles.max());
  }

  private static void objective(ObjectNode json, ObjectiveVerdict verdict) {
    json.put("request", verdict.objective().request().slug())
        .put("metric", verdict.objective().metric().word())
        .put("bound", verdict.objective().bound())
        .put("actual", round(verdict.actual()))
        .put("met", verdict.met());
  }

  /** Four digits after the point are more than was measured. */
  private static double round(double number) {
    return Math.round(number * 1e4) / 1e4;
  }
}
