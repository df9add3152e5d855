package dev.assay.load;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The scenarios and profiles that can be asked for.
 *
 * @param scenarios by name, in the order of the file
 * @param profiles by name, in the order of the file
 * @param searches those profiles that are searches for the highest rate, by name
 */
public record LoadSettings(
    Map<String, Scenario> scenarios,
    Map<String, Profile> profiles,
    Map<String, CapacitySearch> searches) {

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
    Map<String, CapacitySearch> searches = new LinkedHashMap<>();
    for (var entry : whole.member(members, "profiles").members().entrySet()) {
      ProfileReader reader = new ProfileReader(entry.getKey(), entry.getValue());
      if (reader.isSearch()) {
        searches.put(entry.getKey(), reader.search());
      } else {
        profiles.put(entry.getKey(), reader.profile());
      }
    }
    return new LoadSettings(scenarios, profiles, searches);
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
    if (searches.containsKey(name)) {
      throw new InvalidLoadException(
          "the profile `%s` is a search for the highest rate, and no shape".formatted(name));
    }
    Map<String, Profile> all = new LinkedHashMap<>(profiles);
    searches.forEach((other, search) -> all.put(other, search.shape()));
    return known("profile", name, all);
  }

  /** The search of that name, if that profile is one. */
  public Optional<CapacitySearch> search(String name) {
    return Optional.ofNullable(searches.get(name));
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
}
