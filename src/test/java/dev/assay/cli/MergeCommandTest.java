package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MergeCommandTest {

  @TempDir private Path folder;

  @Test
  void what_is_no_run_of_an_injector_is_told_in_a_sentence() {
    Outcome outcome = Outcome.ofCommand("merge", folder.toString());
    assertThat(outcome.exitCode()).isEqualTo(2);
    assertThat(outcome.sentence()).contains("is no run of one of several injectors");
  }

  @Test
  void shares_are_planned_and_nonsense_is_refused() {
    assertThat(load("--injector", "2/3", "--plan").out())
        .contains("20 × log-message")
        .contains("Nothing was sent");
    assertThat(load("--injectors", "3", "--plan").out()).contains("60 × log-message");
    assertThat(load("--injectors", "0", "--plan").sentence())
        .isEqualTo("assay: --injectors must lie between 1 and 64, not 0");
    assertThat(load("--injectors", "2", "--injector", "1/2", "--plan").sentence())
        .isEqualTo("assay: --injector K/N and --injectors N exclude each other");
    assertThat(load("--injector", "4/3", "--plan").sentence()).contains("is given as 2/3");
  }

  private static Outcome load(String... more) {
    String[] args = new String[6 + more.length];
    String[] first = {"load", "message", "--duration", "10s", "--rate", "5"};
    System.arraycopy(first, 0, args, 0, first.length);
    System.arraycopy(more, 0, args, first.length, more.length);
    return Outcome.ofCommand(args);
  }
}
