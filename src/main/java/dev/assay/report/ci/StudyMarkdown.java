package dev.assay.report.ci;

import dev.assay.load.judge.LoadResult;
import dev.assay.load.study.Capacity;
import dev.assay.load.study.LoadReport;
import dev.assay.load.study.PercentileDifference;
import dev.assay.report.text.Sanitizer;
import java.util.Locale;

/** What {@code load.md} says beyond a single run. */
record StudyMarkdown(LoadReport study) {

  /** Nothing for a single run. */
  String render() {
    StringBuilder text = new StringBuilder();
    study.capacity().ifPresent(capacity -> capacity(text, capacity));
    study.comparison().ifPresent(against -> comparison(text, against));
    if (study.repeats().size() > 1) {
      repeats(text);
    }
    if (text.length() > 0) {
      line(text, "The run that decides:\n");
    }
    return text.toString();
  }

  private static void capacity(StringBuilder text, Capacity capacity) {
    line(text, "capacity: %s\n", capacity.says());
    line(text, "| probe | per s | | |");
    line(text, "|---|---|---|---|");
    for (int i = 0; i < capacity.probes().size(); i++) {
      Capacity.Probe probe = capacity.probes().get(i);
      line(
          text,
          "| %d | %.1f%s | %s | %s |",
          i + 1,
          probe.rate(),
          probe.recovery() ? " (recovery)" : "",
          probe.answer().kind().word(),
          probe.answer().because());
    }
    line(text, "");
  }

  private static void comparison(StringBuilder text, LoadReport.Against against) {
    line(
        text,
        "Against %s: **%s**. All intervals together hold with a confidence of %.0f %%.\n",
        Sanitizer.line(against.folder()),
        against.comparison().verdict().word(),
        100 * against.comparison().confidence());
    line(text, "| request | then ms | now ms | difference ms | interval ms | |");
    line(text, "|---|---|---|---|---|---|");
    against.comparison().differences().forEach(difference -> row(text, difference));
    line(text, "");
  }

  private static void row(StringBuilder text, PercentileDifference difference) {
    line(
        text,
        "| %s %s | %.1f | %.1f | %+.1f | %s | %s |",
        difference.request().slug(),
        difference.metric().word(),
        difference.before(),
        difference.after(),
        difference.change(),
        difference
            .interval()
            .map(i -> String.format(Locale.ROOT, "%+.1f to %+.1f", i.low(), i.high()))
            .orElse("none"),
        difference.verdict().word());
  }

  private void repeats(StringBuilder text) {
    line(text, "| repeat | outcome | request | p50 ms | p95 ms | p99 ms |");
    line(text, "|---|---|---|---|---|---|");
    for (int i = 0; i < study.repeats().size(); i++) {
      LoadResult result = study.repeats().get(i);
      int number = i + 1;
      result
          .measurements()
          .forEach(
              each ->
                  line(
                      text,
                      "| %d | %s | %s | %.1f | %.1f | %.1f |",
                      number,
                      result.word(),
                      each.request().slug(),
                      each.latency().p50(),
                      each.latency().p95(),
                      each.latency().p99()));
    }
    line(text, "");
  }

  private static void line(StringBuilder text, String format, Object... values) {
    text.append(String.format(Locale.ROOT, format, values)).append('\n');
  }
}
