package dev.assay.report.page;

import dev.assay.load.judge.LoadResult;
import dev.assay.load.judge.ObjectiveVerdict;
import dev.assay.load.measure.Measurement;
import dev.assay.load.record.Quantiles;
import dev.assay.load.study.Capacity;
import dev.assay.load.study.LoadReport;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A load on the page; its charts are drawn by a script from {@link LoadData}.
 *
 * @param number of the load, from 0
 * @param title scenario and profile
 * @param outcome in a word
 * @param tone how it is coloured
 * @param summary what was sent, and by how busy a generator
 * @param capacity what a search found, if one was made
 * @param probes of that search
 * @param comparison with an earlier run, one at most
 * @param repeats of the same load, if there are several
 * @param because why it is invalid, if so
 * @param objectives what was asked
 * @param rows what was measured of each request
 * @param failures what failed, by reason
 */
record LoadView(
    int number,
    String title,
    String outcome,
    String tone,
    String summary,
    String capacity,
    List<Probe> probes,
    List<ComparisonView> comparison,
    List<Repeat> repeats,
    List<String> because,
    List<ObjectiveView> objectives,
    List<Row> rows,
    List<FailureView> failures) {

  /** A rate that was tried. */
  record Probe(String rate, OutcomeSymbol mark, String word, String because) {

    static Probe of(Capacity.Probe probe) {
      Capacity.Answer answer = probe.answer();
      return new Probe(
          text("%.1f", probe.rate()),
          switch (answer.kind()) {
            case KEPT -> OutcomeSymbol.PASS;
            case BROKEN, UNANSWERED -> OutcomeSymbol.FAIL;
            case GENERATOR_LIMIT, UNDECIDED -> OutcomeSymbol.ERROR;
          },
          answer.kind().word(),
          Sanitizer.line(answer.because()));
    }
  }

  /** One of several runs: a request and its percentiles. */
  record Repeat(int number, OutcomeSymbol mark, String word, String request, List<String> cells) {

    static List<Repeat> all(List<LoadResult> results) {
      return results.size() < 2
          ? List.of()
          : IntStream.range(0, results.size())
              .boxed()
              .flatMap(i -> of(i + 1, results.get(i)))
              .toList();
    }

    private static Stream<Repeat> of(int number, LoadResult result) {
      return result.measurements().stream()
          .map(
              each ->
                  new Repeat(
                      number,
                      OutcomeSymbol.of(result.conclusion()),
                      result.word(),
                      each.request().slug(),
                      figures(each)));
    }
  }

  /** An objective. */
  record ObjectiveView(
      String request, String bound, String actual, OutcomeSymbol mark, String word) {}

  /** What was measured of one request: the cells of a line. */
  record Row(String request, String ok, String failed, boolean wrong, List<String> cells) {}

  /** So many requests failed for that reason. */
  record FailureView(String request, String times, String why) {}

  static List<LoadView> all(List<PageContent.Load> loads) {
    return IntStream.range(0, loads.size()).mapToObj(i -> of(i, loads.get(i).study())).toList();
  }

  private static LoadView of(int number, LoadReport study) {
    LoadResult result = study.result();
    return new LoadView(
        number,
        result.plan().scenario().name() + ", " + result.plan().profile().name(),
        study.word(),
        OutcomeSymbol.of(study.conclusion()).tone(),
        summary(result),
        study.capacity().map(Capacity::says).map(Sanitizer::line).orElse(""),
        study.capacity().stream().flatMap(c -> c.probes().stream()).map(Probe::of).toList(),
        study.comparison().stream().map(ComparisonView::of).toList(),
        Repeat.all(study.repeats()),
        result.invalidBecause().stream().map(Sanitizer::line).toList(),
        result.objectives().stream().map(LoadView::objective).toList(),
        result.measurements().stream().map(LoadView::row).toList(),
        result.measurements().stream().flatMap(m -> failures(m).stream()).toList());
  }

  private static String summary(LoadResult result) {
    String planned =
        result
            .planned()
            .map(
                rate ->
                    text(
                        " of %,d planned requests, %.1f of %.1f a second; sent at most %.1f ms late (p99 %.1f ms)",
                        rate.requests(),
                        result.achieved().perSecond(),
                        rate.perSecond(),
                        result.startLag().max(),
                        result.startLag().p99()))
            .orElseGet(() -> text(" requests, %.1f a second", result.achieved().perSecond()));
    return text("%,d", result.achieved().requests())
        + planned
        + text("; the generator used %.0f %% of the processors.", 100 * result.last().cpuShare());
  }

  private static ObjectiveView objective(ObjectiveVerdict verdict) {
    return new ObjectiveView(
        verdict.objective().request().slug(),
        verdict.objective().metric().word() + " " + verdict.objective().bound(),
        text("%.4g %s", verdict.actual(), verdict.objective().metric().unit()).strip(),
        verdict.met() ? OutcomeSymbol.PASS : OutcomeSymbol.FAIL,
        verdict.met() ? "met" : "missed");
  }

  private static Row row(Measurement measurement) {
    return new Row(
        measurement.request().slug(),
        text("%,d", measurement.ok()),
        text("%,d", measurement.failed()),
        measurement.failed() > 0,
        figures(measurement));
  }

  /** Of nothing there are no figures. */
  private static List<String> figures(Measurement measurement) {
    Quantiles latency = measurement.latency();
    return DoubleStream.of(
            latency.p50(),
            latency.p95(),
            latency.p99(),
            latency.p999(),
            latency.max(),
            measurement.throughput())
        .mapToObj(figure -> measurement.count() == 0 ? "–" : text("%.1f", figure))
        .toList();
  }

  private static List<FailureView> failures(Measurement measurement) {
    return measurement.failures().entrySet().stream()
        .map(
            entry ->
                new FailureView(
                    measurement.request().slug(),
                    text("%,d", entry.getValue()),
                    Sanitizer.line(entry.getKey(), 300)))
        .toList();
  }

  private static String text(String format, Object... values) {
    return String.format(Locale.ROOT, format, values);
  }
}
