package dev.assay.simulations;

import dev.assay.exchange.client.ForeignProtocol;

/** What came back is no HTTP. Nothing of it is quoted: there may be a credential in it. */
final class ForeignAnswer extends IllegalArgumentException {

  private static final long serialVersionUID = 1;

  static final String NO_HTTP = "the answer is no HTTP";

  /**
   * That of a server which began so.
   *
   * @param beginning of the answer
   */
  ForeignAnswer(String beginning) {
    super(
        ForeignProtocol.of(beginning)
            .map(protocol -> NO_HTTP + "; " + protocol.advice())
            .orElse(NO_HTTP));
  }
}
