package dev.assay.load.plan;

import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Reads one profile: a shape of open or closed workload, or a search.
 *
 * @param name as the command line calls it
 * @param profile what stands below the name
 */
record ProfileReader(String name, Group profile) {

  private static final double MOST_PER_SECOND = 100_000;
  private static final int MOST_USERS = 10_000;
  private static final double DEFAULT_WARM_UP = 2;
  private static final double DEFAULT_STOP = 0.5;
  private static final String SEARCH = "search";
  private static final Set<String> KEYS =
      Set.of(
          "warmUp",
          "stopAtErrorShare",
          "phases",
          "model",
          "users",
          "thinkTime",
          "duration",
          SEARCH);

  /** Refuses keys that no profile has. */
  static ProfileReader of(String name, Group profile) {
    profile.allowOnly(KEYS);
    return new ProfileReader(name, profile);
  }

  boolean isSearch() {
    return profile.has(SEARCH);
  }

  CapacityRange search() {
    refuse(
        List.of("phases", "model", "users", "thinkTime", "duration"),
        "has no place beside `search`; remove it");
    Group search = profile.group(SEARCH);
    search.allowOnly(Set.of("lowest", "highest", "precision", "probe"));
    double lowest = number(search, "lowest", 0.1, MOST_PER_SECOND);
    double highest = number(search, "highest", lowest, MOST_PER_SECOND);
    double precision = number(search, "precision", 0.01, 1);
    return new CapacityRange(
        open(List.of(Phase.constant(1, duration(search, "probe")))), lowest, highest, precision);
  }

  Profile shape() {
    return isClosed() ? closed() : open(phases());
  }

  private Profile open(List<Phase> phases) {
    return new Profile(name, warmUp(), stop(), phases);
  }

  private double warmUp() {
    return profile.has("warmUp")
        ? new Quantity(profile.value("warmUp")).seconds("1s", "1h")
        : DEFAULT_WARM_UP;
  }

  private double stop() {
    return profile.has("stopAtErrorShare")
        ? number(profile, "stopAtErrorShare", 0, 1)
        : DEFAULT_STOP;
  }

  private boolean isClosed() {
    if (!profile.has("model")) {
      return false;
    }
    Value model = profile.value("model");
    if (model.content().equals(WorkloadModel.OPEN.word())) {
      return false;
    }
    if (model.content().equals(WorkloadModel.CLOSED.word())) {
      return true;
    }
    throw model.flaw("must be open or closed, not `" + model.content() + "`");
  }

  private Profile closed() {
    refuse(List.of("phases"), "is for `model: open`; give users, thinkTime and duration");
    double think = new Quantity(profile.value("thinkTime")).seconds("0s", "1h");
    int users = new Quantity(profile.value("users")).whole(1, MOST_USERS);
    double seconds = duration(profile, "duration");
    return open(List.of(Phase.constant(0, seconds))).closed(users, think);
  }

  private List<Phase> phases() {
    refuse(List.of("users", "thinkTime", "duration"), "is for `model: closed`; give phases");
    List<Phase> phases = new ArrayList<>();
    for (Group phase : profile.groups("phases")) {
      phases.add(phase(phase));
    }
    if (phases.isEmpty()) {
      throw profile
          .members()
          .get("phases")
          .flaw("is empty; give a phase, like { rate: 10, duration: 30s }");
    }
    return phases;
  }

  private static Phase phase(Group phase) {
    phase.allowOnly(Set.of("rate", "from", "to", "duration"));
    double seconds = duration(phase, "duration");
    if (!phase.has("rate")) {
      return new Phase(rate(phase, "from"), rate(phase, "to"), seconds);
    }
    if (phase.has("from") || phase.has("to")) {
      throw phase.flaw("has both `rate` and `from` or `to`; give one or the other");
    }
    return Phase.constant(rate(phase, "rate"), seconds);
  }

  private void refuse(List<String> keys, String why) {
    for (String key : keys) {
      if (profile.has(key)) {
        throw profile.members().get(key).flaw(why);
      }
    }
  }

  private static double rate(Group phase, String key) {
    return number(phase, key, 0.01, MOST_PER_SECOND);
  }

  private static double duration(Group group, String key) {
    return new Quantity(group.value(key)).seconds("1ms", "168h");
  }

  private static double number(Group group, String key, double least, double most) {
    return new Quantity(group.value(key)).number(least, most);
  }
}
