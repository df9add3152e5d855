package dev.assay.proof.external;

import dev.assay.mock.MockServer;
import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.shell.CommandRun;
import dev.assay.proof.shell.ShellCommand;
import java.time.Duration;
import java.util.List;

/** The command of a suite, and the mock that it meets. */
record SuiteAtMock(ShellCommand command, MockServer mock) implements RepeatableSuite {

  @Override
  public CommandRun run(List<Mutant> mutants, Duration limit) throws InterruptedException {
    mock.startAfresh(mutants);
    return command.run(mock.baseUri(), limit);
  }

  @Override
  public void close() {
    mock.close();
  }
}
