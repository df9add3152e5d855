package dev.assay.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProveCommandTest {

  @TempDir private Path folder;

  @Test
  void a_defect_is_killed_by_exactly_the_clause_that_it_breaks() {
    Outcome outcome =
        Outcome.ofCommand(
            "prove",
            "--defect",
            "log-message-200-answered-201",
            "--report",
            folder.resolve("proof").toString());
    assertThat(outcome.exitCode()).as(outcome.out() + outcome.err()).isZero();
    assertThat(outcome.out()).contains("1 killed exactly").contains("log-message/200/status");
    assertThat(folder.resolve("proof/prove.json")).exists();
    assertThat(folder.resolve("proof/index.html")).exists();
  }

  @Test
  void an_unknown_defect_is_told() {
    assertThat(Outcome.ofCommand("prove", "--defect", "no-such-defect").sentence())
        .contains("no-such-defect");
  }
}
