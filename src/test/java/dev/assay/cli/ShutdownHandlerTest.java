package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.suite.run.Cancellation;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a process ends with that is told to end. */
class ShutdownHandlerTest {

  private final ByteArrayOutputStream said = new ByteArrayOutputStream();
  private final List<Integer> codes = new ArrayList<>();

  private ShutdownHandler handler(Duration grace) {
    return new ShutdownHandler(
        grace, codes::add, new PrintStream(said, true, StandardCharsets.UTF_8));
  }

  @Test
  void work_that_does_not_end_when_it_is_told_to_could_not_judge_either() {
    ShutdownHandler handler = handler(Duration.ZERO);
    try (Cancellation work = Cancellation.onRequest()) {
      handler.cancels(work);
      handler.endEarly();
      assertThat(work.why()).contains("the run was interrupted");
    }
    assertThat(codes).containsExactly(2);
    assertThat(said.toString(StandardCharsets.UTF_8))
        .startsWith("assay: what was under way did not end within 0 s after it was told to");
  }

  @Test
  void work_that_ends_is_waited_for() {
    ShutdownHandler handler = handler(Duration.ofMinutes(1));
    try (Cancellation work = Cancellation.onRequest()) {
      handler.cancels(work);
      work.whenCancelled(handler::commandIsOver);
      handler.endEarly();
    }
    assertThat(codes).containsExactly(2);
    assertThat(said.toString(StandardCharsets.UTF_8)).isEmpty();
  }

  @Test
  void without_work_there_is_nothing_to_wait_for() {
    handler(Duration.ofMinutes(1)).endEarly();
    assertThat(codes).isEmpty();
  }
}
