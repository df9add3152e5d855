package dev.assay.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** The figures of a load, as {@code load.json} has them, in a line. */
class LoadFigureTest {

  private static final Map<String, Object> LATENCY =
      Map.of("p50", 1.04, "p95", 2.0, "p99", 3.0, "p999", 1234.5, "max", 2000.0);

  @Test
  void a_unit_is_said_once_behind_the_figures_that_have_it() {
    assertThat(LoadFigure.line(Map.of("count", 7, "throughput", 9.96, "latencyMs", LATENCY)))
        .isEqualTo("p50 1.0  p95 2.0  p99 3.0  p99.9 1234.5  max 2000.0 ms   10.0 ok per s");
  }

  @Test
  void of_nothing_there_is_no_figure() {
    assertThat(LoadFigure.line(Map.of("count", 0, "throughput", 0.0, "latencyMs", LATENCY)))
        .startsWith("p50 –  p95 –")
        .endsWith("– ok per s");
  }
}
