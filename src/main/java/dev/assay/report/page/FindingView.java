package dev.assay.report.page;

import dev.assay.compare.cutover.ClauseComparison;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Difference;
import dev.assay.compare.cutover.Inconclusive;
import dev.assay.compare.observation.Change;
import dev.assay.report.text.CutoverSummary;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Plural;
import dev.assay.report.text.Sanitizer;
import dev.assay.report.text.SideBySide;
import java.util.ArrayList;
import java.util.List;

/**
 * Something that two services do not do alike, on the page.
 *
 * @param id by which it can be linked to
 * @param outcome such as regressed or differs
 * @param mark how that looks
 * @param level of the clause; silent without one, and empty where nothing was compared
 * @param name of the clause, or else of the operation
 * @param says what it is about, in a line
 * @param counted in how many cases
 * @param open whether it is shown open
 * @param notes what should be known besides
 * @param changes what differs, place by place, where the documents are silent
 * @param cases in which it can be seen
 * @param others in which the same can be seen; one list at most
 */
record FindingView(
    String id,
    String outcome,
    OutcomeSymbol mark,
    String level,
    String name,
    String says,
    String counted,
    boolean open,
    List<String> notes,
    List<ChangeView> changes,
    List<PairView> cases,
    List<Others> others) {

  private static final int LONGEST = 300;
  private static final int LONGEST_GIST = 120;
  private static final int MOST_CASES = 20;
  private static final int MOST_CHANGES = 12;

  /** What one place of an answer shows on either side. */
  record ChangeView(String place, SideBySide sides) {

    static ChangeView of(Change change) {
      return new ChangeView(line(change.place()), beside(change.from(), change.to()));
    }
  }

  /**
   * A case as both sides answered it.
   *
   * @param id by which the scripts find what was sent
   * @param plays in how many of them it is so, unless in all
   * @param expected empty where the documents are silent
   */
  record PairView(
      String id,
      String description,
      String plays,
      String expected,
      SideBySide sides,
      boolean open) {

    static PairView of(ClauseInCase instance, boolean open) {
      return new PairView(
          instance.caseId(),
          Sanitizer.line(instance.description()),
          CutoverSummary.inPlays(instance),
          line(instance.expected()),
          beside(instance.from(), instance.to()),
          open);
    }
  }

  /** Other cases in which the same can be seen. */
  record Others(String says, String cases) {

    static List<Others> of(String says, List<String> ids) {
      return ids.isEmpty()
          ? List.of()
          : List.of(
              new Others(says + new Plural(ids.size(), "other case"), String.join(", ", ids)));
    }
  }

  static FindingView of(ClauseComparison comparison, OutcomeSymbol mark) {
    String id = comparison.clause().id().value();
    List<PairView> cases = new ArrayList<>();
    comparison.instances().stream()
        .limit(MOST_CASES)
        .forEach(
            each -> cases.add(PairView.of(each, mark == OutcomeSymbol.FAIL && cases.isEmpty())));
    return new FindingView(
        "cutover/" + id,
        comparison.relation().orElseThrow().word(),
        mark,
        comparison.clause().level().word(),
        id,
        Sanitizer.line(comparison.clause().says()),
        new Plural(comparison.instances().size(), "case").toString(),
        mark == OutcomeSymbol.FAIL,
        notes(comparison),
        List.of(),
        cases,
        Others.of("The same change, and no other, in ", comparison.alsoIn()));
  }

  private static List<String> notes(ClauseComparison comparison) {
    List<String> notes = new ArrayList<>();
    notes.add(Sanitizer.line(comparison.clause().source().toString()));
    if (comparison.instances().size() > MOST_CASES) {
      notes.add("Here are the first %s cases; cutover.json has all of them.".formatted(MOST_CASES));
    }
    return notes;
  }

  static FindingView of(Difference difference, int number) {
    PairView example =
        new PairView(
            difference.answers().caseId(),
            Sanitizer.line(difference.description()),
            "",
            "",
            SideBySide.plain("", ""),
            false);
    return new FindingView(
        "difference-" + number,
        "differs",
        OutcomeSymbol.INFO,
        "silent",
        CutoverSummary.named(difference),
        gist(difference.changes()),
        new Plural(difference.cases().size(), "case").toString(),
        false,
        notes(difference.changes()),
        difference.changes().stream().limit(MOST_CHANGES).map(ChangeView::of).toList(),
        List.of(example),
        Others.of("The same in ", difference.cases().subList(1, difference.cases().size())));
  }

  /** The most serious change. */
  private static String gist(List<Change> changes) {
    Change first = changes.get(0);
    String more = changes.size() == 1 ? "" : ", and %s more".formatted(changes.size() - 1);
    return Sanitizer.line(
            "%s: %s → %s".formatted(first.place(), first.from(), first.to()), LONGEST_GIST)
        + more;
  }

  private static List<String> notes(List<Change> changes) {
    return changes.size() <= MOST_CHANGES
        ? List.of()
        : List.of(
            "Here are the first %s places of %s; cutover.json has all of them."
                .formatted(MOST_CHANGES, changes.size()));
  }

  static FindingView of(Inconclusive untold) {
    OutcomeSymbol mark = untold.isFailure() ? OutcomeSymbol.ERROR : OutcomeSymbol.SKIP;
    return new FindingView(
        "untold/" + untold.caseId(),
        untold.isFailure() ? "cannot tell" : "not compared",
        mark,
        "",
        untold.caseId(),
        Sanitizer.line(untold.why(), LONGEST_GIST),
        "",
        false,
        List.of(line(untold.why())),
        List.of(),
        List.of(),
        List.of());
  }

  private static SideBySide beside(String from, String to) {
    return SideBySide.marked(line(from), line(to));
  }

  private static String line(String text) {
    return Sanitizer.line(text, LONGEST);
  }
}
