package dev.assay.junit;

import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;

/** The suites against the mock, or against the target that {@code -Dassay.target=FILE} names. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TargetContractTest implements ContractTests {

  private MockServer mock;

  @BeforeAll
  void start() {
    if (file().isEmpty()) {
      mock = MockServer.start(TestAccounts.random());
    }
  }

  @AfterAll
  void stop() {
    if (mock != null) {
      mock.close();
    }
  }

  @Override
  public Target target() throws Exception {
    return mock == null
        ? new TargetReader(System.getenv()).read(Path.of(file()))
        : EmbeddedTarget.of(mock);
  }

  private static String file() {
    return System.getProperty("assay.target", "");
  }
}
