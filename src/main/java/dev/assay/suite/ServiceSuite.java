package dev.assay.suite;

import dev.assay.exchange.target.ServiceAccess;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * The suites of one service, which share its credentials and its pace.
 *
 * @param service its key in target files
 * @param access how it is reached
 * @param listing where what its operations made can be listed, if it can
 * @param operations its endpoints
 */
public record ServiceSuite(
    String service, ServiceAccess access, Optional<URI> listing, List<OperationSuite> operations) {

  /** Only the cases under one of the prefixes; all of them if there is no prefix. */
  public ServiceSuite selected(List<String> prefixes) {
    if (prefixes.isEmpty()) {
      return this;
    }
    return with(suite -> suite.selected(prefixes));
  }

  /**
   * Only the cases that are wanted, and the precondition of each operation that has one of them.
   */
  public ServiceSuite keeping(Predicate<ConformanceCase> wanted) {
    return with(suite -> suite.keeping(wanted));
  }

  private ServiceSuite with(UnaryOperator<OperationSuite> change) {
    List<OperationSuite> chosen =
        operations.stream().map(change).filter(suite -> !suite.cases().isEmpty()).toList();
    return new ServiceSuite(service, access, listing, chosen);
  }
}
