package dev.assay.suite.catalog;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.target.Target;
import dev.assay.suite.OperationSuite;
import dev.assay.suite.Review;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.data.TestData;
import dev.assay.suite.haptik.HaptikErrors;
import dev.assay.suite.haptik.LogFileSuite;
import dev.assay.suite.haptik.LogMessageSuite;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.rooms.RoomsErrors;
import dev.assay.suite.rooms.UploadFileSuite;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The suites of all services that Assay knows. */
public final class ServiceSuites {

  private ServiceSuites() {}

  /** The suites for every service that the target has. */
  public static List<ServiceSuite> of(Target target, TestData data) {
    List<ServiceSuite> suites = new ArrayList<>();
    target.haptik().ifPresent(service -> suites.add(haptik(target, service, data)));
    target.rooms().ifPresent(service -> suites.add(rooms(target, service, data)));
    return suites;
  }

  private static ServiceSuite haptik(Target target, Target.Haptik service, TestData data) {
    Contract contract = new ContractReader().shipped("haptik");
    FileUrl fileUrl = new FileUrl(service.baseUrl(), target.fileHosts());
    var message = contract.operation("log-message");
    var file = contract.operation("log-file");
    return new ServiceSuite(
        "haptik",
        service.access(),
        List.of(
            OperationSuite.whole(
                message,
                new LogMessageSuite(message, service, target.clockSkew(), data).cases(),
                HaptikErrors.documented(),
                Set.copyOf(LogMessageSuite.MEMBERS),
                List.of(Review.distinctIds(message, "message_id"))),
            OperationSuite.whole(
                file,
                new LogFileSuite(file, service, fileUrl, target.clockSkew(), data).cases(),
                HaptikErrors.documented(),
                Set.copyOf(LogFileSuite.MEMBERS),
                List.of(Review.distinctIds(file, "message_id")))));
  }

  private static ServiceSuite rooms(Target target, Target.Rooms service, TestData data) {
    Contract contract = new ContractReader().shipped("rooms");
    var upload = contract.operation("upload-file");
    FileUrl fileUrl = new FileUrl(service.baseUrl(), target.fileHosts());
    return new ServiceSuite(
        "rooms",
        service.access(),
        List.of(
            OperationSuite.whole(
                upload,
                new UploadFileSuite(upload, service, fileUrl, data).cases(),
                RoomsErrors.documented(),
                Set.copyOf(UploadFileSuite.MEMBERS),
                List.of(RoomsErrors.internalErrors(upload)))));
  }
}
