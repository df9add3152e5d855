package dev.assay.load;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads one profile: a shape of open or closed workload, or a search.
 *
 * @param name as the command line calls it
 * @param setting what stands below the name
 */
record ProfileReader(String name, Setting setting) {

  private static final double MOST_PER_SECOND = 100_000;
  private static final double MOST_USERS = 10_000;
  private static final double MOST_THINKING = 3_600;
  private static final double LONGEST = 7 * 86_400.0;
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

  private Map<String, Setting> members() throws InvalidLoadException {
    return setting.members(KEYS);
  }

  boolean isSearch() throws InvalidLoadException {
    return members().containsKey(SEARCH);
  }

  CapacitySearch search() throws InvalidLoadException {
    for (String key : List.of("phases", "model", "users", "thinkTime", "duration")) {
      if (members().containsKey(key)) {
        throw members().get(key).flaw("has no place beside `search`");
      }
    }
    Setting search = members().get(SEARCH);
    Map<String, Setting> bounds = search.members(Set.of("lowest", "highest", "precision", "probe"));
    double lowest = search.member(bounds, "lowest").number(0.1, MOST_PER_SECOND);
    double highest = search.member(bounds, "highest").number(lowest, MOST_PER_SECOND);
    double precision = search.member(bounds, "precision").number(0.01, 1);
    return new CapacitySearch(
        open(List.of(Phase.constant(1, duration(search.member(bounds, "probe"))))),
        lowest,
        highest,
        precision);
  }

  Profile profile() throws InvalidLoadException {
    return isClosed() ? closed() : open(phases());
  }

  private Profile open(List<Phase> phases) throws InvalidLoadException {
    return new Profile(name, warmUp(), stop(), phases);
  }

  private double warmUp() throws InvalidLoadException {
    Setting given = members().get("warmUp");
    double warmUp = given == null ? DEFAULT_WARM_UP : given.seconds();
    if (warmUp < 1 || warmUp > 3600) {
      throw given.flaw("must lie between 1s and 1h");
    }
    return warmUp;
  }

  private double stop() throws InvalidLoadException {
    Setting given = members().get("stopAtErrorShare");
    return given == null ? DEFAULT_STOP : given.number(0, 1);
  }

  private boolean isClosed() throws InvalidLoadException {
    Setting model = members().get("model");
    if (model == null || model.text().equals(Model.OPEN.word())) {
      return false;
    }
    if (model.text().equals(Model.CLOSED.word())) {
      return true;
    }
    throw model.flaw("must be open or closed, not `" + model.text() + "`");
  }

  private Profile closed() throws InvalidLoadException {
    if (members().containsKey("phases")) {
      throw members()
          .get("phases")
          .flaw("are for the model open; give users, thinkTime and duration");
    }
    Setting think = setting.member(members(), "thinkTime");
    if (think.seconds() > MOST_THINKING) {
      throw think.flaw("must be within 1h");
    }
    double users = setting.member(members(), "users").number(1, MOST_USERS);
    double seconds = duration(setting.member(members(), "duration"));
    return open(List.of(Phase.constant(0, seconds))).closed((int) users, think.seconds());
  }

  private List<Phase> phases() throws InvalidLoadException {
    for (String key : List.of("users", "thinkTime", "duration")) {
      if (members().containsKey(key)) {
        throw members().get(key).flaw("is for `model: closed`; give phases");
      }
    }
    List<Phase> phases = new ArrayList<>();
    for (Setting item : setting.member(members(), "phases").items()) {
      phases.add(phase(item));
    }
    if (phases.isEmpty()) {
      throw setting.flaw("has no phase");
    }
    return phases;
  }

  private static Phase phase(Setting setting) throws InvalidLoadException {
    Map<String, Setting> members = setting.members(Set.of("rate", "from", "to", "duration"));
    double seconds = duration(setting.member(members, "duration"));
    if (members.containsKey("rate")) {
      if (members.size() > 2) {
        throw setting.flaw("has both `rate` and `from` or `to`; give one or the other");
      }
      return Phase.constant(members.get("rate").number(0.01, MOST_PER_SECOND), seconds);
    }
    return new Phase(
        setting.member(members, "from").number(0.01, MOST_PER_SECOND),
        setting.member(members, "to").number(0.01, MOST_PER_SECOND),
        seconds);
  }

  private static double duration(Setting duration) throws InvalidLoadException {
    double seconds = duration.seconds();
    if (seconds <= 0 || seconds > LONGEST) {
      throw duration.flaw("must lie above 0 and within 7 days");
    }
    return seconds;
  }
}
