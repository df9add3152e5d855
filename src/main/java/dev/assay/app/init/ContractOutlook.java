package dev.assay.app.init;

import dev.assay.contract.Contract;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Operation;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.request.LinkChoice;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.catalog.ServiceSuites;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What each operation of a contract will be asked, and what cannot be checked of it.
 *
 * @param baseUrl where the service will be
 */
public record ContractOutlook(Contract contract, URI baseUrl) {

  private static final Set<Integer> PROVOKED = Set.of(0, 400, 401, 403, 422);

  /** A line or two an operation. */
  public List<String> lines() {
    Service service =
        new Service(
            contract, ServiceAccess.direct(baseUrl, Secrets.unknown(credentials())), Map.of());
    Target target =
        new Target(
            service.name(),
            List.of(service),
            Set.of(),
            Target.DEFAULT_CLOCK_SKEW,
            Limits.unpaced());
    return ServiceSuites.of(target, new TestData(1)).stream()
        .flatMap(suites -> suites.operations().stream())
        .map(suite -> line(suite, service))
        .toList();
  }

  private List<String> credentials() {
    return contract.values().stream()
        .filter(TargetValue::secret)
        .map(TargetValue::placeholder)
        .toList();
  }

  private static String line(OperationSuite suite, Service service) {
    Operation operation = suite.operation();
    String head = "%s  %s %s: ".formatted(operation.id(), operation.method(), operation.path());
    return suite
        .leftOut()
        .map(reason -> head + "not asked: " + reason)
        .orElseGet(
            () ->
                head
                    + suite.cases().size()
                    + " cases"
                    + unprovoked(operation)
                    + linked(new LinkChoice(service, operation)));
  }

  /** Where a run takes values from that the target file need not give. */
  private static String linked(LinkChoice choice) {
    return choice.all().stream()
        .findFirst()
        .map(
            source ->
                "; "
                    + choice.says(source)
                    + choice.objection(source).map(", which is not followed: "::concat).orElse(""))
        .orElse("");
  }

  /** The statuses that no request is meant to provoke. */
  private static String unprovoked(Operation operation) {
    String statuses =
        operation
            .allResponses()
            .filter(response -> !response.isSuccess() && response.occasions().isEmpty())
            .filter(response -> response.isExact() && !PROVOKED.contains(response.status()))
            .map(DocumentedResponse::key)
            .collect(Collectors.joining(", "));
    return statuses.isEmpty()
        ? ""
        : "; looked at where it comes, but nothing provokes it on purpose (x-when says how): "
            + statuses;
  }
}
