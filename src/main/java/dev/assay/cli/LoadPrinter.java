package dev.assay.cli;

import dev.assay.load.LoadPlan;
import dev.assay.load.LoadRequest;
import dev.assay.load.LoadResult;
import dev.assay.load.Measurement;
import dev.assay.load.ObjectiveVerdict;
import dev.assay.load.Profile;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/**
 * Tells people about load.
 *
 * @param out flushed at the end of each text
 */
record LoadPrinter(PrintWriter out) {

  /** What would be sent. */
  void plan(LoadPlan plan) {
    Profile profile = plan.profile();
    line(
        "%s in the shape `%s`: %.1f s, the first %.1f s of them warm-up; at most %.1f requests a second",
        plan.scenario().name(),
        profile.name(),
        profile.seconds() + profile.warmUpSeconds(),
        profile.warmUpSeconds(),
        profile.peak());
    long requests = 0;
    for (Map.Entry<LoadRequest, Long> entry : plan.counts().entrySet()) {
      LoadRequest request = entry.getKey();
      line(
          "  %,8d × %-15s %s",
          entry.getValue(), request.slug(), plan.urls().get(request.operation()));
      requests += entry.getValue();
    }
    line(
        "%,d requests that create as many messages, about %,d bytes of bodies. Nothing was sent.",
        requests, plan.bytes());
    out.flush();
  }

  /** How it went. */
  void result(LoadResult result, Path folder, boolean quiet) {
    if (!quiet) {
      result.measurements().forEach(this::measurement);
    }
    result.objectives().stream()
        .filter(verdict -> !quiet || !verdict.met())
        .forEach(this::objective);
    result.invalidBecause().forEach(because -> line("! %s", because));
    if (result.invalidBecause().isEmpty() && !result.last().stopped().isEmpty()) {
      line("! %s", result.last().stopped());
    }
    line(
        "%sassay load · %s · %s/%s: %,d of %,d requests, %.1f/s, start lag p99 %.1f ms, generator CPU %.0f %% · %s",
        result.partial() ? "PARTIAL " : "",
        result.plan().target(),
        result.plan().scenario().name(),
        result.plan().profile().name(),
        result.achieved().requests(),
        result.planned().requests(),
        result.achieved().perSecond(),
        result.startLag().p99(),
        100 * result.last().cpuShare(),
        result.outcome().word());
    line("reports: %s", folder);
    out.flush();
  }

  private void measurement(Measurement measurement) {
    line(
        "%-15s %,7d ok %,5d failed   p50 %.1f  p95 %.1f  p99 %.1f  p99.9 %.1f  max %.1f ms   %.1f/s%s",
        measurement.request().slug(),
        measurement.ok(),
        measurement.failed(),
        measurement.latency().p50(),
        measurement.latency().p95(),
        measurement.latency().p99(),
        measurement.latency().p999(),
        measurement.latency().max(),
        measurement.throughput(),
        measurement.request().fileBytes() == 0
            ? ""
            : String.format(Locale.ROOT, "  %.2f MB/s", measurement.megabytesPerSecond()));
    measurement.failures().forEach((why, times) -> line("    %,d × %s", times, why));
  }

  private void objective(ObjectiveVerdict verdict) {
    line(
        "  %s %s %s %s: %.4g %s",
        verdict.met() ? "✔" : "×",
        verdict.objective().request().slug(),
        verdict.objective().metric().word(),
        verdict.objective().bound(),
        verdict.actual(),
        verdict.objective().metric().unit());
  }

  private void line(String format, Object... values) {
    out.println(String.format(Locale.ROOT, format, values));
  }
}
