package dev.assay.suite.run;

import dev.assay.exchange.Exchange;

/**
 * Takes note of all that a run sends and receives, also of what no case shows, such as a
 * precondition that is asked again; called by several threads.
 */
@FunctionalInterface
public interface Journal {

  /** Nobody takes note. */
  Journal NONE = (service, operation, caseId, exchange) -> {};

  /**
   * An exchange has ended.
   *
   * @param service its key in target files
   * @param operation the id of the one that was asked
   * @param caseId the case that it was sent for
   */
  void saw(String service, String operation, String caseId, Exchange exchange);
}
