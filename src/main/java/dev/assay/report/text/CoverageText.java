package dev.assay.report.text;

import dev.assay.verdict.ClauseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which clauses were seen, in a few lines.
 *
 * @param title of the contract
 * @param run what was seen of it
 */
public record CoverageText(String title, Run run) {

  private static final Set<Outcome> BROKEN = EnumSet.of(Outcome.FAIL, Outcome.WARN);

  /** The whole text, with a line end after each line. */
  public String text() {
    List<ClauseResult> all = run.clauses();
    List<ClauseResult> broken = all.stream().filter(c -> isOne(c, BROKEN)).toList();
    long held = all.stream().filter(c -> isOne(c, EnumSet.of(Outcome.PASS))).count();
    String head =
        "%s: %s; of %s clauses, %s held, %s did not, and %s were not seen\n"
            .formatted(
                Sanitizer.line(title),
                new Plural(run.cases().size(), "exchange"),
                all.size(),
                held,
                broken.size(),
                all.size() - held - broken.size());
    return head
        + lines("broken", broken)
        + lines("not seen", all.stream().filter(c -> c.outcome().isEmpty()).toList());
  }

  private static boolean isOne(ClauseResult clause, Set<Outcome> outcomes) {
    return clause.outcome().filter(outcomes::contains).isPresent();
  }

  private static String lines(String mark, List<ClauseResult> clauses) {
    return clauses.stream()
        .map(
            each ->
                "  %s: %s: %s\n"
                    .formatted(mark, each.clause().id(), Sanitizer.line(each.clause().says())))
        .collect(Collectors.joining());
  }
}
