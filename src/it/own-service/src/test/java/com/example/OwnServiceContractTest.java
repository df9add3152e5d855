package com.example;

import dev.assay.exchange.Target;
import dev.assay.exchange.TargetReader;
import dev.assay.junit.ContractTests;
import dev.assay.mock.MockServer;
import dev.assay.mock.Principals;
import java.nio.file.Path;
import java.util.Map;

/** Holds my service to its contract: a test for each case, grouped by endpoint. */
class OwnServiceContractTest implements ContractTests {

  /** My service; here Assay's own mock stands in for it. */
  private static final MockServer SERVICE = MockServer.start(Principals.sample());

  @Override
  public Target target() throws Exception {
    return new TargetReader(environment()).read(Path.of("my-target.yaml"));
  }

  /** Usually System.getenv(). */
  private static Map<String, String> environment() {
    return Map.of(
        "SERVICE_URL", SERVICE.baseUri().toString(),
        "ROOMS_TOKEN", Principals.sample().roomsToken());
  }
}
