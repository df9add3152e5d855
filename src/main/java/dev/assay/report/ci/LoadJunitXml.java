package dev.assay.report.ci;

import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.Metric;
import dev.assay.load.study.Comparison.Verdict;
import dev.assay.load.study.LoadReport;
import dev.assay.report.ci.JunitXml.Result;
import dev.assay.report.ci.JunitXml.Suite;
import dev.assay.report.ci.JunitXml.Test;
import dev.assay.report.text.Sanitizer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Writes a load run as {@code load.xml}, in the format of JUnit's reports: a test an objective. */
public final class LoadJunitXml {

  private LoadJunitXml() {}

  /** The whole document. */
  public static String of(LoadReport study) {
    return tests(study).document();
  }

  static JunitXml tests(LoadReport study) {
    LoadResult result = study.result();
    List<String> because = result.invalidBecause();
    List<Test> tests = new ArrayList<>();
    for (int i = 0; i < because.size(); i++) {
      tests.add(test("valid/" + (i + 1), Result.error("INVALID", because.get(i))));
    }
    result.objectives().forEach(verdict -> tests.add(objective(result, verdict)));
    study
        .comparison()
        .map(against -> against.comparison().verdict())
        .ifPresent(verdict -> tests.add(test("no regression", comparison(verdict))));
    String name = "assay load " + result.plan().scenario().name();
    Suite suite = new Suite(name, Duration.ZERO, result.info().startedAt(), tests);
    return new JunitXml(name, Duration.ZERO, result.info().startedAt(), List.of(suite));
  }

  private static Test test(String name, Result result) {
    return Test.of("assay.load", name, result);
  }

  private static Result comparison(Verdict verdict) {
    return switch (verdict) {
      case NO_REGRESSION -> Result.output(verdict.word());
      case REGRESSION -> Result.failure("REGRESSION", verdict.word(), verdict.word());
      case CANNOT_TELL -> Result.error("INVALID", verdict.word());
    };
  }

  private static Test objective(LoadResult result, ObjectiveVerdict verdict) {
    Objective objective = verdict.objective();
    Metric metric = objective.metric();
    String name = "%s %s %s".formatted(objective.request(), metric.word(), objective.bound());
    String actual =
        String.format(Locale.ROOT, "actual: %.4f %s", verdict.actual(), metric.unit()).strip();
    String details = actual + failures(result, objective);
    return test(
        name,
        verdict.isMissed()
            ? Result.failure("MISSED", name + ", " + actual, details)
            : Result.output(details));
  }

  /** Why requests failed, where that is what the objective is about. */
  private static String failures(LoadResult result, Objective objective) {
    return result.measurements().stream()
        .filter(each -> objective.metric() == Metric.ERROR_RATE)
        .filter(each -> each.request().equals(objective.request()))
        .flatMap(each -> each.failures().entrySet().stream())
        .map(failure -> "\n%s × %s".formatted(failure.getValue(), Sanitizer.line(failure.getKey())))
        .collect(Collectors.joining());
  }
}
