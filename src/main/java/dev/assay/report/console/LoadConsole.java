package dev.assay.report.console;

import dev.assay.exchange.cleanup.CreatedList;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.Measurement;
import dev.assay.load.plan.CapacityRange;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.study.Capacity;
import dev.assay.load.study.LoadReport;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.LoadJson;
import dev.assay.report.text.LoadFigure;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Prints the plans and the results of loads.
 *
 * @param out flushed at the end of each text
 */
public record LoadConsole(PrintWriter out) {

  /**
   * What would be sent, that many times.
   *
   * @param isRemoved whether what it makes is removed again
   */
  public void plan(LoadPlan plan, int times, boolean isRemoved) {
    Profile profile = plan.profile();
    line(
        "%s in the shape `%s`: %.1f s, the first %.1f s of them warm-up; %s",
        plan.scenario().name(),
        profile.name(),
        profile.seconds() + profile.warmUpSeconds(),
        profile.warmUpSeconds(),
        pace(plan));
    if (!plan.isBounded()) {
      line("How many requests they send depends on the service alone. Nothing was sent.");
      out.flush();
      return;
    }
    String most = profile.model() == WorkloadModel.OPEN ? "" : "at most ";
    long requests = 0;
    for (Map.Entry<LoadRequest, Long> entry : plan.counts().entrySet()) {
      LoadRequest request = entry.getKey();
      line(
          "  %s%,8d × %-15s %s",
          most, times * entry.getValue(), request.slug(), plan.template(request).address());
      requests += entry.getValue();
    }
    line(
        "%s%,d requests, about %,d bytes of bodies; %s. Nothing was sent.",
        most, times * requests, times * plan.bytes(), afterwards(isRemoved));
    out.flush();
  }

  /** What several runs, or a comparison, come to. */
  public void study(LoadReport study, Path folder) {
    study.comparison().ifPresent(this::comparison);
    line("%d runs · %s", study.repeats().size(), study.word());
    line("reports: %s", folder);
    out.flush();
  }

  private void comparison(LoadReport.Against against) {
    against
        .comparison()
        .differences()
        .forEach(difference -> line("  %s", difference.says("then", "now")));
    line("against %s: %s", against.folder(), against.comparison().verdict().word());
    if (against.comparison().differences().stream().allMatch(d -> d.interval().isEmpty())) {
      line("! a single run on a side does not show how runs vary: use --repeat 3 or more on both");
    }
  }

  /** The mock forgets what it was sent. */
  private void left(LoadResult result) {
    CreatedList created = result.created();
    if (created.made() > 0 && result.figures().received().isEmpty()) {
      line(
          "  %s, warm-up included: %s%s",
          created.sentence(),
          result.folder().resolve("load-created.json"),
          created.made() > created.all().size() ? " lists the first ones" : "");
    }
  }

  private static String afterwards(boolean isRemoved) {
    return isRemoved
        ? "what they would create is removed as far as time allows"
        : "what they would create is not removed";
  }

  /** What a search would send at most. */
  public void plan(CapacityRange search, List<LoadPlan> plans, boolean isRemoved) {
    Map<LoadRequest, Long> counts = new LinkedHashMap<>();
    plans.forEach(
        plan -> plan.counts().forEach((request, count) -> counts.merge(request, count, Long::sum)));
    line(
        "%s in the shape `%s`: at most %d probes from %.1f to %.1f requests a second, until the gap is %.0f %%",
        plans.get(0).scenario().name(),
        search.shape().name(),
        plans.size(),
        search.lowest(),
        search.highest(),
        100 * search.precision());
    counts.forEach((request, count) -> line("  at most %,8d × %s", count, request.slug()));
    line(
        "at most %,d requests, about %,d bytes of bodies; %s. Nothing was sent.",
        counts.values().stream().mapToLong(Long::longValue).sum(),
        plans.stream().mapToLong(LoadPlan::bytes).sum(),
        afterwards(isRemoved));
    out.flush();
  }

  /** What a probe said. */
  public void probe(Capacity.Probe probe) {
    line(
        "%8.1f/s%s  %s%s",
        probe.rate(),
        probe.recovery() ? " again" : "",
        probe.verdict().kind().word(),
        probe.verdict().reason().isEmpty() ? "" : ": " + probe.verdict().reason());
    out.flush();
  }

  /** What a search found. */
  public void capacity(Capacity capacity, Path folder) {
    line("capacity: %s", capacity.says());
    line("reports: %s", folder);
    out.flush();
  }

  private static String pace(LoadPlan plan) {
    Profile profile = plan.profile();
    return profile.model() == WorkloadModel.OPEN
        ? String.format(Locale.ROOT, "at most %.1f requests a second", profile.peak())
        : String.format(
            Locale.ROOT,
            "a closed workload of %d users who think %.1f s",
            profile.users().count(),
            profile.users().thinkSeconds());
  }

  /** How it went. */
  public void result(LoadResult result, boolean quiet) {
    if (!quiet) {
      result.measurements().forEach(this::measurement);
    }
    result.objectives().stream()
        .filter(verdict -> !quiet || !verdict.met())
        .forEach(this::objective);
    slugs(result.plan().neverSent())
        .ifPresent(slugs -> line("  – never sent in this run, and not judged: %s", slugs));
    result.invalidBecause().forEach(because -> line("! %s", Sanitizer.line(because)));
    if (result.invalidBecause().isEmpty() && !result.figures().last().stopped().isEmpty()) {
      line("! %s", result.figures().last().stopped());
    }
    left(result);
    line(
        "%sassay load · %s · %s/%s: %,d%s requests, %.1f/s, %s, generator CPU %.0f %% · %s",
        result.info().partial() ? "PARTIAL " : "",
        result.plan().target(),
        result.plan().scenario().name(),
        result.plan().profile().name(),
        result.figures().achieved().requests(),
        result
            .figures()
            .planned()
            .map(planned -> String.format(Locale.ROOT, " of %,d", planned.requests()))
            .orElse(""),
        result.figures().achieved().perSecond(),
        result.figures().planned().isPresent()
            ? String.format(Locale.ROOT, "start lag p99 %.1f ms", result.figures().startLag().p99())
            : "closed workload, latency from the sending",
        100 * result.figures().last().cpuShare(),
        result.word());
    line("reports: %s", result.folder());
    out.flush();
  }

  private static Optional<String> slugs(List<LoadRequest> requests) {
    return requests.stream().map(LoadRequest::slug).reduce((some, next) -> some + ", " + next);
  }

  private void measurement(Measurement measurement) {
    line(
        "%-15s %,7d ok %,5d failed   %s%s",
        measurement.request(),
        measurement.ok(),
        measurement.failed(),
        LoadFigure.line(JsonText.map(LoadJson.measurement(measurement))),
        measurement.fileBytes() == 0
            ? ""
            : String.format(Locale.ROOT, "  %.2f MB/s", measurement.megabytesPerSecond()));
    measurement
        .failures()
        .forEach((why, times) -> line("    %,d × %s", times, Sanitizer.line(why)));
  }

  private void objective(ObjectiveVerdict verdict) {
    line(
        "  %s %s %s %s: %.4g %s",
        OutcomeSymbol.of(verdict.ruling().word()).symbol(),
        verdict.objective().request(),
        verdict.objective().metric().word(),
        verdict.objective().bound(),
        verdict.actual(),
        verdict.objective().metric().unit());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
