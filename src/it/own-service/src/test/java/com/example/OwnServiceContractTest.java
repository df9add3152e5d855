package com.example;

import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.junit.ContractTests;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.nio.file.Path;
import java.util.Map;

/** Holds my service to its contract: a test for each case, grouped by endpoint. */
class OwnServiceContractTest implements ContractTests {

  /** My service; here Assay's own mock stands in for it. */
  private static final MockServer SERVICE = MockServer.start(TestAccounts.sample());

  @Override
  public Target target() {
    return new TargetReader(environment()).read(Path.of("my-target.yaml"));
  }

  /** Usually System.getenv(). */
  private static Map<String, String> environment() {
    return Map.of(
        "SERVICE_URL", SERVICE.baseUri().toString(),
        "ROOMS_TOKEN", TestAccounts.sample().roomsToken());
  }
}
