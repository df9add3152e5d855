package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.assay.exchange.Chaos;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs against a conforming service behind a line with random faults of all kinds: no hang, no
 * crash, nothing blamed. {@code -Dassay.chaos.seconds=3600} makes it an hour.
 */
class ChaosSelfTest {

  private static final Duration LASTING =
      Duration.ofSeconds(Integer.getInteger("assay.chaos.seconds", 20));
  private static final double[] SHARES = {0.02, 0.1, 0.3};

  @TempDir private Path folder;

  @Test
  void a_conforming_service_on_a_broken_line_is_never_blamed() throws IOException {
    Instant end = Instant.now().plus(LASTING);
    Random seeds = new Random(Long.getLong("assay.chaos.seed", 1));
    TreeMap<Integer, Integer> exitCodes = new TreeMap<>();
    int decided = 0;
    for (int run = 0; run == 0 || Instant.now().isBefore(end); run++) {
      long seed = seeds.nextLong();
      Outcome outcome = run(seed, SHARES[run % SHARES.length]);
      exitCodes.merge(outcome.exitCode(), 1, Integer::sum);
      decided += decided(outcome, seed);
    }
    System.out.println("chaos: runs by exit code " + exitCodes + ", cases decided " + decided);
    assertThat(decided).as("cases decided in all runs").isPositive();
  }

  private Outcome run(long seed, double share) throws IOException {
    try (MockServer mock = MockServer.start(TestAccounts.sample());
        Chaos chaos = Chaos.before(mock.baseUri(), seed, share)) {
      Path target = TargetFile.whole(folder, chaos.uri(), 2);
      return Outcome.of(
          folder.resolve("report"), "--target", target.toString(), "--deadline", "60s");
    }
  }

  /** How many cases it decided; none of them against the service. */
  private int decided(Outcome outcome, long seed) throws IOException {
    JsonNode json = new ObjectMapper().readTree(folder.resolve("report/contract.json").toFile());
    assertThat(json.path("counts").path("fail").asInt() + json.path("counts").path("warn").asInt())
        .as(
            "blamed with seed "
                + seed
                + ":\n"
                + outcome.out().replaceFirst("(?s)^.*?\n(?=[×⚠])", ""))
        .isZero();
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isIn(0, 2);
    assertThat(outcome.err()).isEmpty();
    return json.path("counts").path("pass").asInt();
  }
}
