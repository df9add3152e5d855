package dev.assay.report.ci;

import dev.assay.report.ci.JunitXml.Result;
import dev.assay.report.ci.JunitXml.Suite;
import dev.assay.report.ci.JunitXml.Test;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.OperationHeading;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Writes a run as {@code contract.xml}, in the format of JUnit's reports, for build servers. A WARN
 * is a failure there only in a strict run, and the problems of a run are errors of a suite named
 * preflight. Times of day are in UTC.
 */
public final class ContractJunitXml {

  private ContractJunitXml() {}

  /** The whole document. */
  public static String of(Run run) {
    return tests(run).document();
  }

  static JunitXml tests(Run run) {
    List<Suite> suites = new ArrayList<>();
    suites.addAll(
        ofWhole("preflight", run, run.problems(), problem -> Result.error("ERROR", problem)));
    suites.addAll(ofWhole("baseline", run, run.stale(), why -> Result.failure("LAPSED", why, why)));
    OperationHeading.of(run).forEach(operation -> suites.add(suite(operation, run.strict())));
    return new JunitXml(
        "assay " + run.info().target(), run.info().duration(), run.info().startedAt(), suites);
  }

  /** What concerns no case; no suite if there is nothing. */
  private static List<Suite> ofWhole(
      String name, Run run, List<String> sentences, Function<String, Result> result) {
    List<Test> tests =
        IntStream.range(0, sentences.size())
            .mapToObj(
                i -> Test.of("assay." + name, name + "/" + (i + 1), result.apply(sentences.get(i))))
            .toList();
    return tests.isEmpty()
        ? List.of()
        : List.of(new Suite(name, Duration.ZERO, run.info().startedAt(), tests));
  }

  private static Suite suite(OperationHeading operation, boolean strict) {
    List<CaseResult> cases = operation.cases();
    long millis = cases.stream().mapToLong(result -> result.duration().toMillis()).sum();
    return new Suite(
        operation.operation(),
        Duration.ofMillis(millis),
        cases.get(0).startedAt(),
        cases.stream().map(result -> test(result, strict)).toList());
  }

  private static Test test(CaseResult result, boolean strict) {
    return new Test(
        "assay." + result.operation(),
        result.id() + " " + result.description(),
        result.duration(),
        result(result, strict));
  }

  private static Optional<Result> result(CaseResult result, boolean strict) {
    Optional<FailureBlock> block = FailureBlock.of(result);
    String type = result.outcome().name();
    return switch (result.outcome()) {
      case PASS -> Optional.empty();
      case INFO -> Optional.of(Result.output(observed(result)));
      case SKIP -> Optional.of(Result.skipped(result.skipped().orElse("")));
      case KNOWN -> Optional.of(Result.skipped(known(result)));
      case WARN ->
          block.map(
              b -> strict ? Result.failure(type, b.message(), b.text()) : Result.output(b.text()));
      case ERROR -> block.map(b -> Result.error(type, b.message(), b.text()));
      case FAIL -> block.map(b -> Result.failure(type, b.message(), b.text()));
    };
  }

  private static String known(CaseResult result) {
    return "known: %s; %s"
        .formatted(result.known().orElse(""), result.worst().map(Verdict::actual).orElse(""));
  }

  private static String observed(CaseResult result) {
    return result.verdicts().stream()
        .map(Verdict::actual)
        .distinct()
        .map(actual -> "observed: " + Sanitizer.line(actual, 600))
        .collect(Collectors.joining("\n"));
  }
}
