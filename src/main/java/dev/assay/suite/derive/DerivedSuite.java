package dev.assay.suite.derive;

import dev.assay.contract.Operation;
import dev.assay.exchange.target.Service;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** All cases that follow from the contract of an operation. */
public final class DerivedSuite {

  private DerivedSuite() {}

  /**
   * The suite of that operation.
   *
   * @param fileHosts hosts from which a file may be fetched, besides the service's own
   * @param skew how far the service's clock may be off
   * @param extras adds what no contract can say of it, and tells what only the whole run shows
   */
  public static OperationSuite of(
      Operation operation,
      Service service,
      Set<String> fileHosts,
      Duration skew,
      TestData data,
      Function<Sections, List<Review>> extras) {
    Sections sections = Sections.of(operation, service, fileHosts, skew, data);
    RepeatedSuccess repeated = new RepeatedSuccess(sections);
    new RequestCases(sections).add();
    new EchoCases(sections).add();
    repeated.add();
    sections.file().ifPresent(file -> new FileCases(sections, file).add());
    new RefusedFieldCases(sections).add();
    new PrincipalCases(sections).add();
    new SecurityCases(sections).add();
    new SilentCases(sections).add();
    new OrderOfChecks(sections).add();
    List<Review> reviews = new ArrayList<>(repeated.reviews());
    reviews.addAll(extras.apply(sections));
    return OperationSuite.whole(sections.cases(), reviews);
  }
}
