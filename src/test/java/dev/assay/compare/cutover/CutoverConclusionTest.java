package dev.assay.compare.cutover;

import static dev.assay.compare.cutover.SampleCaseRuns.STATED;
import static dev.assay.compare.cutover.SampleCaseRuns.answered;
import static dev.assay.compare.cutover.SampleCaseRuns.compared;
import static dev.assay.compare.cutover.SampleCaseRuns.observed;
import static dev.assay.compare.cutover.SampleCaseRuns.verdict;
import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CutoverConclusionTest {

  private static List<CaseResult> service(boolean keeps, int unknownMethod) {
    return List.of(
        answered(
            "a/stated",
            200,
            "{}",
            List.of(verdict(STATED, keeps ? Outcome.PASS : Outcome.FAIL, "200"))),
        observed("a/other", unknownMethod, "{}"));
  }

  /** What was found wanting does not become less because something else could not be judged. */
  @ParameterizedTest(name = "{0} {1} {2} {3}")
  @CsvSource({
    "keeps,  same,    judged,   lenient, go",
    "keeps,  same,    unjudged, lenient, undecided",
    "keeps,  same,    unjudged, strict,  undecided",
    "keeps,  differs, judged,   lenient, review",
    "keeps,  differs, unjudged, lenient, undecided",
    "keeps,  differs, judged,   strict,  review",
    "keeps,  differs, unjudged, strict,  review",
    "breaks, differs, unjudged, lenient, no-go",
  })
  void a_cutover_ends_as_the_worst_that_was_found(
      String clause, String elsewhere, String whole, String strictness, String word) {
    Cutover found =
        compared(
            service(true, 405),
            service(clause.equals("keeps"), elsewhere.equals("same") ? 405 : 501));
    boolean strict = strictness.equals("strict");
    Cutover cutover =
        new Cutover(
            found.from(),
            found.to(),
            found.info(),
            found.cases(),
            found.clauses(),
            found.differences(),
            found.inconclusive(),
            whole.equals("judged") ? List.of() : List.of("b could not be judged"),
            strict,
            found.latency());
    assertThat(cutover.word()).isEqualTo(word);
    int expected =
        switch (word) {
          case "go" -> 0;
          case "review" -> strict ? 1 : 0;
          case "no-go" -> 1;
          default -> 2;
        };
    assertThat(cutover.conclusion().exitCode()).isEqualTo(expected);
  }
}
