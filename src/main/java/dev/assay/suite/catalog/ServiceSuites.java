package dev.assay.suite.catalog;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.target.Target;
import dev.assay.suite.ServiceSuite;
import dev.assay.suite.data.TestData;
import dev.assay.suite.haptik.LogFileSuite;
import dev.assay.suite.haptik.LogMessageSuite;
import dev.assay.suite.probe.FileUrl;
import dev.assay.suite.rooms.UploadFileSuite;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

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
    FileUrl fileUrl = new FileUrl("file_url", service.baseUrl(), target.fileHosts());
    Duration skew = target.clockSkew();
    return new ServiceSuite(
        "haptik",
        service.access(),
        List.of(
            new LogMessageSuite(contract, service, skew, data).all(),
            new LogFileSuite(contract, service, fileUrl, skew, data).all()));
  }

  private static ServiceSuite rooms(Target target, Target.Rooms service, TestData data) {
    Contract contract = new ContractReader().shipped("rooms");
    FileUrl fileUrl = new FileUrl("file_url", service.baseUrl(), target.fileHosts());
    return new ServiceSuite(
        "rooms",
        service.access(),
        List.of(new UploadFileSuite(contract, service, fileUrl, target.clockSkew(), data).all()));
  }
}
