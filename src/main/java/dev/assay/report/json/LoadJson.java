package dev.assay.report.json;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.judge.ObjectiveVerdict.Ruling;
import dev.assay.load.measure.LoadFigures;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.study.Comparison;
import dev.assay.load.study.LoadReport;
import dev.assay.load.study.PercentileDifference;
import java.util.Locale;

/**
 * Writes a load run as {@code load.json}. Times are in milliseconds, rates per second, shares from
 * 0 to 1.
 */
public final class LoadJson {

  /** Goes up when a reader of older files would be misled. */
  static final int FORMAT = 1;

  /** The part of a shape that files of earlier versions do not have. */
  static final String REQUESTS = "requests";

  private static final JsonMapper JSON = new JsonMapper();

  private LoadJson() {}

  /** The whole document. */
  public static ObjectNode of(LoadReport study) {
    LoadResult result = study.result();
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.putObject("tool").put("name", "assay").put("version", result.info().version());
    json.put("target", result.info().target())
        .put("scenario", result.plan().scenario().name())
        .put("profile", result.plan().profile().name())
        .put("startedAt", result.info().startedAt().toString())
        .put("run", result.run())
        .put("outcome", study.word())
        .put("partial", result.info().partial());
    var way = json.putArray("way");
    result.info().way().forEach(way::add);
    invalidBecause(json, result);
    if (result.injectors() > 1) {
      json.put("injectors", result.injectors());
    }
    json.put("format", FORMAT).put("model", result.plan().profile().model().word());
    json.put("latencyFrom", result.figures().planned().isPresent() ? "planned start" : "sending");
    json.set("shape", shape(result.plan()));
    result
        .figures()
        .planned()
        .ifPresentOrElse(
            planned -> rate(json.putObject("planned"), planned), () -> json.putNull("planned"));
    rate(json.putObject("achieved"), result.figures().achieved());
    json.withObject("achieved")
        .put("failed", result.measurements().stream().mapToLong(Measurement::failed).sum());
    generator(json.putObject("generator"), result);
    json.putObject("created").put("made", result.figures().last().made());
    var requests = json.putArray("requests");
    result.measurements().forEach(each -> requests.add(measurement(each)));
    var objectives = json.putArray("objectives");
    result.objectives().forEach(each -> objective(objectives.addObject(), each));
    var neverSent = json.putArray("neverSent");
    result.plan().neverSent().forEach(request -> neverSent.add(request.slug()));
    new StudyJson(study).putInto(json);
    return json;
  }

  private static void rate(ObjectNode json, LoadFigures.Rate rate) {
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
    ObjectNode requests = json.putObject(REQUESTS);
    plan.scenario()
        .requests()
        .forEach(request -> request(requests.putObject(request.slug()), request));
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

  private static void request(ObjectNode json, LoadRequest request) {
    json.put("operation", request.operation()).put("fileBytes", request.fileBytes());
  }

  private static void phase(ObjectNode json, Phase phase) {
    json.put("from", round(phase.from()))
        .put("to", round(phase.to()))
        .put("seconds", round(phase.seconds()));
  }

  private static void generator(ObjectNode json, LoadResult result) {
    json.put("cpuShare", round(result.figures().last().cpuShare()))
        .put("gcShare", round(result.figures().last().gcShare()))
        .put("sent", result.figures().last().started());
    result.figures().received().ifPresent(received -> json.put("received", received));
    json.put("warmUpFailures", result.figures().last().warmUpFailures())
        .put("uncheckedMessageIds", result.figures().last().uncheckedIds());
    json.set("startLagMs", JSON.valueToTree(result.figures().startLag()));
  }

  /** What was measured of one request. */
  public static ObjectNode measurement(Measurement measurement) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("name", measurement.request())
        .put("count", measurement.count())
        .put("ok", measurement.ok())
        .put("failed", measurement.failed());
    ObjectNode failures = json.putObject("failures");
    measurement.failures().forEach(failures::put);
    json.put("throughput", round(measurement.throughput()));
    if (measurement.fileBytes() > 0) {
      json.put("megabytesPerSecond", round(measurement.megabytesPerSecond()));
    }
    json.set("latencyMs", JSON.valueToTree(measurement.latency()));
    json.set("serviceTimeMs", JSON.valueToTree(measurement.service()));
    if (measurement.fileBytes() > 0) {
      json.set("sendTimeMs", JSON.valueToTree(measurement.send()));
      json.set("serverTimeMs", JSON.valueToTree(measurement.server()));
    }
    return json;
  }

  static void invalidBecause(ObjectNode json, LoadResult result) {
    var because = json.putArray("invalidBecause");
    result.invalidBecause().forEach(because::add);
  }

  private static void objective(ObjectNode json, ObjectiveVerdict verdict) {
    Objective objective = verdict.objective();
    String measured =
        String.format(Locale.ROOT, "%.4g %s", verdict.actual(), objective.metric().unit());
    json.put("request", objective.request())
        .put("metric", objective.metric().word())
        .put("bound", objective.bound())
        .put("actual", round(verdict.actual()))
        .put("met", verdict.ruling() == Ruling.NOT_JUDGED ? null : (Boolean) verdict.met())
        .put("measured", measured.strip())
        .put("verdict", verdict.ruling().word());
  }

  /** How the percentiles of two sides of load differ. */
  public static ObjectNode comparison(Comparison comparison) {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("verdict", comparison.verdict().word()).put("confidence", comparison.confidence());
    var differences = json.putArray("differences");
    comparison.differences().forEach(difference -> difference(differences.addObject(), difference));
    return json;
  }

  private static void difference(ObjectNode json, PercentileDifference difference) {
    json.put("request", difference.request())
        .put("metric", difference.metric().word())
        .put("beforeMs", round(difference.before()))
        .put("afterMs", round(difference.after()))
        .put("differenceMs", round(difference.change()));
    difference
        .interval()
        .ifPresentOrElse(
            interval ->
                json.put("lowMs", round(interval.low())).put("highMs", round(interval.high())),
            () -> json.putNull("lowMs").putNull("highMs"));
    json.put("verdict", difference.verdict().word());
  }

  /** Four digits after the point are more than was measured. */
  static double round(double number) {
    return Math.round(number * 1e4) / 1e4;
  }
}
