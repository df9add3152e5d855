package dev.assay.proof.external;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.RunInfo;
import dev.assay.mock.mutation.Mutant;
import dev.assay.mock.variant.Variants;
import dev.assay.proof.defect.Defects;
import dev.assay.proof.replay.AnswerDifference;
import dev.assay.proof.replay.DefectKind;
import dev.assay.proof.shell.CommandRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Suites that hang, and services that take their time. */
@DisabledOnOs(OS.WINDOWS)
class SuiteProverTest {

  private static final SuiteListener NOBODY =
      new SuiteListener() {
        @Override
        public void begins(int trials) {}

        @Override
        public void ran(String against, CommandRun run) {}

        @Override
        public void tried() {}
      };

  private static final String REQUEST =
      """
      log() {
        curl -s -o /dev/null -w '%{http_code}' "$ASSAY_BASE_URL/v1.0/log_message_from_user/" \\
          -H "Authorization: Bearer $ASSAY_TOKEN" -H "client-id: $ASSAY_CLIENT_ID" \\
          -H 'Content-Type: application/json' -d '{"business_id": '$ASSAY_BUSINESS_ID',
            "message_type": 0, "message_body": "Hi", "user": {"auth_id": "'$ASSAY_USER'"}}'
      }
      """;

  @TempDir private Path folder;

  private static Mutant named(List<Mutant> all, String id) {
    return all.stream().filter(mutant -> mutant.id().equals(id)).findFirst().orElseThrow();
  }

  private SuiteProof proof(String script, List<Mutant> defects, List<Mutant> variants)
      throws IOException, InterruptedException {
    Path suite = Files.writeString(folder.resolve("suite.sh"), REQUEST + script);
    TrialPlan plan =
        new TrialPlan(
            Duration.ofMinutes(2),
            Duration.ofSeconds(1),
            1,
            OptionalInt.empty(),
            1,
            Optional.empty(),
            Optional.empty(),
            OptionalDouble.empty());
    SuiteProver prover = new SuiteProver(SuiteSubject.shipped(), "sh " + suite, plan, NOBODY);
    SuiteProofInProgress proof = prover.begin(RunInfo.starting("0.0.0", "mock"), defects, variants);
    prover.prove(proof, defects, variants);
    return proof.soFar();
  }

  @Test
  void a_suite_that_hangs_on_a_defect_has_seen_it_and_is_ended() throws Exception {
    Path pids = folder.resolve("pids");
    SuiteProof proof =
        proof(
            "test $(log) = 200 || { setsid sleep 600 & echo $! >> %s; exec sleep 600; }"
                .formatted(pids),
            List.of(named(Defects.all(), "log-message-200-answered-201")),
            List.of());
    assertThat(proof.defects())
        .extracting(SuiteTrial::status)
        .containsExactly(MutantStatus.TIMED_OUT);
    assertThat(proof.score().killed()).isEqualTo(1);
    assertThat(Files.readAllLines(pids)).hasSize(2).noneMatch(SuiteProverTest::isRunning);
  }

  /** One that is over, and that nobody has asked about yet, has no command any more. */
  private static boolean isRunning(String pid) {
    return ProcessHandle.of(Long.parseLong(pid))
        .flatMap(process -> process.info().command())
        .isPresent();
  }

  @Test
  void a_service_that_is_only_late_is_met_by_the_suite() throws Exception {
    SuiteProof proof =
        proof(
            "for i in 1 2 3 4 5 6 7 8 9 10; do test $(log) = 200 || exit 1; done",
            List.of(),
            List.of(named(Variants.all(), "slow")));
    SuiteTrial late = proof.variants().get(0);
    assertThat(late.status()).isEqualTo(MutantStatus.SURVIVED);
    assertThat(late.difference())
        .contains(
            new AnswerDifference(
                DefectKind.LATE,
                "POST /v1.0/log_message_from_user/",
                10,
                "delay",
                "0 ms",
                "300 ms"));
  }
}
