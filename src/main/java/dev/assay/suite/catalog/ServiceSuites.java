package dev.assay.suite.catalog;

import dev.assay.contract.Operation;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.Review;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.derive.CaseContext;
import dev.assay.suite.derive.DerivedSuite;
import dev.assay.suite.haptik.SampleCommands;
import dev.assay.suite.rooms.RoomMessages;
import dev.assay.suite.rooms.UploadFileExtras;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** The suites of all services of a target. */
public final class ServiceSuites {

  /** What no contract can say of an operation, by its id. */
  private static final Map<String, Function<CaseContext, List<Review>>> EXTRAS =
      Map.of(
          "log-message", SampleCommands::ofMessage,
          "log-file", SampleCommands::ofFile,
          "upload-file", UploadFileExtras::add);

  private static final String SAMPLE = "sample-curl";

  private ServiceSuites() {}

  /** The suites for every service that the target has. */
  public static List<ServiceSuite> of(Target target, TestData data) {
    return target.services().stream().map(service -> of(target, service, data)).toList();
  }

  /** What changes nothing comes first: it finds things as they are. */
  private static ServiceSuite of(Target target, Service service, TestData data) {
    List<OperationSuite> operations =
        service.contract().operations().stream()
            .sorted(Comparator.comparing(Operation::isSafe).reversed())
            .map(operation -> suite(target, service, operation, data))
            .toList();
    return new ServiceSuite(service.name(), service.access(), listing(service), operations);
  }

  private static OperationSuite suite(
      Target target, Service service, Operation operation, TestData data) {
    return DerivedSuite.of(
        operation,
        service,
        target.fileHosts(),
        target.clockSkew(),
        data,
        hasSample(operation) ? EXTRAS.get(operation.id()) : none -> List.of());
  }

  /** Operations of other services may have one of these ids, and have no such clause. */
  private static boolean hasSample(Operation operation) {
    return EXTRAS.containsKey(operation.id())
        && operation.clauses().stream().anyMatch(clause -> clause.id().path().equals(SAMPLE));
  }

  private static Optional<URI> listing(Service service) {
    return service.value("memberRoom").flatMap(room -> RoomMessages.listing(service, room));
  }
}
