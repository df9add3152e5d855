package dev.assay.proof.external;

import dev.assay.mock.mutation.Mutant;
import dev.assay.proof.shell.CommandRun;
import java.time.Duration;
import java.util.List;

/** A suite with a stand-in of its own, against which it can be run again and again. */
interface RepeatableSuite extends AutoCloseable {

  /**
   * Runs it against the stand-in with those mutants, which forgets what it knew before.
   *
   * @param limit after which it is ended
   */
  CommandRun run(List<Mutant> mutants, Duration limit) throws InterruptedException;

  @Override
  void close();
}
