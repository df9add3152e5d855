package dev.assay.report;

import dev.assay.cutover.Cutover;
import dev.assay.cutover.Relation;
import java.util.Locale;

/** A cutover in a line that can be pasted anywhere, and its verdict in words. */
record CutoverSummary(Cutover cutover) {

  String line() {
    return "%sassay %s · %s → %s%s · %s · clauses: %s same, %s regressed, %s fixed, %s both wrong, %s differ, %s cannot tell; %s where the documents are silent · %s s · %s"
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
            count(Relation.DIFFERS),
            count(Relation.CANNOT_TELL),
            new Counted(cutover.differences().size(), "difference"),
            String.format(Locale.ROOT, "%.1f", cutover.duration().toMillis() / 1000.0),
            cutover.conclusion().title());
  }

  int count(Relation relation) {
    return cutover.having(relation).size();
  }

  String verdict() {
    return switch (cutover.conclusion()) {
      case GO -> "GO: a client will not notice.";
      case REVIEW ->
          "REVIEW: no clause regressed; the new service differs where the documents are silent,"
              + " or is slower. Read the list above.";
      case NO_GO ->
          "NO-GO: the new service breaks what the old one keeps: "
              + new Counted(count(Relation.REGRESSED), "clause")
              + ".";
      case UNDECIDED -> "UNDECIDED: not everything could be compared; see above.";
    };
  }
}
