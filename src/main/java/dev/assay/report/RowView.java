package dev.assay.report;

import dev.assay.contract.Clause;
import dev.assay.proof.Trial;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One row of a matrix: a trial.
 *
 * @param text the trial in words
 * @param marks the clauses that it breaks or that were blamed
 */
record RowView(TrialText text, List<Meeting> marks) {

  /**
   * A clause where it meets a trial.
   *
   * @param column counted from 1
   * @param clause its id
   * @param says what it says, if a document knows it
   * @param kind blamed, missed or wrong
   * @param cases that blamed it
   */
  record Meeting(int column, String clause, String says, String kind, List<String> cases) {

    /** Whether it is as it should be. */
    public boolean good() {
      return kind.equals("blamed");
    }

    /** The kind, as the page calls it. */
    public String told() {
      return switch (kind) {
        case "blamed" -> "broken and blamed";
        case "missed" -> "broken, not blamed";
        default -> "kept, but blamed";
      };
    }
  }

  static RowView of(Trial trial, List<String> columns, Map<String, Clause> ledger) {
    Stream<String> met =
        columns.stream()
            .filter(id -> trial.breaks().contains(id) || trial.blamed().containsKey(id));
    List<Meeting> marks =
        met.map(
                id ->
                    new Meeting(
                        columns.indexOf(id) + 1,
                        id,
                        Optional.ofNullable(ledger.get(id)).map(Clause::says).orElse(""),
                        kind(trial, id),
                        trial.blamed().getOrDefault(id, List.of())))
            .toList();
    return new RowView(new TrialText(trial), marks);
  }

  private static String kind(Trial trial, String clause) {
    if (!trial.blamed().containsKey(clause)) {
      return "missed";
    }
    return trial.breaks().contains(clause) ? "blamed" : "wrong";
  }

  /** Whether it did not end as it should. */
  public boolean failed() {
    return !text.trial().isAsItShould();
  }

  /** What happened, for those who cannot see the squares. */
  public String told() {
    return marks.isEmpty()
        ? "nothing blamed"
        : String.join("; ", marks.stream().map(mark -> mark.clause() + " " + mark.told()).toList());
  }
}
