package dev.assay.report.text;

import dev.assay.verdict.ClauseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A run in one line that can be pasted anywhere. */
public record Summary(Run run) {

  /** The outcomes as reports count them. */
  public static final List<Outcome> ORDER =
      List.of(
          Outcome.PASS,
          Outcome.FAIL,
          Outcome.WARN,
          Outcome.KNOWN,
          Outcome.INFO,
          Outcome.SKIP,
          Outcome.ERROR);

  public String line() {
    return "%sassay %s · %s%s · %s, %s: %s · %s s · %s"
        .formatted(
            run.info().partial() ? "PARTIAL " : "",
            Sanitizer.line(run.info().version()),
            Sanitizer.line(run.info().target()),
            run.strict() ? " · strict" : "",
            counted(Integer.toString(run.cases().size()), run.cases().size(), "case"),
            clauses(),
            counts(),
            String.format(Locale.ROOT, "%.1f", run.info().duration().toMillis() / 1000.0),
            run.word());
  }

  /** The number of clauses that were decided, and of how many if some were not. */
  private String clauses() {
    int all = run.documented().size();
    long decided = run.clauses().stream().filter(Summary::isDecided).count();
    return counted(decided == all ? "" + all : decided + " of " + all, all, "clause");
  }

  private static boolean isDecided(ClauseResult result) {
    return result.outcome().filter(o -> o != Outcome.SKIP && o != Outcome.ERROR).isPresent();
  }

  private String counts() {
    Map<Outcome, Integer> counts = run.counts();
    return ORDER.stream()
        .filter(outcome -> outcome != Outcome.KNOWN || counts.get(outcome) > 0)
        .map(outcome -> counts.get(outcome) + " " + outcome.name().toLowerCase(Locale.ROOT))
        .collect(Collectors.joining(", "));
  }

  private static String counted(String number, int of, String noun) {
    return number + " " + noun + (of == 1 ? "" : "s");
  }
}
