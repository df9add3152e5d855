package dev.assay.report.json;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.record.Quantiles;
import dev.assay.load.study.LoadReport;

/**
 * Writes a load run as {@code load.json}. Times are in milliseconds, rates per second, shares from
 * 0 to 1.
 *
 * @param version of this build
 */
public record LoadJson(String version) {

  /** Goes up when a reader of older files would be misled. */
  static final int FORMAT = 1;

  public String render(LoadReport study) {
    LoadResult result = study.result();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("tool").put("name", "assay").put("version", version);
    json.put("target", result.plan().target())
        .put("scenario", result.plan().scenario().name())
        .put("profile", result.plan().profile().name())
        .put("startedAt", result.startedAt().toString())
        .put("outcome", study.word())
        .put("partial", result.partial());
    var because = json.putArray("invalidBecause");
    result.invalidBecause().forEach(because::add);
    if (result.injectors() > 1) {
      json.put("injectors", result.injectors());
    }
    json.put("format", FORMAT).put("model", result.plan().profile().model().word());
    json.put("latencyFrom", result.planned().isPresent() ? "planned start" : "sending");
    json.set("shape", shape(result.plan()));
    result
        .planned()
        .ifPresentOrElse(
            planned -> rate(json.putObject("planned"), planned), () -> json.putNull("planned"));
    rate(json.putObject("achieved"), result.achieved());
    generator(json.putObject("generator"), result);
    var requests = json.putArray("requests");
    result.measurements().forEach(each -> measurement(requests.addObject(), each));
    var objectives = json.putArray("objectives");
    boolean judged = result.conclusion() != Conclusion.UNDECIDED;
    result.objectives().forEach(each -> objective(objectives.addObject(), each, judged));
    new StudyJson(study).putInto(json);
    return JsonText.pretty(json);
  }

  private static void rate(ObjectNode json, LoadResult.Rate rate) {
    json.put("requests", rate.requests()).put("perSecond", round(rate.perSecond()));
  }

  /** What must be the same for two runs to be comparable. */
  static ObjectNode shape(LoadPlan plan) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    Profile profile = plan.profile();
    if (!plan.injector().isOnly()) {
      json.put("injector", plan.injector().word());
    }
    json.put("scenario", plan.scenario().name());
    ObjectNode mix = json.putObject("mix");
    plan.scenario().shares().forEach(share -> mix.put(share.request().slug(), share.weight()));
    json.put("model", profile.model().word());
    if (profile.model() == WorkloadModel.CLOSED) {
      json.put("users", profile.users().count())
          .put("thinkTimeMs", round(profile.users().thinkSeconds() * 1000));
    }
    json.put("warmUpSeconds", round(profile.warmUpSeconds()));
    var phases = json.putArray("phases");
    profile.phases().forEach(phase -> phase(phases.addObject(), phase));
    return json;
  }

  private static void phase(ObjectNode json, Phase phase) {
    json.put("from", round(phase.from()))
        .put("to", round(phase.to()))
        .put("seconds", round(phase.seconds()));
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

  static void measurement(ObjectNode json, Measurement measurement) {
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
    if (measurement.request().fileBytes() > 0) {
      quantiles(json.putObject("sendTimeMs"), measurement.send());
      quantiles(json.putObject("serverTimeMs"), measurement.server());
    }
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

  /** In a run that judges nothing, nothing is met or not. */
  private static void objective(ObjectNode json, ObjectiveVerdict verdict, boolean judged) {
    json.put("request", verdict.objective().request().slug())
        .put("metric", verdict.objective().metric().word())
        .put("bound", verdict.objective().bound())
        .put("actual", round(verdict.actual()))
        .put("met", judged ? (Boolean) verdict.met() : null);
  }

  /** Four digits after the point are more than was measured. */
  static double round(double number) {
    return Math.round(number * 1e4) / 1e4;
  }
}
