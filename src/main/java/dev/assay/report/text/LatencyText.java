package dev.assay.report.text;

import dev.assay.load.study.PercentileDifference;
import java.util.Locale;

/** How a percentile of the new service differs from that of the old, in a line. */
public final class LatencyText {

  private LatencyText() {}

  public static String of(PercentileDifference difference) {
    return String.format(
        Locale.ROOT,
        "%-15s %-4s  old %.1f ms, new %.1f ms: %+.1f ms%s  %s",
        difference.request().slug(),
        difference.metric().word(),
        difference.before(),
        difference.after(),
        difference.change(),
        difference
            .interval()
            .map(
                interval ->
                    String.format(
                        Locale.ROOT, " (%+.1f to %+.1f)", interval.low(), interval.high()))
            .orElse(""),
        difference.verdict().word());
  }
}
