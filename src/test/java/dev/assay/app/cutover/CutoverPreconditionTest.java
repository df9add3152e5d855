package dev.assay.app.cutover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.Conclusion;
import dev.assay.RunInfo;
import dev.assay.app.ProgressDisplay;
import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.Cutover;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.target.Target;
import dev.assay.mock.EmbeddedTarget;
import dev.assay.mock.MockServer;
import dev.assay.mock.service.TestAccounts;
import dev.assay.request.TestData;
import dev.assay.suite.InterceptedClient;
import dev.assay.suite.run.Cancellation;
import dev.assay.suite.run.PairRunner;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A token that expires on one side of a cutover tells nothing about either. */
class CutoverPreconditionTest {

  private static final String NO_TOKEN = "{\"error_message\": \"invalid authorization details\"}";

  @ParameterizedTest
  @CsvSource({"true, old", "false, new"})
  void a_token_that_expires_on_either_side_is_no_difference(boolean old, String side)
      throws Exception {
    try (MockServer before = MockServer.startOneOf(2, TestAccounts.sample());
        MockServer after = MockServer.startOneOf(2, TestAccounts.sample())) {
      Target from = EmbeddedTarget.of(before);
      Target to = EmbeddedTarget.of(after);
      Client.Factory expiring =
          InterceptedClient.behind(
              ServiceClient::overApache, InterceptedClient.refusingFrom(60, 401, NO_TOKEN));
      MockServer expires = old ? before : after;
      Client.Factory maker =
          (access, limits) ->
              (access.reaches(expires.baseUri())
                      ? expiring
                      : (Client.Factory) ServiceClient::overApache)
                  .client(access, limits);
      SuitePair suites = SuitePair.of(from, to, new TestData(1), List.of("log-message"));
      Cutover cutover =
          new CutoverRunner(new PairRunner.Side(from), new PairRunner.Side(to), suites, 1, maker)
              .run(
                  RunInfo.starting("1", "t"),
                  false,
                  ProgressDisplay.NONE,
                  Cancellation.onRequest(),
                  soFar -> {});
      assertThat(cutover.conclusion()).isEqualTo(Conclusion.UNDECIDED);
      assertThat(cutover.having(ClauseChange.REGRESSED)).isEmpty();
      assertThat(cutover.having(ClauseChange.FIXED)).isEmpty();
      assertThat(cutover.differences()).isEmpty();
      assertThat(cutover.problems())
          .isNotEmpty()
          .anySatisfy(
              problem ->
                  assertThat(problem)
                      .startsWith(side + ": the token was accepted at first and no longer is"));
    }
  }
}
