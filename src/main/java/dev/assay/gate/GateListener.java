package dev.assay.gate;

import dev.assay.verdict.Run;
import java.nio.file.Path;

/** Follows a gate from part to part. */
public interface GateListener {

  /** The contract part has ended. */
  void contract(Run run);

  /** Something besides, in a line. */
  void remark(String line);

  /** Another part has ended, or was left out. */
  void part(GatePart part);

  /**
   * The gate has decided.
   *
   * @param folder where its reports are
   */
  void decided(Gate gate, Path folder);
}
