package dev.assay.simulations;

import static io.gatling.javaapi.core.CoreDsl.atOnceUsers;
import static io.gatling.javaapi.core.CoreDsl.nothingFor;
import static io.gatling.javaapi.core.CoreDsl.rampUsers;

import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Slice;
import dev.assay.load.plan.WorkloadModel;
import dev.assay.load.record.Recording;
import io.gatling.javaapi.core.OpenInjectionStep;
import io.gatling.javaapi.core.Simulation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.stream.Stream;

/**
 * Any scenario, in the shape that the plan says; started by a load run in a process of its own, or
 * by Gatling Enterprise.
 */
public final class ScenarioSimulation extends Simulation {

  /** Gatling ends at once when all users of a shorter one have yet to come. */
  private static final double SHORTEST_RAMP = 1;

  private final ProgressPipe reporter;
  private final LoadFiles files;

  /** Takes its run specification and sets the scenario up. */
  public ScenarioSimulation() {
    try {
      RunSpec spec = RunSpec.given();
      LoadPlan plan = spec.plan();
      Recording recording =
          new Recording(plan, spec.folder(), System::nanoTime, spec.credentials()::redacted);
      reporter = new ProgressPipe(recording, spec.credentials(), spec.parent());
      spec.renewal(recording);
      files = LoadFiles.in(spec.folder(), plan.scenario());
      VirtualUsers users = new VirtualUsers(plan, spec.credentials(), files, recording);
      ServiceWays ways = ServiceWays.take(plan, spec.credentials().connections());
      setUp(users.scenario().injectOpen(injection(plan))).protocols(Protocol.plain(ways.aliases()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Users of a closed workload come once, spread over the time that they think, and then stay. */
  private static OpenInjectionStep[] injection(LoadPlan plan) {
    Profile profile = plan.profile();
    if (profile.model() == WorkloadModel.CLOSED) {
      double seconds = Math.max(SHORTEST_RAMP, profile.users().thinkSeconds());
      return new OpenInjectionStep[] {
        rampUsers(plan.users().count()).during(Duration.ofNanos(Math.round(seconds * 1e9)))
      };
    }
    return plan.injector().slices(profile.slices()).stream()
        .flatMap(ScenarioSimulation::steps)
        .toArray(OpenInjectionStep[]::new);
  }

  /** Of a ramp of less than a second Gatling would leave all users out. */
  private static Stream<OpenInjectionStep> steps(Slice slice) {
    Duration duration = Duration.ofNanos(Math.round(slice.seconds() * 1e9));
    if (slice.arrivals() == 0) {
      return Stream.of(nothingFor(duration));
    }
    int users = Math.toIntExact(slice.arrivals());
    return slice.seconds() < SHORTEST_RAMP
        ? Stream.of(atOnceUsers(users), nothingFor(duration))
        : Stream.of(rampUsers(users).during(duration));
  }

  @Override
  public void before() {
    reporter.awaitStart();
    reporter.start();
  }

  @Override
  public void after() {
    files.delete();
    reporter.finish();
  }
}
