package dev.assay.simulations;

import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;
import static io.gatling.javaapi.http.HttpDsl.http;

import dev.assay.exchange.CredentialPipe;
import dev.assay.load.LoadPlan;
import dev.assay.load.Model;
import dev.assay.load.Profile;
import dev.assay.load.Recording;
import dev.assay.load.Slice;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Simulation;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** Any scenario, in the shape that the plan says; started by a load run in a process of its own. */
public final class ScenarioSimulation extends Simulation {

  /** Gatling ends at once when all users of a shorter one have yet to come. */
  private static final double SHORTEST_RAMP = 1;

  private final Reporter reporter;
  private final LoadFiles files;

  /** Reads the plan, takes the credentials from standard input, and sets the scenario up. */
  public ScenarioSimulation() {
    try {
      Path folder = Path.of(System.getProperty("assay.folder"));
      LoadPlan plan = LoadPlan.read(Path.of(System.getProperty("assay.plan")));
      BufferedReader input =
          new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
      Map<String, Map<String, String>> headers = CredentialPipe.receive(input);
      Recording recording = new Recording(plan, folder, System::nanoTime);
      reporter = new Reporter(recording);
      reporter.endWith(input);
      files = LoadFiles.in(folder, plan.scenario());
      setUp(
              new Users(plan, headers, files, recording)
                  .scenario()
                  .injectOpen(injection(plan.profile())))
          .protocols(http.shareConnections().disableCaching().userAgentHeader("assay"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Users of a closed workload come once, spread over the time that they think, and then stay. */
  private static OpenInjectionStep[] injection(Profile profile) {
    if (profile.model() == Model.CLOSED) {
      double seconds = Math.max(SHORTEST_RAMP, profile.users().thinkSeconds());
      return new OpenInjectionStep[] {
        rampUsers(profile.users().count()).during(Duration.ofNanos(Math.round(seconds * 1e9)))
      };
    }
    return profile.slices().stream()
        .map(ScenarioSimulation::step)
        .toArray(OpenInjectionStep[]::new);
  }

  private static OpenInjectionStep step(Slice slice) {
    Duration duration = Duration.ofNanos(Math.round(slice.seconds() * 1e9));
    return slice.arrivals() == 0
        ? nothingFor(duration)
        : rampUsers(Math.toIntExact(slice.arrivals())).during(duration);
  }

  @Override
  public void before() {
    reporter.start();
  }

  @Override
  public void after() {
    files.delete();
    reporter.finish();
  }
}
