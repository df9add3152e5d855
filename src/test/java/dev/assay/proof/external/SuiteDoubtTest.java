package dev.assay.proof.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.mutation.Mutation;
import dev.assay.proof.shell.CommandRun;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is believed of suites that fail by chance; their runs are thrown dice. */
class SuiteDoubtTest {

  private static final SuiteListener NOBODY =
      new SuiteListener() {
        @Override
        public void begins(int trials) {}

        @Override
        public void ran(String against, CommandRun run) {}

        @Override
        public void tried() {}
      };

  /** A suite that sees the mutants of that name, and fails when it likes to. */
  private record Dice(Predicate<String> sees, Predicate<Random> fails, Random random)
      implements RepeatableSuite {

    @Override
    public CommandRun run(List<Mutant> mutants, Duration limit) {
      boolean seen = mutants.stream().map(Mutant::id).anyMatch(sees);
      int status = seen || fails.test(random) ? 1 : 0;
      return new CommandRun(OptionalInt.of(status), Duration.ZERO, "");
    }

    @Override
    public void close() {}
  }

  private static CandidateMutant mutant(String id) {
    Mutant mutant = new Mutant(id, "log-message", "does it", new Mutation() {}, Set.of("a/b"));
    return new CandidateMutant(mutant, Optional.empty(), true, id);
  }

  /** What becomes of so many mutants that it sees and so many that it does not. */
  private static Map<String, MutantStatus> tried(int seen, int unseen, RepeatableSuite suite)
      throws InterruptedException {
    List<CandidateMutant> mutants =
        new ArrayList<>(
            Stream.concat(
                    IntStream.range(0, seen).mapToObj(i -> mutant("seen-" + i)),
                    IntStream.range(0, unseen).mapToObj(i -> mutant("unseen-" + i)))
                .toList());
    Collections.shuffle(mutants, new Random(1));
    Map<String, MutantStatus> statuses = new TreeMap<>();
    new TrialRunner(() -> suite, new Workers(1), Duration.ofSeconds(1), () -> false, NOBODY)
        .run(mutants, trial -> statuses.put(trial.id(), trial.status()));
    return statuses;
  }

  private static long count(Map<String, MutantStatus> statuses, String of, MutantStatus status) {
    return statuses.entrySet().stream()
        .filter(entry -> entry.getKey().startsWith(of) && entry.getValue() == status)
        .count();
  }

  @Test
  void a_suite_that_always_says_the_same_is_believed() throws Exception {
    Map<String, MutantStatus> statuses =
        tried(40, 40, new Dice(id -> id.startsWith("seen"), any -> false, new Random(1)));
    assertThat(count(statuses, "seen", MutantStatus.KILLED)).isEqualTo(40);
    assertThat(count(statuses, "unseen", MutantStatus.SURVIVED)).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource({"0, 20", "3, 3", "40, 40", "150, 60", "10, 200"})
  void one_that_fails_once_in_ten_runs_is_given_next_to_no_kills(int seen, int unseen)
      throws Exception {
    long given = 0;
    long blamed = 0;
    for (int seed = 0; seed < 300; seed++) {
      Dice suite = new Dice(id -> id.startsWith("seen"), r -> r.nextInt(10) == 0, new Random(seed));
      Map<String, MutantStatus> statuses = tried(seen, unseen, suite);
      given += count(statuses, "unseen", MutantStatus.KILLED);
      blamed += count(statuses, "unseen", MutantStatus.FLAKY);
    }
    assertThat(given).isLessThan(300L * unseen / 100);
    assertThat(blamed).isPositive();
  }
}
