package dev.assay.report.ci;

import dev.assay.Conclusion;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.Measurement;
import dev.assay.load.study.LoadReport;
import dev.assay.report.text.Sanitizer;
import java.util.Locale;

/**
 * Writes a load run as {@code load.md}, for the pages of build servers.
 *
 * @param version of this build
 */
public record LoadMarkdown(String version) {

  public String render(LoadReport study) {
    LoadResult result = study.result();
    StringBuilder text = new StringBuilder();
    line(
        text,
        "## %sLoad: %s/%s on %s: **%s**",
        result.partial() ? "PARTIAL " : "",
        result.plan().scenario().name(),
        result.plan().profile().name(),
        Sanitizer.line(result.plan().target()),
        study.word());
    line(text, "");
    text.append(new StudyMarkdown(study).render());
    result.invalidBecause().forEach(because -> line(text, "- invalid: %s", plain(because)));
    line(text, "| objective | bound | actual | |");
    line(text, "|---|---|---|---|");
    result.objectives().forEach(verdict -> objective(text, verdict, result.conclusion()));
    result
        .plan()
        .neverSent()
        .forEach(each -> line(text, "| %s | never sent in this run | | – |", each.slug()));
    line(text, "");
    line(text, "| request | ok | failed | p50 ms | p95 ms | p99 ms | p99.9 ms | max ms | per s |");
    line(text, "|---|---|---|---|---|---|---|---|---|");
    result.measurements().forEach(measurement -> row(text, measurement));
    line(text, "");
    result.measurements().forEach(measurement -> failures(text, measurement));
    line(
        text,
        "%s; generator CPU %.0f %%. Failures are in the latency. assay %s, %s.",
        result.planned().map(planned -> open(result, planned)).orElseGet(() -> closed(result)),
        100 * result.last().cpuShare(),
        version,
        result.startedAt());
    return text.toString();
  }

  private static String open(LoadResult result, LoadResult.Rate planned) {
    return String.format(
        Locale.ROOT,
        "%,d of %,d planned requests, %.1f/s of %.1f/s, in an open workload: latency counts from the planned"
            + " start; start lag p99 %.1f ms",
        result.achieved().requests(),
        planned.requests(),
        result.achieved().perSecond(),
        planned.perSecond(),
        result.startLag().p99());
  }

  private static String closed(LoadResult result) {
    return String.format(
        Locale.ROOT,
        "%,d requests, %.1f/s, by %d users in a closed workload: latency counts from the sending, and what"
            + " waited behind slow answers is in no figure (coordinated omission)",
        result.achieved().requests(),
        result.achieved().perSecond(),
        result.plan().profile().users().count());
  }

  private static void objective(
      StringBuilder text, ObjectiveVerdict verdict, Conclusion conclusion) {
    line(
        text,
        "| %s %s | %s | %.4g %s | %s |",
        verdict.objective().request().slug(),
        verdict.objective().metric().word(),
        verdict.objective().bound(),
        verdict.actual(),
        verdict.objective().metric().unit(),
        verdict.mark(conclusion));
  }

  private static void row(StringBuilder text, Measurement measurement) {
    line(
        text,
        "| %s | %d | %d | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |",
        measurement.request().slug(),
        measurement.ok(),
        measurement.failed(),
        measurement.latency().p50(),
        measurement.latency().p95(),
        measurement.latency().p99(),
        measurement.latency().p999(),
        measurement.latency().max(),
        measurement.throughput());
  }

  private static void failures(StringBuilder text, Measurement measurement) {
    measurement
        .failures()
        .forEach(
            (why, times) ->
                line(
                    text,
                    "- %s failed %d times: %s",
                    measurement.request().slug(),
                    times,
                    plain(why)));
  }

  /** Text of strangers that no page takes for markup. */
  private static String plain(String text) {
    return Sanitizer.line(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replaceAll("[`*\\[\\\\]", "\\\\$0");
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
