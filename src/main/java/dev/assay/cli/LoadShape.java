package dev.assay.cli;

import dev.assay.load.InvalidLoadException;
import dev.assay.load.LoadSettings;
import dev.assay.load.Objective;
import dev.assay.load.Profile;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that say how much load, for how long, and what is asked of the service then. */
final class LoadShape {

  private static final double MOST_PER_SECOND = 100_000;
  private static final double SHORTEST = 1;
  private static final double LONGEST = 7 * 86_400.0;

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "smoke",
      description = "A profile of simulations/profiles.yaml (${DEFAULT-VALUE}).")
  private String profileName;

  @Option(
      names = "--rate",
      paramLabel = "PER_SECOND",
      description = "The profile's shape with this highest rate.")
  private Double rate;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description = "The profile's shape in that time after the warm-up, such as 30s or 5m.")
  private String duration;

  @Option(
      names = "--profiles",
      paramLabel = "FILE",
      description = "Another file of scenarios and profiles.")
  private Path profilesFile;

  @Option(
      names = "--objectives",
      paramLabel = "FILE",
      description = "Another file than contracts/objectives.yaml.")
  private Path objectivesFile;

  LoadSettings settings() throws InvalidLoadException {
    return LoadSettings.read(or(profilesFile, "simulations", "profiles.yaml"));
  }

  List<Objective> objectives() throws InvalidLoadException {
    return Objective.read(or(objectivesFile, "contracts", "objectives.yaml"));
  }

  /** The chosen profile, as the flags change it. */
  Profile profile(LoadSettings settings) throws InvalidLoadException, UsageException {
    Profile profile = settings.profile(profileName);
    if (rate != null) {
      if (!(rate >= 0.1 && rate <= MOST_PER_SECOND)) {
        throw new UsageException("--rate must lie between 0.1 and 100000 a second, not " + rate);
      }
      profile = profile.withPeak(rate);
    }
    if (duration != null) {
      profile = profile.lasting(durationSeconds());
    }
    if (profile.plannedArrivals() == 0) {
      throw new UsageException("not a single request fits into so low a rate and so short a time");
    }
    return profile;
  }

  private double durationSeconds() throws UsageException {
    double seconds;
    try {
      seconds = LoadSettings.seconds(duration);
    } catch (IllegalArgumentException e) {
      throw new UsageException("--duration " + e.getMessage());
    }
    if (seconds < SHORTEST || seconds > LONGEST) {
      throw new UsageException("--duration must lie between 1s and 7 days, not " + duration);
    }
    return seconds;
  }

  private static Path or(Path given, String folder, String file) {
    return given != null
        ? given
        : Path.of(System.getProperty("assay.home", ".")).resolve(folder).resolve(file);
  }
}
