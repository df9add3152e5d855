package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.app.Home;
import dev.assay.load.judge.Objective;
import dev.assay.load.plan.CapacityRange;
import dev.assay.load.plan.LoadSettings;
import dev.assay.load.plan.Profile;
import dev.assay.load.plan.ScenarioChoice;
import dev.assay.load.plan.WorkloadModel;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** The options that say how much load, for how long, and what is asked of the service then. */
final class LoadOptions {

  private static final double MOST_PER_SECOND = 100_000;
  private static final int MOST_USERS = 10_000;
  private static final double DEFAULT_THINKING = 1;
  private static final TimeOption THINKING = new TimeOption("--think-time", 0, 3_600);
  private static final TimeOption DURATION = new TimeOption("--duration", 1, TimeOption.WEEK);

  @Option(
      names = "--profile",
      paramLabel = "P",
      defaultValue = "smoke",
      description = "The shape of the load, by its name (${DEFAULT-VALUE}).")
  private String profileName;

  @Option(
      names = "--rate",
      paramLabel = "PER_SECOND",
      description = "Keeps the profile's shape and makes this its highest rate.")
  private Double rate;

  @Option(
      names = "--users",
      paramLabel = "N",
      description =
          "A closed workload: N users, each of whom waits for an answer, thinks, and sends again."
              + " What waits behind a slow answer is then not measured; prefer --rate.")
  private Integer users;

  @Option(
      names = "--think-time",
      paramLabel = "TIME",
      description = "With --users: the time from an answer to the same user's next request (1s).")
  private String thinkTime;

  @Option(
      names = "--duration",
      paramLabel = "TIME",
      description =
          "Keeps the profile's shape and makes it last that long after the warm-up, such as 30s or 5m.")
  private String duration;

  @Option(
      names = "--profiles",
      paramLabel = "FILE",
      description = "Scenarios and profiles (simulations/profiles.yaml).")
  private Path profilesFile;

  @Option(
      names = "--objectives",
      paramLabel = "FILE",
      description = "Objectives to judge by (contracts/objectives.yaml).")
  private Path objectivesFile;

  LoadSettings settings() {
    return LoadSettings.read(or(profilesFile, Home.ofThisProcess().profiles()));
  }

  List<Objective> objectives(ScenarioChoice choice) {
    return objectives(objectivesFile, choice.requests());
  }

  /**
   * The objectives in that file, or else in the one that is always there.
   *
   * @param requests the names that they may be about
   */
  static List<Objective> objectives(Path given, Collection<String> requests) {
    return Objective.read(or(given, Home.ofThisProcess().objectives()), requests);
  }

  /** The chosen search, as the flags change it, if the chosen profile is one. */
  Optional<CapacityRange> search(LoadSettings settings) {
    Optional<CapacityRange> chosen = settings.search(profileName);
    if (chosen.isEmpty()) {
      return chosen;
    }
    if (users != null || thinkTime != null) {
      throw new UserException("a search for capacity is made in an open workload, without --users");
    }
    CapacityRange range = chosen.get();
    if (rate != null) {
      range = range.upTo(checkedRate());
    }
    return Optional.of(duration == null ? range : range.lasting(DURATION.seconds(duration)));
  }

  private double checkedRate() {
    if (!(rate >= 0.1 && rate <= MOST_PER_SECOND)) {
      throw new UserException("--rate must lie between 0.1 and 100000 a second, not " + rate);
    }
    return rate;
  }

  /** The chosen profile, as the flags change it. */
  Profile profile(LoadSettings settings) {
    Profile profile = settings.profile(profileName);
    if (rate != null) {
      if (users != null || profile.model() == WorkloadModel.CLOSED) {
        throw new UserException("--rate is for an open workload; in a closed one users decide it");
      }
      profile = profile.withPeak(checkedRate());
    }
    if (duration != null) {
      profile = profile.lasting(DURATION.seconds(duration));
    }
    profile = withUsers(profile);
    if (profile.model() == WorkloadModel.OPEN && profile.plannedArrivals() == 0) {
      throw new UserException("not a single request fits into so low a rate and so short a time");
    }
    return profile;
  }

  private Profile withUsers(Profile profile) {
    boolean closed = profile.model() == WorkloadModel.CLOSED;
    if (users == null && thinkTime == null) {
      return profile;
    }
    if (users == null && !closed) {
      throw new UserException("--think-time needs --users: only users of a closed workload think");
    }
    int count = users == null ? profile.users().count() : users;
    if (count < 1 || count > MOST_USERS) {
      throw new UserException("--users must lie between 1 and 10000, not " + users);
    }
    double think = closed ? profile.users().thinkSeconds() : DEFAULT_THINKING;
    return profile.closed(count, thinkTime == null ? think : THINKING.seconds(thinkTime));
  }

  private static Path or(Path given, Path usual) {
    return given != null ? given : usual;
  }
}
