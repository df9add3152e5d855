package dev.assay.cli;

import dev.assay.mock.Defects;
import dev.assay.mock.Deviation;
import dev.assay.mock.MockServer;
import dev.assay.mock.Principals;
import dev.assay.mock.Variants;
import java.io.PrintWriter;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code assay mock}: the stand-in, for people's own clients. */
@Command(
    name = "mock",
    mixinStandardHelpOptions = true,
    versionProvider = Version.class,
    description = "Serves the stand-in on this machine until it is interrupted.",
    footer = {"", "Example: assay mock --port 8080"})
final class MockCommand implements Callable<Integer> {

  @Option(names = "--port", paramLabel = "N", description = "The port; a free one without it.")
  private int port;

  @Option(
      names = "--defect",
      paramLabel = "D",
      description = "With that deliberate defect; may be repeated. `assay prove` lists them.")
  private List<String> defects = List.of();

  @Option(
      names = "--variant",
      paramLabel = "V",
      description = "In that conforming variant; may be repeated. `assay prove` lists them.")
  private List<String> variants = List.of();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws InterruptedException, UsageException {
    if (port < 0 || port > 65_535) {
      throw new UsageException("--port must lie between 0 and 65535, not " + port);
    }
    List<Deviation> deviations = new ArrayList<>();
    deviations.addAll(new Catalogue("defect", Defects.all()).named(defects));
    deviations.addAll(new Catalogue("variant", Variants.all()).named(variants));
    try (MockServer mock = MockServer.start(port, Principals.sample(), deviations)) {
      deviations.forEach(
          each -> spec.commandLine().getOut().printf("%s: %s%n", each.id(), each.says()));
      print(mock.baseUri(), mock.principals(), spec.commandLine().getOut());
      new CountDownLatch(1).await();
    }
    return 0;
  }

  private static void print(URI baseUrl, Principals who, PrintWriter out) {
    out.printf("The mock listens on %s until you press Ctrl-C. Try:%n%n", baseUrl);
    out.printf(
        """
        curl -X POST %s/v1.0/log_message_from_user/ \\
          -H 'Authorization: Bearer %s' \\
          -H 'client-id: %s' \\
          -H 'Content-Type: application/json' \\
          -d '{"message_body": "Hello", "business_id": %d, "message_type": 0, "user": {"auth_id": "%s"}}'

        """,
        baseUrl, who.haptikToken(), who.clientId(), who.businessId(), who.registeredUser());
    out.printf(
        """
        printf '\\377\\330\\377\\340' > test.jpg
        curl -X POST %s/v1.0/log_file_from_user/ \\
          -H 'Authorization: Bearer %s' \\
          -H 'client-id: %s' \\
          -H 'Content-Type: multipart/form-data' \\
          -F "auth_id=%s" -F "business_id=%d" -F "message_type=1" \\
          -F "file=@test.jpg" -F "message_body="

        """,
        baseUrl, who.haptikToken(), who.clientId(), who.registeredUser(), who.businessId());
    out.printf(
        """
        curl -X POST %s/api/upload_file \\
          -H "Authorization: %s" \\
          -F "file=@test.jpg" \\
          -F "room_id=%s"

        curl -H "Authorization: %s" '%s/api/get_room_messages?room_id=%s'
        """,
        baseUrl, who.roomsToken(), who.memberRoom(), who.roomsToken(), baseUrl, who.memberRoom());
    out.flush();
  }
}
