package dev.assay.contract;

/**
 * A contract file that cannot be read as one; the message names the file, the place and the flaw.
 */
public final class InvalidContractException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  InvalidContractException(String file, String place, String flaw) {
    super(file + ": " + place + ": " + flaw);
  }
}
