package dev.assay.report.ci;

import dev.assay.contract.Clause;
import dev.assay.report.text.FailureBlock;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Run;
import io.qameta.allure.model.Label;
import io.qameta.allure.model.Parameter;
import io.qameta.allure.model.Stage;
import io.qameta.allure.model.Status;
import io.qameta.allure.model.StatusDetails;
import io.qameta.allure.model.TestResult;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Cases in Allure's terms. Allure has four ways to end: PASS and INFO passed; so did WARN, with its
 * block, unless the run is strict, where it failed as FAIL did; ERROR is broken; KNOWN was skipped,
 * as SKIP was. The label outcome keeps our own word. The history of a case is kept apart by target.
 */
record AllureResult(Run run) {

  /** What the names of our files begin with. */
  static final String FILE_PREFIX = "assay-";

  TestResult of(CaseResult result) {
    return base(result.id(), result.startedAt(), result.duration())
        .setName(Sanitizer.line(result.description()))
        .setStatus(status(result))
        .setStatusDetails(details(result))
        .setLabels(labels(result));
  }

  TestResult ofProblem(int index) {
    String problem = Sanitizer.line(run.problems().get(index));
    return base("preflight/" + (index + 1), run.info().startedAt(), Duration.ZERO)
        .setName(problem)
        .setStatus(Status.BROKEN)
        .setStatusDetails(new StatusDetails().setMessage(problem))
        .setLabels(List.copyOf(common("preflight", "ERROR")));
  }

  TestResult ofLapsed(int index) {
    String stale = Sanitizer.line(run.stale().get(index));
    return base("baseline/" + (index + 1), run.info().startedAt(), Duration.ZERO)
        .setName(stale)
        .setStatus(Status.FAILED)
        .setStatusDetails(new StatusDetails().setMessage(stale))
        .setLabels(List.copyOf(common("baseline", "FAIL")));
  }

  private TestResult base(String id, Instant start, Duration duration) {
    return new TestResult()
        .setUuid(FILE_PREFIX + named(run.info().target() + " " + run.info().startedAt() + " " + id))
        .setTestCaseId(named(id))
        .setHistoryId(named(run.info().target() + " " + id))
        .setFullName(Sanitizer.line(id))
        .setStage(Stage.FINISHED)
        .setStart(start.toEpochMilli())
        .setStop(start.plus(duration).toEpochMilli())
        .setParameters(
            List.of(
                new Parameter().setName("target").setValue(Sanitizer.line(run.info().target()))));
  }

  private Status status(CaseResult result) {
    return switch (result.outcome()) {
      case PASS, INFO -> Status.PASSED;
      case SKIP, KNOWN -> Status.SKIPPED;
      case WARN -> run.strict() ? Status.FAILED : Status.PASSED;
      case ERROR -> Status.BROKEN;
      case FAIL -> Status.FAILED;
    };
  }

  private static StatusDetails details(CaseResult result) {
    return FailureBlock.of(result)
        .map(block -> new StatusDetails().setMessage(block.message()).setTrace(block.text()))
        .orElseGet(() -> new StatusDetails().setMessage(message(result)));
  }

  private static String message(CaseResult result) {
    return result
        .skipped()
        .or(() -> result.known().map(remark -> "known: " + remark))
        .or(() -> result.worst().map(verdict -> verdict.actual()))
        .map(text -> Sanitizer.line(text, 600))
        .orElse("");
  }

  private List<Label> labels(CaseResult result) {
    List<Label> labels = new ArrayList<>(common(result.operation(), result.outcome().name()));
    for (Clause clause : result.clauses()) {
      labels.add(label("clause", clause.id().value()));
    }
    levels(result).forEach(level -> labels.add(label("level", level)));
    return labels;
  }

  private List<Label> common(String operation, String outcome) {
    return List.of(
        label("epic", "HTTP contract"),
        label("feature", operation),
        label("endpoint", operation),
        label("parentSuite", run.info().target()),
        label("suite", operation),
        label("outcome", outcome));
  }

  private static Stream<String> levels(CaseResult result) {
    return result.clauses().stream().map(clause -> clause.level().word()).distinct();
  }

  private static Label label(String name, String value) {
    return new Label().setName(name).setValue(Sanitizer.line(value));
  }

  private static String named(String text) {
    return UUID.nameUUIDFromBytes(text.getBytes(StandardCharsets.UTF_8)).toString();
  }
}
