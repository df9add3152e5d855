package dev.assay.report;

import dev.assay.cutover.Cutover;
import dev.assay.cutover.Difference;
import dev.assay.cutover.Instance;
import dev.assay.cutover.Relation;
import dev.assay.load.Comparison.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** A cutover in a line that can be pasted anywhere, and its verdict in words. */
record CutoverSummary(Cutover cutover) {

  String line() {
    return "%sassay %s · %s → %s%s · %s · clauses: %s same, %s regressed, %s fixed, %s both wrong; %s where the documents are silent; %s cannot be told, %s not compared · %s s · %s"
        .formatted(
            cutover.partial() ? "PARTIAL " : "",
            VisibleText.line(cutover.version()),
            VisibleText.line(cutover.from().target()),
            VisibleText.line(cutover.to().target()),
            cutover.strict() ? " · strict" : "",
            new Counted(cutover.cases(), "case"),
            count(Relation.SAME),
            count(Relation.REGRESSED),
            count(Relation.FIXED),
            count(Relation.BOTH_WRONG),
            new Counted(cutover.differences().size(), "difference"),
            new Counted(cutover.failures().size(), "case"),
            cutover.notCompared().size(),
            String.format(Locale.ROOT, "%.1f", cutover.duration().toMillis() / 1000.0),
            cutover.conclusion().title());
  }

  int count(Relation relation) {
    return cutover.having(relation).size();
  }

  String verdict() {
    return cutover.conclusion().title() + ": " + sentence();
  }

  String sentence() {
    return switch (cutover.conclusion()) {
      case GO -> go();
      case REVIEW -> "no clause regressed, but " + review() + ".";
      case NO_GO ->
          "the new service breaks what the old one keeps: "
              + new Counted(count(Relation.REGRESSED), "clause")
              + ".";
      case UNDECIDED -> "not everything could be compared.";
    };
  }

  private String go() {
    int fixed = count(Relation.FIXED);
    return fixed == 0
        ? "a client will not notice."
        : "the new service mends %s and breaks nothing that the old one keeps."
            .formatted(new Counted(fixed, "clause"));
  }

  private String review() {
    List<String> reasons = new ArrayList<>();
    if (!cutover.differences().isEmpty()) {
      reasons.add(
          "the two differ where the documents are silent (%s)"
              .formatted(new Counted(cutover.differences().size(), "difference")));
    }
    if (cutover.latency().filter(l -> l.verdict() == Verdict.REGRESSION).isPresent()) {
      reasons.add("the new one is slower under the same load");
    }
    return String.join(" and ", reasons);
  }

  /** In how many plays it is so, unless in all. */
  static String inPlays(Instance instance) {
    return instance.wrong() == instance.plays()
        ? ""
        : "in %s of %s plays".formatted(instance.wrong(), instance.plays());
  }

  /** The clauses that it is about, or else the operation. */
  static String named(Difference difference) {
    return difference.clauses().isEmpty()
        ? difference.operation() + ", no clause"
        : difference.clauses().stream()
            .map(clause -> clause.id().value())
            .collect(Collectors.joining(", "));
  }
}
