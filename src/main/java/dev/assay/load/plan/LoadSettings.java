package dev.assay.load.plan;

import dev.assay.UserException;
import dev.assay.yaml.YamlFile;
import dev.assay.yaml.YamlNode;
import dev.assay.yaml.YamlNode.Group;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The scenarios and profiles that can be asked for.
 *
 * @param requests what scenarios consist of, by name
 * @param scenarios by name, in the order of the file
 * @param profiles by name, in the order of the file
 * @param searches those profiles that are searches for the highest rate, by name
 */
public record LoadSettings(
    Map<String, DeclaredRequest> requests,
    Map<String, Scenario> scenarios,
    Map<String, Profile> profiles,
    Map<String, CapacityRange> searches) {

  private static final String REQUESTS = "requests";
  private static final String SCENARIOS = "scenarios";
  private static final String PROFILES = "profiles";
  private static final String SHIPPED = "simulations/profiles.yaml";

  /**
   * Reads them from a file such as {@code simulations/profiles.yaml}. The requests of that one are
   * known in all others.
   *
   * @throws UserException naming file and line
   */
  public static LoadSettings read(Path file) {
    return of(YamlFile.at(file, PROFILES));
  }

  public static LoadSettings of(YamlFile file) {
    Group whole = file.read(PROFILES).only(REQUESTS, SCENARIOS, PROFILES);
    Map<String, DeclaredRequest> requests = new LinkedHashMap<>(requests(shipped()));
    requests.putAll(requests(whole));
    Group scenarios = whole.group(SCENARIOS);
    Map<String, Profile> profiles = new LinkedHashMap<>();
    Map<String, CapacityRange> searches = new LinkedHashMap<>();
    Group named = whole.group(PROFILES);
    for (String name : named.members().keySet()) {
      ProfileReader reader = ProfileReader.of(name, named.group(name));
      if (reader.isSearch()) {
        searches.put(name, reader.search());
      } else {
        profiles.put(name, reader.shape());
      }
    }
    return new LoadSettings(
        requests,
        scenarios.each(name -> scenario(name, scenarios.group(name), requests)),
        profiles,
        searches);
  }

  private static Group shipped() {
    try (InputStream in = LoadSettings.class.getResourceAsStream("/" + SHIPPED)) {
      if (in == null) {
        throw new UserException(SHIPPED + ": is not part of this build");
      }
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new YamlFile(SHIPPED, text, PROFILES).read(PROFILES);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, DeclaredRequest> requests(Group file) {
    Group declared = file.groupOrEmpty(REQUESTS);
    return declared.each(name -> new RequestReader(name, declared.group(name)).read());
  }

  private static Scenario scenario(
      String name, Group weights, Map<String, DeclaredRequest> requests) {
    String known = "known are " + String.join(", ", requests.keySet());
    List<Scenario.Share> shares = new ArrayList<>();
    for (Map.Entry<String, YamlNode> weight : weights.members().entrySet()) {
      DeclaredRequest request = requests.get(weight.getKey());
      if (request == null) {
        throw weight.getValue().flaw("is no request; " + known);
      }
      shares.add(
          new Scenario.Share(
              request.request(), weights.required(weight.getKey()).number(0.001, 1_000_000)));
    }
    if (shares.isEmpty()) {
      throw weights.flaw("names no request; " + known);
    }
    return new Scenario(name, shares);
  }

  /**
   * The profile of that name.
   *
   * @throws UserException naming the known ones
   */
  public Profile profile(String name) {
    if (searches.containsKey(name)) {
      throw new UserException(
          "the profile `%s` is a search for the highest rate, and no shape".formatted(name));
    }
    Map<String, Profile> all = new LinkedHashMap<>(profiles);
    searches.forEach((other, search) -> all.put(other, search.shape()));
    return known("profile", name, all);
  }

  /** The search of that name, if that profile is one. */
  public Optional<CapacityRange> search(String name) {
    return Optional.ofNullable(searches.get(name));
  }

  /**
   * A time such as 500ms, 30s, 5m or 1h, in seconds.
   *
   * @throws IllegalArgumentException if the text is none
   */
  public static double seconds(String text) {
    return Quantity.seconds(text);
  }

  private static <T> T known(String noun, String name, Map<String, T> all) {
    T found = all.get(name);
    if (found == null) {
      throw new UserException(
          "unknown %s `%s`; known are %s".formatted(noun, name, String.join(", ", all.keySet())));
    }
    return found;
  }
}
