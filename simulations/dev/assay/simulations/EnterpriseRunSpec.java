package dev.assay.simulations;

import dev.assay.UserException;
import dev.assay.exchange.auth.Authenticator;
import dev.assay.exchange.target.GivenCredentials;
import dev.assay.exchange.target.Target;
import dev.assay.exchange.target.TargetReader;
import dev.assay.load.plan.LoadPlan;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.Scenario;
import dev.assay.load.plan.ScenarioChoice;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/**
 * What the environment asks of simulations that were packaged for Gatling Enterprise, whose load
 * generators start them with nothing else: {@code ASSAY_SCENARIO}, {@code ASSAY_TARGET}, {@code
 * ASSAY_PROFILE}, {@code ASSAY_RATE} and {@code ASSAY_DURATION} as the options of {@code assay
 * load}, and the credentials that the target file names.
 *
 * @param environment usually {@link System#getenv()}
 * @param folder where files go
 */
record EnterpriseRunSpec(Map<String, String> environment, Path folder) {

  private static final String SCENARIO = "ASSAY_SCENARIO";
  private static final String TARGET = "ASSAY_TARGET";
  private static final String RATE = "ASSAY_RATE";

  RunSpec read() throws IOException {
    try {
      Target target = Authenticator.authenticated(new TargetReader(environment).read(target()));
      LoadSettings settings = LoadSettings.read(packaged("simulations/profiles.yaml"));
      Scenario scenario =
          new ScenarioChoice(settings, target).named(needed(SCENARIO), Optional.empty());
      LoadPlan plan = LoadPlan.of(target, scenario, profile(settings));
      return new RunSpec(
          plan, GivenCredentials.of(target), folder, Optional.empty(), Optional.of(target));
    } catch (UserException e) {
      throw new IOException(e.getMessage(), e);
    }
  }

  /** A file of this machine, or one that was packaged. */
  private Path target() throws IOException {
    String name = needed(TARGET);
    return name.endsWith(".yaml") ? Path.of(name) : packaged("contracts/targets/" + name + ".yaml");
  }

  private Profile profile(LoadSettings settings) throws IOException {
    Profile profile = settings.profile(environment.getOrDefault("ASSAY_PROFILE", "smoke"));
    if (environment.containsKey(RATE)) {
      profile = profile.withPeak(rate());
    }
    String duration = environment.get("ASSAY_DURATION");
    try {
      return duration == null ? profile : profile.lasting(LoadSettings.seconds(duration));
    } catch (IllegalArgumentException e) {
      throw new IOException("ASSAY_DURATION " + e.getMessage(), e);
    }
  }

  private double rate() throws IOException {
    try {
      double rate = Double.parseDouble(environment.get(RATE));
      if (rate > 0 && rate < Double.POSITIVE_INFINITY) {
        return rate;
      }
    } catch (NumberFormatException e) {
      // reported below
    }
    throw new IOException(
        RATE + " must be a number of requests a second, not " + environment.get(RATE));
  }

  private String needed(String variable) throws IOException {
    String value = environment.getOrDefault(variable, "");
    if (value.isBlank()) {
      throw new IOException(
          "the environment variable %s is missing; a packaged simulation needs %s and %s"
              .formatted(variable, SCENARIO, TARGET));
    }
    return value;
  }

  /** A copy of a file that is part of the package. */
  private Path packaged(String name) throws IOException {
    try (InputStream in = EnterpriseRunSpec.class.getResourceAsStream("/" + name)) {
      if (in == null) {
        throw new IOException("this package holds no " + name);
      }
      Path copy = folder.resolve(Path.of(name).getFileName().toString());
      Files.copy(in, copy);
      return copy;
    }
  }
}
