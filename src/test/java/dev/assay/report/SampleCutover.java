package dev.assay.report;

import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.CutoverRuns;
import dev.assay.compare.cutover.Environment;
import dev.assay.contract.Clause;
import dev.assay.exchange.record.RecordedExchange;
import dev.assay.load.measure.Measurement;
import dev.assay.load.record.Quantiles;
import dev.assay.load.study.Comparison;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import dev.assay.verdict.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.DoubleStream;

/** Small cutovers made by hand, one for each answer. */
public final class SampleCutover {

  private SampleCutover() {}

  /** Nothing differs. */
  public static Cutover go() {
    return of(List.of(SampleRun.passed()), List.of(SampleRun.passed()));
  }

  /** A silent difference, and a slower service. */
  public static Cutover review() {
    return slower(
        of(
            List.of(SampleRun.passed(), SampleRun.observed()),
            List.of(SampleRun.passed(), observed(405))));
  }

  /** The new service does not answer where the old one did. */
  public static Cutover undecided() {
    return of(
        List.of(SampleRun.passed(), upload("room", SampleRun.NEVER_ASKED, Outcome.PASS, 403)),
        List.of(SampleRun.passed(), unanswered()));
  }

  /** Everything that there can be. */
  public static Cutover noGo() {
    return slower(
        of(
            List.of(
                SampleRun.passed(),
                kept(),
                SampleRun.observed(),
                upload("plain", SampleRun.UPLOADED, Outcome.FAIL, 500),
                upload("orphan-told", SampleRun.ORPHAN, Outcome.FAIL, 200),
                upload("room", SampleRun.NEVER_ASKED, Outcome.PASS, 403),
                SampleRun.skipped()),
            List.of(
                SampleRun.passed(),
                SampleRun.failed(),
                observed(405),
                upload("plain", SampleRun.UPLOADED, Outcome.PASS, 200),
                upload("orphan-told", SampleRun.ORPHAN, Outcome.FAIL, 500),
                unanswered(),
                asked())));
  }

  static Cutover of(List<CaseResult> from, List<CaseResult> to) {
    return Cutover.of(
        CutoverRuns.of(List.of(run(from)), List.of(run(to))),
        new Environment("staging", List.of("https://old.example.com"), List.of()),
        new Environment("next", List.of("https://new.example.com"), List.of()),
        SampleRun.info("", 8_250),
        false);
  }

  private static Run run(List<CaseResult> cases) {
    return SampleRun.run(cases, List.of(), false);
  }

  private static CaseResult kept() {
    RecordedExchange refused = SampleRun.exchange(401, "{\"error\": \"no token\"}");
    return SampleRun.result(
        "log-message/without-token",
        "a message without Authorization is refused",
        List.of(
            new Verdict(
                SampleRun.NO_TOKEN, Outcome.PASS, "status 401", "status 401", Optional.empty()),
            new Verdict(
                SampleRun.NO_TOKEN_TYPE,
                Outcome.PASS,
                "Content-Type application/json",
                "Content-Type application/json",
                Optional.empty())),
        refused);
  }

  private static CaseResult observed(int status) {
    RecordedExchange answer = SampleRun.exchange(status, "");
    Verdict verdict =
        new Verdict(
            SampleRun.ODD_MEMBER,
            Outcome.INFO,
            "no document says; anything but a 5xx",
            "status %d, no body".formatted(status),
            Optional.of(answer));
    return SampleRun.result(
        "log-message/odd/text", "a text as odd member", List.of(verdict), answer);
  }

  private static CaseResult upload(String name, Clause clause, Outcome outcome, int status) {
    Verdict verdict =
        new Verdict(clause, outcome, "as documented", "status " + status, Optional.empty());
    return SampleRun.result(
        "upload-file/" + name,
        "an upload, " + name,
        List.of(verdict),
        SampleRun.exchange(status, "{}"));
  }

  /** What only the new service can be asked. */
  private static CaseResult asked() {
    return SampleRun.result(
        "upload-file/orphan",
        "a token whose user is gone is refused",
        List.of(
            new Verdict(
                SampleRun.ORPHAN, Outcome.PASS, "status 404", "status 404", Optional.empty())),
        SampleRun.exchange(404, "{}"));
  }

  private static CaseResult unanswered() {
    RecordedExchange silence = SampleRun.undecided().exchanges().get(0);
    return SampleRun.result(
        "upload-file/room",
        "an upload, room",
        List.of(
            new Verdict(
                SampleRun.NEVER_ASKED,
                Outcome.ERROR,
                "status 403",
                silence.failure().orElseThrow().detail(),
                Optional.of(silence))),
        silence);
  }

  /** The same, with the new service slower. */
  private static Cutover slower(Cutover cutover) {
    return new Cutover(
        cutover.from(),
        cutover.to(),
        cutover.info(),
        cutover.cases(),
        cutover.clauses(),
        cutover.differences(),
        cutover.inconclusive(),
        cutover.problems(),
        cutover.strict(),
        Optional.of(latency()));
  }

  static Comparison latency() {
    return Comparison.of(runs(40, 42, 41, 43), runs(60, 61, 63, 62));
  }

  private static List<List<Measurement>> runs(double... millis) {
    return DoubleStream.of(millis)
        .mapToObj(p -> new Quantiles(p / 4, p / 2, p / 2, p, p, p, 2 * p, 3 * p, 4 * p))
        .map(
            latency ->
                List.of(
                    new Measurement(
                        "log-message", 0, 2_000, Map.of(), latency, latency, latency, latency, 10)))
        .toList();
  }
}
