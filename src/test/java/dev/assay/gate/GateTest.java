package dev.assay.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GateTest {

  private static Gate gate(String answers) {
    List<GatePart> parts =
        Arrays.stream(answers.split(" "))
            .map(GateTest::answer)
            .map(answer -> new GatePart("contract", answer, "a word", "a reason"))
            .toList();
    return new Gate(RunInfo.starting("1", "staging"), parts);
  }

  private static Optional<Conclusion> answer(String name) {
    return Optional.of(name).filter(n -> !n.equals("NOT_RUN")).map(Conclusion::valueOf);
  }

  @ParameterizedTest(name = "{0} is {2}")
  @CsvSource({
    "YES YES YES, YES, GO, 0",
    "YES NOT_RUN YES, YES, GO, 0",
    "YES NO YES, NO, NO-GO, 1",
    "NO UNDECIDED NOT_RUN, NO, NO-GO, 1",
    "UNDECIDED UNDECIDED NO, NO, NO-GO, 1",
    "YES UNDECIDED YES, UNDECIDED, UNDECIDED, 2",
    "UNDECIDED NOT_RUN YES, UNDECIDED, UNDECIDED, 2",
    "NOT_RUN NOT_RUN NOT_RUN, UNDECIDED, UNDECIDED, 2"
  })
  void a_no_counts_most_then_what_could_not_be_judged(
      String answers, Conclusion conclusion, String word, int exitCode) {
    assertThat(gate(answers).conclusion()).isEqualTo(conclusion);
    assertThat(gate(answers).word()).isEqualTo(word);
    assertThat(gate(answers).conclusion().exitCode()).isEqualTo(exitCode);
  }

  @Test
  void nothing_at_all_is_no_go_ahead() {
    assertThat(new Gate(RunInfo.starting("1", "staging"), List.of()).conclusion())
        .isEqualTo(Conclusion.UNDECIDED);
  }
}
