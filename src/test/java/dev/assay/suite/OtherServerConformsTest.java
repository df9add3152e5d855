package dev.assay.suite;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TestServices;
import dev.assay.request.TestData;
import dev.assay.suite.catalog.ServiceSuites;
import dev.assay.suite.run.Progress;
import dev.assay.suite.run.SuiteRunner;
import dev.assay.verdict.CaseResult;
import dev.assay.verdict.Outcome;
import dev.assay.verdict.Run;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The suites are specific: they do not blame a server that conforms in ways of its own. */
class OtherServerConformsTest {

  private static final Set<Outcome> BLAME = EnumSet.of(Outcome.FAIL, Outcome.WARN, Outcome.ERROR);

  private static Target target(OtherServer server) {
    return new Target(
        "other",
        List.of(
            TestServices.haptik(
                ServiceAccess.direct(
                    server.baseUri(), Secrets.of(OtherServer.HAPTIK_TOKEN, OtherServer.CLIENT_ID)),
                OtherServer.BUSINESS_ID,
                OtherServer.REGISTERED_USER,
                Optional.empty()),
            TestServices.rooms(
                ServiceAccess.direct(
                    List.of(server.baseUri(), server.storageDownBaseUri()),
                    Secrets.ofRooms(
                        OtherServer.ROOMS_TOKEN,
                        OtherServer.ORPHAN_TOKEN,
                        OtherServer.FOREIGN_TOKEN)),
                OtherServer.MEMBER_ROOM,
                OtherServer.FOREIGN_ROOM,
                Optional.of(OtherServer.READ_BACK))),
        Set.of(),
        Target.DEFAULT_CLOCK_SKEW,
        Limits.unpaced());
  }

  @Test
  void a_server_that_differs_in_everything_open_is_not_blamed() throws Exception {
    try (OtherServer server = OtherServer.start()) {
      Target target = target(server);
      Run run =
          new SuiteRunner(target, Progress.NONE)
              .run(ServiceSuites.of(target, new TestData(11)), RunInfo.starting("1", "t"), true);
      assertThat(blamed(run)).isEmpty();
      assertThat(run.conclusion()).isEqualTo(Conclusion.YES);
      assertThat(run.cases())
          .filteredOn(result -> result.id().endsWith("403/no-message-left"))
          .as("the foreign room is listed with its own token")
          .extracting(CaseResult::outcome)
          .containsExactly(Outcome.PASS);
    }
  }

  private static List<String> blamed(Run run) {
    return run.cases().stream()
        .filter(result -> BLAME.contains(result.outcome()))
        .map(OtherServerConformsTest::told)
        .toList();
  }

  private static String told(CaseResult result) {
    return result.id() + result.worst().map(v -> ": " + v.actual()).orElse("");
  }
}
