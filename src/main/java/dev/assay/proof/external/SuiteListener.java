package dev.assay.proof.external;

import dev.assay.proof.shell.CommandRun;

/** Hears how the proof of a suite gets on; called by several threads. */
public interface SuiteListener {

  /** So many mutants are to be tried. */
  void begins(int trials);

  /** The suite has run once more. */
  void ran(String against, CommandRun run);

  /** One trial more is over. */
  void tried();
}
