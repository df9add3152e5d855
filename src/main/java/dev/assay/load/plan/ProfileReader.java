package dev.assay.load.plan;

import dev.assay.yaml.YamlNode.Group;
import java.util.List;
import java.util.Map;

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
  private static final Map<String, Boolean> CLOSED_BY_MODEL =
      Map.of(WorkloadModel.OPEN.word(), false, WorkloadModel.CLOSED.word(), true);

  /** Refuses keys that no profile has. */
  static ProfileReader of(String name, Group profile) {
    return new ProfileReader(
        name,
        profile.only(
            "warmUp",
            "stopAtErrorShare",
            "phases",
            "model",
            "users",
            "thinkTime",
            "duration",
            SEARCH));
  }

  boolean isSearch() {
    return profile.has(SEARCH);
  }

  CapacityRange search() {
    refuse(
        List.of("phases", "model", "users", "thinkTime", "duration"),
        "has no place beside `search`; remove it");
    Group search = profile.group(SEARCH).only("lowest", "highest", "precision", "probe");
    double lowest = search.required("lowest").number(0.1, MOST_PER_SECOND);
    double highest = search.required("highest").number(lowest, MOST_PER_SECOND);
    double precision = search.required("precision").number(0.01, 1);
    return new CapacityRange(
        open(List.of(Phase.constant(1, duration(search, "probe")))), lowest, highest, precision);
  }

  Profile shape() {
    return isClosed() ? closed() : open(phases());
  }

  private Profile open(List<Phase> phases) {
    return new Profile(
        name,
        profile
            .optional("warmUp")
            .map(value -> Quantity.seconds(value, "1s", "1h"))
            .orElse(DEFAULT_WARM_UP),
        profile.optional("stopAtErrorShare").map(value -> value.number(0, 1)).orElse(DEFAULT_STOP),
        phases);
  }

  private boolean isClosed() {
    return profile
        .optional("model")
        .map(value -> value.as("open or closed", CLOSED_BY_MODEL::get))
        .orElse(false);
  }

  private Profile closed() {
    refuse(List.of("phases"), "is for `model: open`; give users, thinkTime and duration");
    double think = Quantity.seconds(profile.required("thinkTime"), "0s", "1h");
    int users = profile.required("users").whole(1, MOST_USERS);
    double seconds = duration(profile, "duration");
    return open(List.of(Phase.constant(0, seconds))).closed(users, think);
  }

  private List<Phase> phases() {
    refuse(List.of("users", "thinkTime", "duration"), "is for `model: closed`; give phases");
    List<Phase> phases = profile.groups("phases").stream().map(ProfileReader::phase).toList();
    if (phases.isEmpty()) {
      throw profile
          .members()
          .get("phases")
          .flaw("is empty; give a phase, like { rate: 10, duration: 30s }");
    }
    return phases;
  }

  private static Phase phase(Group phase) {
    phase.only("rate", "from", "to", "duration");
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
    return phase.required(key).number(0.01, MOST_PER_SECOND);
  }

  private static double duration(Group group, String key) {
    return Quantity.seconds(group.required(key), "1ms", "168h");
  }
}
