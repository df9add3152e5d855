package dev.assay.report.text;

import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.load.study.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A cutover in a line that can be pasted anywhere, and its verdict in words. */
public record CutoverSummary(Cutover cutover) {

  public String line() {
    return "%sassay %s · %s → %s%s · %s · clauses: %s same, %s regressed, %s fixed, %s both wrong; %s where the documents are silent; %s cannot be told, %s not compared · %s s · %s"
        .formatted(
            cutover.info().partial() ? "PARTIAL " : "",
            Sanitizer.line(cutover.info().version()),
            Sanitizer.line(cutover.from().target()),
            Sanitizer.line(cutover.to().target()),
            cutover.strict() ? " · strict" : "",
            new Plural(cutover.cases(), "case"),
            count(ClauseChange.SAME),
            count(ClauseChange.REGRESSED),
            count(ClauseChange.FIXED),
            count(ClauseChange.BOTH_WRONG),
            new Plural(cutover.differences().size(), "difference"),
            new Plural(cutover.failures().size(), "case"),
            cutover.notCompared().size(),
            String.format(Locale.ROOT, "%.1f", cutover.info().duration().toMillis() / 1000.0),
            title());
  }

  public int count(ClauseChange relation) {
    return cutover.having(relation).size();
  }

  /** The conclusion in the word for people. */
  public String title() {
    return cutover.word().toUpperCase(Locale.ROOT);
  }

  public String verdict() {
    return title() + ": " + sentence();
  }

  public String sentence() {
    if (cutover.needsReview()) {
      return "no clause regressed, but " + review() + ".";
    }
    return switch (cutover.conclusion()) {
      case YES -> go();
      case NO ->
          "the new service breaks what the old one keeps: "
              + new Plural(count(ClauseChange.REGRESSED), "clause")
              + ".";
      case UNDECIDED -> "not everything could be compared.";
    };
  }

  private String go() {
    int fixed = count(ClauseChange.FIXED);
    return fixed == 0
        ? "a client will not notice."
        : "the new service mends %s and breaks nothing that the old one keeps."
            .formatted(new Plural(fixed, "clause"));
  }

  private String review() {
    List<String> reasons = new ArrayList<>();
    if (!cutover.differences().isEmpty()) {
      reasons.add(
          "the two differ where the documents are silent (%s)"
              .formatted(new Plural(cutover.differences().size(), "difference")));
    }
    if (cutover.latency().filter(l -> l.verdict() == Verdict.REGRESSION).isPresent()) {
      reasons.add("the new one is slower under the same load");
    }
    return String.join(" and ", reasons);
  }

  /** In how many runs it is so, unless in all. */
  public static String inRuns(ClauseInCase instance) {
    return instance.wrong() == instance.runs()
        ? ""
        : "in %s of %s runs".formatted(instance.wrong(), instance.runs());
  }

  /** The clauses that it is about, or else the operation. */
  public static String named(Difference difference) {
    return named(
        difference.operation(), difference.clauses().stream().map(c -> c.id().value()).toList());
  }

  /** The clauses of those ids, or else the operation. */
  public static String named(String operation, List<String> clauses) {
    return clauses.isEmpty() ? operation + ", no clause" : String.join(", ", clauses);
  }
}
