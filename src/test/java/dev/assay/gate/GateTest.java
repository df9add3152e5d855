package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static Gate gate(String answers) {
    List<GatePart> parts =
        Arrays.stream(answers.split(" "))
            .map(GatePart.Answer::valueOf)
            .map(answer -> new GatePart("contract", answer, "a word", "a reason"))
            .toList();
    return new Gate("staging", parts);
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "YES YES YES, GO, 0",
    "YES NOT_RUN YES, GO, 0",
    "YES NO YES, NO_GO, 1",
    "NO UNDECIDED NOT_RUN, NO_GO, 1",
    "UNDECIDED UNDECIDED NO, NO_GO, 1",
    "YES UNDECIDED YES, UNDECIDED, 2",
    "UNDECIDED NOT_RUN YES, UNDECIDED, 2",
    "NOT_RUN NOT_RUN NOT_RUN, UNDECIDED, 2"
  })
  void a_no_counts_most_then_what_could_not_be_judged(
      String answers, Gate.Decision decision, int exitCode) {
    assertThat(gate(answers).decision()).isEqualTo(decision);
    assertThat(gate(answers).decision().exitCode()).isEqualTo(exitCode);
  }

  @Test
  void nothing_at_all_is_no_go_ahead() {
    assertThat(new Gate("staging", List.of()).decision()).isEqualTo(Gate.Decision.UNDECIDED);
  }
}
