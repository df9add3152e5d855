package dev.assay.report;

import dev.assay.RunInfo;
import dev.assay.contract.Clause;
import dev.assay.contract.Level;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.gate.Gate;
import dev.assay.gate.GatePart;
import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.Objective;
import dev.assay.load.measure.Metric;
import dev.assay.load.merge.InjectorMerge;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.load.record.LatencyRecorder;
import dev.assay.load.record.Snapshot;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.run.InjectorRun;
import dev.assay.load.run.LoadRun;
import dev.assay.load.study.LoadReport;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.report.page.PageContent;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** A page with every part and every outcome. */
final class SamplePage {

  private SamplePage() {}

  static PageContent everything(Path folder) throws IOException {
    Run run = SampleRun.everyOutcome();
    LoadReport load = load(folder);
    Gate gate =
        new Gate(
            run.info(),
            List.of(
                GatePart.of(run),
                GatePart.of(ProofReportsTest.sample()),
                GatePart.of(load.result())));
    return new PageContent(
        new PageContent.About("assay gate --target staging", run.info()),
        Optional.of(gate),
        Optional.of(SampleCutover.noGo()),
        Optional.of(run),
        Optional.of(ProofReportsTest.sample()),
        Optional.of(load),
        Optional.of(
            new PageContent.Earlier(
                Optional.of("../staging-20261119T101530Z/index.html"),
                Instant.parse("2026-11-19T10:15:30Z"),
                List.of("log-message/401/missing-header was PASS and is FAIL"))));
  }

  /** A run of one case, in which every text of the service is this one. */
  static Run hostile(String text) {
    Clause clause = SampleRun.clause("log-message/200/status", Level.STATED, Optional.empty());
    RecordedExchange exchange = SampleRun.exchange(500, text);
    Verdict verdict =
        new Verdict(
            clause, Outcome.FAIL, "status 200", "status 500, " + text, Optional.of(exchange));
    CaseResult result = SampleRun.result("log-message/200/plain", text, List.of(verdict), exchange);
    Run run = SampleRun.run(List.of(result), List.of(text), false);
    RunInfo info =
        new RunInfo(
            text,
            text,
            run.info().startedAt(),
            run.info().duration(),
            false,
            OptionalLong.empty(),
            List.of());
    return new Run(info, run.documented(), run.cases(), run.problems(), false);
  }

  private static LoadReport load(Path folder) throws IOException {
    LoadRequest request = TestRequests.LOG_MESSAGE;
    try (LatencyRecorder recorder = new LatencyRecorder(folder, Set.of(request))) {
      for (int i = 0; i < 300; i++) {
        recorder.started(i * 1_000L);
        recorder.finished(request, (5 + i % 40) * 1_000_000L, 4_000_000);
        if (i % 100 == 0) {
          recorder.flush();
        }
      }
    }
    LoadPlan plan =
        LoadPlan.of(
            EmbeddedTarget.planned(),
            new Scenario("message", List.of(new Scenario.Share(request, 1))),
            new Profile("smoke", 1, 0.5, List.of(Phase.constant(100, 3))));
    Snapshot last =
        new Snapshot(
            400,
            400,
            300,
            0,
            3,
            3,
            Map.of(request.slug(), new Snapshot.Counts(297, Map.of("status 500", 3L))),
            Map.of(),
            0,
            0,
            0,
            0.2,
            0,
            0,
            "",
            true);
    LoadResult result =
        new InjectorMerge(
                List.of(folder),
                List.of(InjectorRun.here("1", plan, SampleRun.START, new LoadRun.End(last, 0, ""))))
            .judge(
                List.of(
                    new Objective(request.slug(), Metric.P99, true, 1_000),
                    new Objective(request.slug(), Metric.ERROR_RATE, true, 0.001)),
                folder,
                OptionalLong.of(400));
    return LoadReport.ofRepeats(
        List.of(result, result),
        Optional.of(new LoadReport.Against("reports/before", SampleCutover.latency())));
  }
}
