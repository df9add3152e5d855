package dev.assay.suite.catalog;

import dev.assay.contract.Contract;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.request.TestData;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.haptik.LogFileSuite;
import dev.assay.suite.haptik.LogMessageSuite;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.rooms.RoomMessages;
import dev.assay.suite.rooms.UploadFileSuite;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The suites of all services that Assay knows. */
public final class ServiceSuites {

  private ServiceSuites() {}

  /** The suites for every service that the target has. */
  public static List<ServiceSuite> of(Target target, TestData data) {
    return target.services().stream().map(service -> of(target, service, data)).toList();
  }

  private static ServiceSuite of(Target target, Service service, TestData data) {
    FileUrl fileUrl = new FileUrl("file_url", service.baseUrl(), target.fileHosts());
    List<OperationSuite> operations =
        service.contract().operations().stream()
            .map(operation -> suite(operation.id(), service, fileUrl, target.clockSkew(), data))
            .toList();
    return new ServiceSuite(service.name(), service.access(), listing(service), operations);
  }

  private static Optional<URI> listing(Service service) {
    return service.value("memberRoom").flatMap(room -> RoomMessages.listing(service, room));
  }

  private static OperationSuite suite(
      String operation, Service service, FileUrl fileUrl, Duration skew, TestData data) {
    Contract contract = service.contract();
    return switch (operation) {
      case "log-message" -> new LogMessageSuite(contract, service, skew, data).all();
      case "log-file" -> new LogFileSuite(contract, service, fileUrl, skew, data).all();
      default -> new UploadFileSuite(contract, service, fileUrl, skew, data).all();
    };
  }
}
