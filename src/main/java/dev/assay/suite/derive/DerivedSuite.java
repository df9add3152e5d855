package dev.assay.suite.derive;

import dev.assay.contract.Operation;
import dev.assay.exchange.target.Linked;
import dev.assay.exchange.target.Service;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.Review;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** All cases that follow from the contract of an operation. */
public final class DerivedSuite {

  private DerivedSuite() {}

  /** Why nothing is asked of that operation, if nothing is. */
  public static Optional<String> leftOut(Operation operation, Service service, TestData data) {
    CaseContext context = CaseContext.of(operation, service, Set.of(), Duration.ZERO, data);
    return new LeftOut(context).reason();
  }

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
      Function<CaseContext, List<Review>> extras) {
    CaseContext context = CaseContext.of(operation, service, fileHosts, skew, data);
    Optional<String> unlinked = service.linked(operation).flatMap(Linked::missing);
    if (unlinked.isPresent()) {
      new RequestCases(context).addUnasked();
      return OperationSuite.whole(context.cases(), List.of())
          .unlinked(
              "%s %s could not be asked: %s."
                  .formatted(operation.method(), operation.path(), unlinked.get()));
    }
    Optional<String> leftOut = new LeftOut(context).reason();
    if (leftOut.isPresent()) {
      new LeftOut(context).add(leftOut.get());
      return OperationSuite.whole(context.cases(), List.of());
    }
    if (operation.isDestructive() && service.linked(operation).isPresent()) {
      new RequestCases(context).addOnce();
      return OperationSuite.whole(context.cases(), List.of());
    }
    RepeatedSuccess repeated = new RepeatedSuccess(context);
    new RequestCases(context).add();
    new EchoCases(context).add();
    repeated.add();
    context.file().ifPresent(file -> new FileCases(context, file).add());
    new VariantCases(context).add();
    new ErrorExampleCases(context).add();
    new RefusedFieldCases(context).add();
    new PrincipalCases(context).add();
    new SecurityCases(context).add();
    new SilentCases(context).add();
    new OrderOfChecks(context).add();
    List<Review> reviews = new ArrayList<>(repeated.reviews());
    reviews.addAll(new AnswerReviews(context.cases(), context.success()).reviews(service));
    reviews.addAll(extras.apply(context));
    return OperationSuite.whole(context.cases(), reviews);
  }
}
