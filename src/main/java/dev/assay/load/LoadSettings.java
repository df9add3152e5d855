package dev.assay.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The scenarios and profiles that can be asked for.
 *
 * @param scenarios by name, in the order of the file
 * @param profiles by name, in the order of the file
 */
public record LoadSettings(Map<String, Scenario> scenarios, Map<String, Profile> profiles) {

  private static final double MOST_PER_SECOND = 100_000;
  private static final double LONGEST = 7 * 86_400.0;
  private static final double MOST_USERS = 10_000;
  private static final double MOST_THINKING = 3_600;
  private static final Set<String> PROFILE_KEYS =
      Set.of("warmUp", "stopAtErrorShare", "phases", "model", "users", "thinkTime", "duration");
  private static final double DEFAULT_WARM_UP = 2;
  private static final double DEFAULT_STOP = 0.5;

  /**
   * Reads them from a file such as {@code simulations/profiles.yaml}.
   *
   * @throws InvalidLoadException naming file and line
   */
  public static LoadSettings read(Path file) throws InvalidLoadException {
    return of(SettingsFile.read(file));
  }

  static LoadSettings of(Setting whole) throws InvalidLoadException {
    Map<String, Setting> members = whole.members(Set.of("scenarios", "profiles"));
    Map<String, Scenario> scenarios = new LinkedHashMap<>();
    for (var entry : whole.member(members, "scenarios").members().entrySet()) {
      scenarios.put(entry.getKey(), scenario(entry.getKey(), entry.getValue()));
    }
    Map<String, Profile> profiles = new LinkedHashMap<>();
    for (var entry : whole.member(members, "profiles").members().entrySet()) {
      profiles.put(entry.getKey(), profile(entry.getKey(), entry.getValue()));
    }
    return new LoadSettings(scenarios, profiles);
  }

  /**
   * The scenario of that name.
   *
   * @throws InvalidLoadException naming the known ones
   */
  public Scenario scenario(String name) throws InvalidLoadException {
    return known("scenario", name, scenarios);
  }

  /**
   * The profile of that name.
   *
   * @throws InvalidLoadException naming the known ones
   */
  public Profile profile(String name) throws InvalidLoadException {
    return known("profile", name, profiles);
  }

  /**
   * A time such as 500ms, 30s, 5m or 1h, in seconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static double seconds(String text) {
    return Setting.seconds(text);
  }

  private static <T> T known(String noun, String name, Map<String, T> all)
      throws InvalidLoadException {
    T found = all.get(name);
    if (found == null) {
      throw new InvalidLoadException(
          "unknown %s `%s`; known are %s".formatted(noun, name, String.join(", ", all.keySet())));
    }
    return found;
  }

  private static Scenario scenario(String name, Setting setting) throws InvalidLoadException {
    List<Scenario.Share> shares = new ArrayList<>();
    for (var entry : setting.members().entrySet()) {
      LoadRequest request =
          LoadRequest.named(entry.getKey())
              .orElseThrow(
                  () -> entry.getValue().flaw("is no request; known are " + LoadRequest.names()));
      shares.add(new Scenario.Share(request, entry.getValue().number(0.001, 1_000_000)));
    }
    if (shares.isEmpty()) {
      throw setting.flaw("names no request");
    }
    return new Scenario(name, shares);
  }

  private static Profile profile(String name, Setting setting) throws InvalidLoadException {
    Map<String, Setting> members = setting.members(PROFILE_KEYS);
    double warmUp =
        members.containsKey("warmUp") ? members.get("warmUp").seconds() : DEFAULT_WARM_UP;
    if (warmUp < 1 || warmUp > 3600) {
      throw members.get("warmUp").flaw("must lie between 1s and 1h");
    }
    double stop =
        members.containsKey("stopAtErrorShare")
            ? members.get("stopAtErrorShare").number(0, 1)
            : DEFAULT_STOP;
    return isClosed(members)
        ? closed(name, warmUp, stop, setting, members)
        : new Profile(name, warmUp, stop, phases(setting, members));
  }

  private static boolean isClosed(Map<String, Setting> members) throws InvalidLoadException {
    Setting model = members.get("model");
    if (model == null || model.text().equals(Model.OPEN.word())) {
      return false;
    }
    if (model.text().equals(Model.CLOSED.word())) {
      return true;
    }
    throw model.flaw("must be open or closed, not `" + model.text() + "`");
  }

  private static Profile closed(
      String name, double warmUp, double stop, Setting setting, Map<String, Setting> members)
      throws InvalidLoadException {
    if (members.containsKey("phases")) {
      throw members
          .get("phases")
          .flaw("are for the model open; give users, thinkTime and duration");
    }
    Setting think = setting.member(members, "thinkTime");
    if (think.seconds() > MOST_THINKING) {
      throw think.flaw("must be within 1h");
    }
    double users = setting.member(members, "users").number(1, MOST_USERS);
    double seconds = duration(setting.member(members, "duration"));
    return new Profile(name, warmUp, stop, List.of(Phase.constant(0, seconds)))
        .closed((int) users, think.seconds());
  }

  private static List<Phase> phases(Setting setting, Map<String, Setting> members)
      throws InvalidLoadException {
    for (String key : List.of("users", "thinkTime", "duration")) {
      if (members.containsKey(key)) {
        throw members.get(key).flaw("is for `model: closed`; give phases");
      }
    }
    List<Phase> phases = new ArrayList<>();
    for (Setting item : setting.member(members, "phases").items()) {
      phases.add(phase(item));
    }
    if (phases.isEmpty()) {
      throw setting.flaw("has no phase");
    }
    return phases;
  }

  private static double duration(Setting duration) throws InvalidLoadException {
    double seconds = duration.seconds();
    if (seconds <= 0 || seconds > LONGEST) {
      throw duration.flaw("must lie above 0 and within 7 days");
    }
    return seconds;
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
}
