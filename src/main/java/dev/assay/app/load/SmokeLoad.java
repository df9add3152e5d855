package dev.assay.app.load;

import dev.assay.UserException;
import dev.assay.app.Home;
import dev.assay.exchange.target.Target;
import dev.assay.load.judge.Objective;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.ScenarioChoice;
import java.util.Optional;

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
    ScenarioChoice choice = new ScenarioChoice(settings, target);
    Scenario scenario = choice.widest();
    Profile profile = settings.profile(PROFILE);
    LoadSession.Load load =
        new LoadSession.Load(
            scenario, profile, Objective.read(home.objectives(), choice.requests()));
    try {
      LoadPlan.of(target, scenario, profile);
      return new SmokeLoad(load, Optional.empty());
    } catch (UserException e) {
      return new SmokeLoad(load, Optional.of(e.getMessage()));
    }
  }
}
