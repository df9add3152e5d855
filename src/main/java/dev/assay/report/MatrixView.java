package dev.assay.report;

import dev.assay.contract.Clause;
import dev.assay.proof.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * One matrix of the page: defects by clauses.
 *
 * @param title what its rows have in common
 * @param columns the clauses that any of its rows breaks or that were blamed, in document order
 * @param rows one for each trial
 * @param failures how many of them did not end as they should
 */
record MatrixView(String title, List<Column> columns, List<RowView> rows, long failures) {

  /**
   * A clause.
   *
   * @param name its path below the operation
   * @param clause all of it
   */
  record Column(String name, String clause) {}

  /** How many columns there are. */
  public int width() {
    return columns.size();
  }

  static MatrixView of(String title, List<Trial> trials, Map<String, Clause> ledger) {
    List<String> clauses = clauses(trials, ledger);
    return new MatrixView(
        title,
        clauses.stream().map(id -> new Column(belowOperation(id), id)).toList(),
        trials.stream().map(trial -> RowView.of(trial, clauses, ledger)).toList(),
        trials.stream().filter(trial -> !trial.isAsItShould()).count());
  }

  /** In document order; what no document knows comes last. */
  private static List<String> clauses(List<Trial> trials, Map<String, Clause> ledger) {
    Set<String> met = new TreeSet<>();
    trials.forEach(trial -> met.addAll(trial.breaks()));
    trials.forEach(trial -> met.addAll(trial.blamed().keySet()));
    List<String> ordered = new ArrayList<>(ledger.keySet().stream().filter(met::remove).toList());
    ordered.addAll(met);
    return ordered;
  }

  private static String belowOperation(String id) {
    return id.substring(id.indexOf('/') + 1);
  }
}
