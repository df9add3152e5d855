package dev.assay.load.plan;

import dev.assay.contract.Contract;
import dev.assay.contract.ContractReader;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.load.request.LoadRequest;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Requests of the shipped settings. */
public final class TestRequests {

  public static final LoadRequest LOG_MESSAGE = LoadRequest.of("log-message");
  public static final LoadRequest LOG_FILE_SMALL =
      new LoadRequest("log-file-small", "log-file", 2_000, "jpg");
  public static final LoadRequest LOG_FILE_10MB =
      new LoadRequest("log-file-10mb", "log-file", 10_000_000, "jpg");
  public static final LoadRequest UPLOAD_SMALL =
      new LoadRequest("upload-small", "upload-file", 2_000, "jpg");

  private TestRequests() {}

  /** A scenario of messages alone. */
  public static Scenario messages() {
    return new Scenario("message", List.of(new Scenario.Share(LOG_MESSAGE, 1)));
  }

  /** A service of one's own, with those paths. */
  public static Target things(String operations) {
    String text =
        """
        openapi: 3.1.0
        info: { title: Things, version: 1.0.0 }
        x-target:
          token: { secret: true, says: The key. }
          owner: { says: Who may make things. }
        security: [{ key: [] }]
        components: { securitySchemes: { key: { type: apiKey, in: query, name: key, x-value: token } } }
        paths:
        """
            + operations.indent(2);
    Contract contract = new ContractReader().read("things", "things.openapi.yaml", text);
    ServiceAccess access =
        ServiceAccess.direct(URI.create("http://127.0.0.1:9/base"), Secrets.of("t-0123456789", ""));
    return new Target(
        "t",
        List.of(new Service(contract, access, Map.of("owner", "somebody"))),
        Set.of(),
        Target.DEFAULT_CLOCK_SKEW,
        new Limits(20, Duration.ofSeconds(30), false, 50, 1_000_000));
  }
}
