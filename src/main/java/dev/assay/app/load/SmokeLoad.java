package dev.assay.app.load;

import dev.assay.UserException;
import dev.assay.app.Home;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.Objective;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The load of a gate: everything that the target has, for a few seconds.
 *
 * @param load what is run
 * @param forbidden why it is not run, if so
 */
public record SmokeLoad(LoadSession.Load load, Optional<String> forbidden) {

  static final String PROFILE = "smoke";

  /**
   * The load for that target.
   *
   * @throws UserException if the files that say what is sent cannot be understood
   * @throws UserException if they lack what a gate sends
   */
  public static SmokeLoad of(Target target, Home home) {
    LoadSettings settings = LoadSettings.read(home.profiles());
    Scenario scenario = scenario(settings, target);
    Profile profile = settings.profile(PROFILE);
    LoadSession.Load load =
        new LoadSession.Load(scenario, profile, Objective.read(home.objectives()));
    try {
      LoadPlan.of(target, scenario, profile);
      return new SmokeLoad(load, Optional.empty());
    } catch (UserException e) {
      return new SmokeLoad(load, Optional.of(e.getMessage()));
    }
  }

  /** The first of those that need no more than the target has, and of that as much as any. */
  private static Scenario scenario(LoadSettings settings, Target target) {
    Set<String> services =
        target.services().stream().map(Service::name).collect(Collectors.toSet());
    Scenario widest = null;
    for (Scenario scenario : settings.scenarios().values()) {
      boolean fits = services.containsAll(scenario.services());
      if (fits && (widest == null || scenario.services().size() > widest.services().size())) {
        widest = scenario;
      }
    }
    return Optional.ofNullable(widest)
        .orElseThrow(
            () ->
                new UserException(
                    "no scenario of the profiles file is for the services of the target `%s` alone; add one"
                        .formatted(target.name())));
  }
}
