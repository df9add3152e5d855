package dev.assay.report.ci;

import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.ClauseComparison;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.report.ci.JunitXml.Result;
import dev.assay.report.ci.JunitXml.Suite;
import dev.assay.report.ci.JunitXml.Test;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Writes a cutover as {@code cutover.xml}, in the format of JUnit's reports: a test for each clause
 * that was compared, one for each difference, which fails in a strict cutover only, and an error
 * for each case that could not be compared; what a target file leaves out is skipped.
 */
public final class CutoverJunitXml {

  private CutoverJunitXml() {}

  /** The whole document. */
  public static String of(Cutover cutover) {
    return tests(cutover).document();
  }

  static JunitXml tests(Cutover cutover) {
    List<Test> tests = new ArrayList<>();
    cutover.problems().forEach(why -> tests.add(compared("problem", undecided(why))));
    cutover.failures().forEach(each -> tests.add(compared(each.caseId(), undecided(each.why()))));
    cutover.clauses().stream()
        .filter(clause -> clause.relation().isPresent())
        .filter(clause -> !clause.is(ClauseChange.INCONCLUSIVE))
        .forEach(clause -> tests.add(clause(clause)));
    cutover.differences().forEach(each -> tests.add(difference(each, cutover.strict())));
    cutover
        .notCompared()
        .forEach(each -> tests.add(compared(each.caseId(), Result.skipped(each.why()))));
    String name = "assay cutover " + cutover.from().target() + " to " + cutover.to().target();
    Suite suite = new Suite(name, cutover.info().duration(), cutover.info().startedAt(), tests);
    return new JunitXml(
        name, cutover.info().duration(), cutover.info().startedAt(), List.of(suite));
  }

  private static Test compared(String name, Result result) {
    return Test.of("assay.cutover.compared", name, result);
  }

  private static Result undecided(String why) {
    return Result.error("UNDECIDED", why);
  }

  private static Test clause(ClauseComparison clause) {
    return new Test(
        "assay.cutover.clauses", clause.clause().id().value(), Duration.ZERO, result(clause));
  }

  private static Optional<Result> result(ClauseComparison clause) {
    if (clause.is(ClauseChange.SAME)) {
      return Optional.empty();
    }
    String text =
        clause.instances().stream()
            .map(CutoverJunitXml::described)
            .collect(Collectors.joining("\n"));
    return Optional.of(
        clause.is(ClauseChange.REGRESSED)
            ? Result.failure("REGRESSED", clause.clause().says(), text)
            : Result.output(clause.relation().orElseThrow().word() + "\n" + text));
  }

  private static String described(ClauseInCase instance) {
    return "%s: expected: %s; old: %s; new: %s"
        .formatted(instance.caseId(), instance.expected(), instance.from(), instance.to());
  }

  private static Test difference(Difference difference, boolean strict) {
    String text =
        difference.changes().stream()
            .map(change -> change.place() + ": " + change.from() + " -> " + change.to())
            .collect(Collectors.joining("\n"));
    return Test.of(
        "assay.cutover.differences." + difference.operation(),
        difference.cases().get(0),
        strict ? Result.failure("DIFFERS", difference.description(), text) : Result.output(text));
  }
}
