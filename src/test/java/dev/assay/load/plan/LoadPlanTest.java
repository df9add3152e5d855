package dev.assay.load.plan;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.exchange.target.TestServices;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoadPlanTest {

  private static final Scenario MESSAGE =
      new Scenario("message", List.of(new Scenario.Share(TestRequests.LOG_MESSAGE, 1)));

  @TempDir private Path folder;

  private static Profile at(double rate, double seconds) {
    return new Profile("p", 2, 0.5, List.of(Phase.constant(rate, seconds)));
  }

  private static Target target(String url, boolean allowed) {
    return new Target(
        "t",
        List.of(
            TestServices.haptik(
                ServiceAccess.direct(URI.create(url), Secrets.of("Token-1", "c")),
                1,
                "user",
                Optional.empty())),
        Set.of(),
        Target.DEFAULT_CLOCK_SKEW,
        new Limits(20, Duration.ofSeconds(30), allowed, 50, 1_000_000));
  }

  @Test
  void two_ways_to_one_address_are_not_loaded_together() {
    Scenario both =
        new Scenario(
            "both",
            List.of(
                new Scenario.Share(TestRequests.LOG_MESSAGE, 1),
                new Scenario.Share(TestRequests.UPLOAD_SMALL, 1)));
    String file =
        """
        services:
          haptik:
            baseUrl: http://127.0.0.1:9
            token: t1
            clientId: c
            businessId: 1
            registeredUser: u
            proxy: http://127.0.0.1:1
          rooms:
            baseUrl: http://127.0.0.1:9
            token: t2
            memberRoom: a
            foreignRoom: b
        """;
    Target apart = new TargetReader(Map.of()).read("t", file);
    assertThatThrownBy(() -> LoadPlan.of(apart, both, at(1, 1)))
        .hasMessageContaining("two ways there")
        .hasMessageContaining("load them one at a time");
    assertThat(LoadPlan.of(apart, MESSAGE, at(1, 1)).local()).isTrue();
    Target alike =
        new TargetReader(Map.of()).read("t", file.replace("    proxy: http://127.0.0.1:1\n", ""));
    assertThat(LoadPlan.of(alike, both, at(1, 1)).local()).isTrue();
    Target writtenTwice =
        new TargetReader(Map.of()).read("t", file + "    proxy: http://127.0.0.1:1\n");
    assertThat(LoadPlan.of(writtenTwice, both, at(1, 1)).local()).isTrue();
  }

  @Test
  void another_machine_is_loaded_only_with_consent_and_within_its_caps() {
    String far = "https://h.example.com";
    assertThat(LoadPlan.of(target(far, true), MESSAGE, at(50, 10)).local()).isFalse();
    assertThatThrownBy(() -> LoadPlan.of(target(far, false), MESSAGE, at(1, 1)))
        .hasMessageEndingWith("set limits.load.allowed to true in the file of the target `t`");
    assertThatThrownBy(() -> LoadPlan.of(target(far, true), MESSAGE, at(51, 1)))
        .hasMessageStartingWith("51.0 requests a second are more than the 50.0 of limits.load.");
    assertThatThrownBy(() -> LoadPlan.of(target(far, true), MESSAGE, at(50, 3600)))
        .hasMessageContaining("bytes are more than the 1,000,000 of limits.load.maxTotalBytes");
  }

  @Test
  void users_load_another_machine_only_if_their_thinking_keeps_its_caps() {
    Target far = target("https://h.example.com", true);
    assertThat(LoadPlan.of(far, MESSAGE, at(1, 10).closed(5, 0.1)).isBounded()).isTrue();
    assertThatThrownBy(() -> LoadPlan.of(far, MESSAGE, at(1, 10).closed(1, 0)))
        .hasMessageStartingWith("users who do not think send as fast as they are answered");
    assertThatThrownBy(() -> LoadPlan.of(far, MESSAGE, at(1, 10).closed(51, 30)))
        .hasMessageStartingWith("51.0 requests a second are more than the 50.0 of limits.load.");
    assertThatThrownBy(() -> LoadPlan.of(far, MESSAGE, at(1, 3600).closed(5, 0.1)))
        .hasMessageContaining("bytes are more than the 1,000,000 of limits.load.maxTotalBytes");
  }

  @Test
  void this_machine_needs_no_consent() {
    LoadPlan plan = LoadPlan.of(target("http://127.0.0.1:1", false), MESSAGE, at(100, 10));
    assertThat(plan.local()).isTrue();
    assertThat(plan.counts()).containsEntry(TestRequests.LOG_MESSAGE, 1_200L);
  }

  @Test
  void a_scenario_needs_its_service() {
    Scenario room = new Scenario("room", List.of(new Scenario.Share(TestRequests.UPLOAD_SMALL, 1)));
    assertThatThrownBy(() -> LoadPlan.of(target("http://127.0.0.1:1", false), room, at(1, 1)))
        .hasMessage(
            "the scenario `room` sends upload-small, but the target `t` has no operation upload-file; it has log-message, log-file");
  }

  @Test
  void the_written_plan_is_for_its_owner_only_holds_no_secret_and_reads_back() throws IOException {
    LoadPlan plan =
        LoadPlan.of(target("http://127.0.0.1:1", false), MESSAGE, at(5, 10).closed(3, 0.2));
    Path file = folder.resolve("plan.json");
    plan.write(file);
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file).content().doesNotContain("Token-1");
    assertThat(LoadPlan.read(file)).isEqualTo(plan);
  }

  @Test
  void what_so_short_a_run_never_sends_is_known_beforehand() {
    Scenario mixture =
        new Scenario(
            "mixture",
            List.of(
                new Scenario.Share(TestRequests.LOG_MESSAGE, 999),
                new Scenario.Share(TestRequests.LOG_FILE_10MB, 1)));
    Target target = target("http://127.0.0.1:1", false);
    assertThat(LoadPlan.of(target, mixture, at(10, 8)).neverSent())
        .containsExactly(TestRequests.LOG_FILE_10MB);
    assertThat(LoadPlan.of(target, mixture, at(100, 60)).neverSent()).isEmpty();
    assertThat(LoadPlan.of(target, mixture, at(10, 8).closed(1, 1)).neverSent())
        .as("how often users send shows only afterwards")
        .isEmpty();
  }
}
