package dev.assay.report.text;

import dev.assay.exchange.Failure;
import dev.assay.exchange.record.CurlCommand;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.exchange.record.RecordedResponse;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Verdict;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What people need to know of a case that broke a clause or could not decide one, in plain text
 * without any hidden character.
 *
 * @param title mark and id of the case
 * @param details the lines below it: what was expected, what was met, how to see it again
 * @param message all of it in one short line
 * @param undecidedBecause what was met, alone, and without saying in which of several requests
 */
public record FailureBlock(
    String title, List<String> details, String message, String undecidedBecause) {

  private static final Set<Outcome> TROUBLE = EnumSet.of(Outcome.WARN, Outcome.ERROR, Outcome.FAIL);
  private static final int LONGEST = 600;
  private static final int LONGEST_BODY = 300;
  public static final int LONGEST_COMMAND = 4_000;

  /** The block of a case; none if it passed, was skipped or only observed. */
  public static Optional<FailureBlock> of(CaseResult result) {
    if (!TROUBLE.contains(result.outcome())) {
      return Optional.empty();
    }
    List<Verdict> troubles =
        result.verdicts().stream().filter(verdict -> TROUBLE.contains(verdict.outcome())).toList();
    List<String> details = new ArrayList<>();
    details.add("  " + Sanitizer.line(result.description()));
    ofOneCause(troubles).forEach(alike -> details.addAll(lines(alike, result.outcome())));
    if (troubles.isEmpty()) {
      details.add("  actual: " + undecided(result));
    }
    result.exchangeToShow().flatMap(evidence -> answer(evidence, troubles)).ifPresent(details::add);
    result
        .exchangeToShow()
        .ifPresent(
            evidence -> details.add("  try" + place(evidence.curl()) + ": " + command(evidence)));
    String title = OutcomeSymbol.of(result.outcome()).symbol() + " " + Sanitizer.line(result.id());
    return Optional.of(
        new FailureBlock(title, List.copyOf(details), message(result), because(result)));
  }

  /** Title and details, without a line end after the last. */
  public String text() {
    return title + "\n" + String.join("\n", details);
  }

  /** What kept one clause of a case from being decided mostly keeps all of them. */
  private static Collection<List<Verdict>> ofOneCause(List<Verdict> troubles) {
    Map<Object, List<Verdict>> causes = new LinkedHashMap<>();
    for (Verdict verdict : troubles) {
      boolean undecided = verdict.outcome() == Outcome.ERROR;
      causes
          .computeIfAbsent(undecided ? verdict.actual() : verdict, cause -> new ArrayList<>())
          .add(verdict);
    }
    return causes.values();
  }

  private static List<String> lines(List<Verdict> alike, Outcome ofCase) {
    List<String> lines = new ArrayList<>(lines(alike.get(0), ofCase));
    if (alike.size() > 1) {
      lines.add(
          "     so too:   "
              + alike.stream()
                  .skip(1)
                  .map(verdict -> verdict.clause().id().value())
                  .collect(Collectors.joining(", ")));
    }
    return lines;
  }

  private static List<String> lines(Verdict verdict, Outcome ofCase) {
    String other = verdict.outcome() == ofCase ? "" : ", " + verdict.outcome();
    return List.of(
        "  -> %s (%s%s): %s"
            .formatted(
                verdict.clause().id(),
                verdict.clause().level().word(),
                other,
                Sanitizer.line(verdict.clause().says())),
        "     source:   " + Sanitizer.line(verdict.clause().source().toString()),
        "     expected: " + Sanitizer.line(verdict.expected(), LONGEST),
        "     actual:   " + Sanitizer.line(verdict.actual(), LONGEST));
  }

  private static String message(CaseResult result) {
    return result
        .worst()
        .map(
            verdict ->
                "%s: expected: %s; actual: %s"
                    .formatted(
                        verdict.clause().id(),
                        Sanitizer.line(verdict.expected(), LONGEST_BODY),
                        Sanitizer.line(verdict.actual(), LONGEST_BODY)))
        .orElseGet(() -> undecided(result));
  }

  private static String because(CaseResult result) {
    return result
        .worst()
        .map(verdict -> verdict.actual().replaceFirst(" \\(request \\d+ of \\d+\\)$", ""))
        .map(actual -> Sanitizer.line(actual, LONGEST))
        .orElseGet(() -> undecided(result));
  }

  private static String undecided(CaseResult result) {
    String failures =
        result.exchanges().stream()
            .flatMap(exchange -> exchange.failure().stream())
            .map(Failure::detail)
            .distinct()
            .collect(Collectors.joining("; "));
    String why = failures.isEmpty() ? "" : ": " + Sanitizer.line(failures, LONGEST);
    return "no clause could be decided" + why;
  }

  /** What came back, unless the verdicts say it already. */
  private static Optional<String> answer(RecordedExchange evidence, List<Verdict> troubles) {
    return evidence
        .response()
        .filter(response -> troubles.stream().noneMatch(verdict -> says(verdict, response)))
        .map(response -> "  answer: status %s, %s".formatted(response.status(), body(response)));
  }

  private static String body(RecordedResponse response) {
    String text = response.text().strip();
    if (text.isEmpty()) {
      return "no body";
    }
    return isBinary(text)
        ? "%s bytes that are no text".formatted(response.size())
        : Sanitizer.line(text, LONGEST_BODY);
  }

  /** A picture or a document says nothing as text: more than one character in ten is no text. */
  private static boolean isBinary(String text) {
    String start = text.substring(0, Math.min(LONGEST_BODY, text.length()));
    long strange =
        start.chars().filter(c -> c == 0xFFFD || (c < ' ' && "\t\r\n".indexOf(c) < 0)).count();
    return strange * 10 > start.length();
  }

  private static boolean says(Verdict verdict, RecordedResponse response) {
    String body = response.text().strip();
    return verdict.actual().contains(Integer.toString(response.status()))
        && verdict.actual().contains(body.isEmpty() ? "no body" : body);
  }

  /** Where the command is to be run, as words that go on after "try". */
  static String place(CurlCommand command) {
    return command.files().isEmpty() ? "" : " in the folder of the reports";
  }

  /** The curl command, or where it is if it is too long to be shown. */
  public static String command(RecordedExchange evidence) {
    String curl = Sanitizer.line(evidence.curl().line());
    return curl.length() <= LONGEST_COMMAND
        ? curl
        : "the curl command of this case in contract.json (" + curl.length() + " characters)";
  }
}
