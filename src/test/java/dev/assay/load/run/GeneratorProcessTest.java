package dev.assay.load.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Phase;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.TestRequests;
import dev.assay.mock.EmbeddedTarget;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class GeneratorProcessTest {

  @Test
  void the_generator_is_told_to_speak_to_nobody_else_and_to_trust_nobody_unknown() {
    LoadPlan plan =
        LoadPlan.of(
            EmbeddedTarget.planned(),
            new Scenario("message", List.of(new Scenario.Share(TestRequests.LOG_MESSAGE, 1))),
            new Profile("p", 2, 0.5, List.of(Phase.constant(10, 10))));
    assertThat(
            new GeneratorProcess(plan, Path.of("folder"), "ScenarioSimulation")
                .command(Path.of("plan.json")))
        .contains(
            "-Dgatling.http.warmUpUrl=",
            "-Dgatling.data.enableAnalytics=false",
            "-Dhttps.proxyHost=127.0.0.1",
            "-Dgatling.ssl.useInsecureTrustManager=false",
            "-Dgatling.http.enableHostnameVerification=true",
            "-Dio.netty.bootstrap.extensions=serviceload");
  }
}
