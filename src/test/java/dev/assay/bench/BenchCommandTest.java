package dev.assay.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.List;
import java.util.function.DoublePredicate;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchCommandTest {

  @Test
  void what_cannot_be_measured_is_told_with_what_can() {
    assertThat(printed("speed"))
        .isEqualTo("bench: a part is one of rate, memory, percentiles, contract");
    assertThat(printed("--rounds", "0"))
        .isEqualTo("bench: --rounds must lie between 1 and 100, not 0");
  }

  private static String printed(String... args) {
    StringWriter printed = new StringWriter();
    CommandLine bench = BenchCommand.commandLine().setErr(new PrintWriter(printed, true));
    assertThat(bench.execute(args)).isEqualTo(2);
    return printed.toString().strip();
  }

  @Test
  void a_row_says_whether_its_bound_is_kept_if_it_has_one() {
    assertThat(BenchRow.bounded("rate", "0.95", "at least 0.9", true).markdown())
        .isEqualTo("| rate | 0.95 | at least 0.9 | ✔ |");
    assertThat(BenchRow.bounded("rate", "0.85", "at least 0.9", false).markdown())
        .endsWith("| × |");
    assertThat(new BenchRow("p50", "9 ms", "5 ms", BenchRow.Verdict.CANNOT_TELL).markdown())
        .endsWith("| ? |");
    assertThat(BenchRow.unbounded("start", "0.3 s").markdown())
        .isEqualTo("| start | 0.3 s |  |  |");
  }

  @Test
  void a_missed_bound_outweighs_what_cannot_be_told_and_that_what_is_kept() {
    BenchRow kept = BenchRow.bounded("rate", "0.95", "at least 0.9", true);
    BenchRow missed = BenchRow.bounded("rate", "0.85", "at least 0.9", false);
    BenchRow untold = new BenchRow("p50", "9 ms", "5 ms", BenchRow.Verdict.CANNOT_TELL);
    assertThat(BenchCommand.exitCode(List.of(kept))).isZero();
    assertThat(BenchCommand.exitCode(List.of(kept, untold))).isEqualTo(2);
    assertThat(BenchCommand.exitCode(List.of(kept, untold, missed))).isEqualTo(1);
  }

  @Test
  void a_bound_is_missed_only_where_every_round_misses_it_and_sockets_alone_keep_it() {
    DoublePredicate keeps = figure -> figure <= 27;
    assertThat(PercentileBench.verdict(List.of(26.0, 26.5, 29.0), 25.5, keeps))
        .isEqualTo(BenchRow.Verdict.KEPT);
    assertThat(PercentileBench.verdict(List.of(28.0, 28.5, 29.0), 25.5, keeps))
        .isEqualTo(BenchRow.Verdict.MISSED);
    assertThat(PercentileBench.verdict(List.of(26.0, 28.5, 29.0), 25.5, keeps))
        .isEqualTo(BenchRow.Verdict.CANNOT_TELL);
    assertThat(PercentileBench.verdict(List.of(28.0, 28.5, 29.0), 27.5, keeps))
        .isEqualTo(BenchRow.Verdict.CANNOT_TELL);
  }

  @Test
  void a_client_of_nothing_but_sockets_sees_what_the_server_takes() throws Exception {
    try (BenchServer server = BenchServer.answering(number -> 30_000_000)) {
      List<Double> latencies =
          new BareLoad(200, 40, 20, 16)
              .millis(server.target().service("haptik").orElseThrow().baseUrl());
      assertThat(latencies).hasSize(20).isSorted();
      assertThat(latencies.get(0)).isGreaterThanOrEqualTo(30);
    }
  }

  @Test
  void the_median_is_the_middle() {
    assertThat(BenchRow.median(List.of(9.0, 1.0, 2.0))).isEqualTo(2);
    assertThat(BenchRow.median(List.of(4.0, 1.0, 2.0, 9.0))).isEqualTo(3);
  }
}
