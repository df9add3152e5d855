package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class CommandsTest {

  @Test
  void every_command_has_help_with_an_example() {
    for (String command :
        List.of("gate", "contract", "load", "prove", "mock", "clauses", "history")) {
      Outcome outcome = Outcome.ofCommand(command, "--help");
      assertThat(outcome.exitCode()).isZero();
      assertThat(outcome.out()).contains("Example: assay " + command);
    }
  }

  @Test
  void the_ledger_shows_level_source_and_cases() {
    Outcome outcome = Outcome.ofCommand("clauses", "log-message/401/missing-header");
    assertThat(outcome.exitCode()).isZero();
    assertThat(outcome.out())
        .contains("log-message/401/missing-header  (stated)")
        .contains("source: Haptik, How to send messages to user")
        .contains("cases: ")
        .contains("1 clauses");
  }

  @Test
  void an_unknown_prefix_is_told() {
    assertThat(Outcome.ofCommand("clauses", "nothing").sentence())
        .isEqualTo("assay: no clause is under `nothing`; see `assay clauses`");
  }
}
