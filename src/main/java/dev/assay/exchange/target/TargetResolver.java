package dev.assay.exchange.target;

import dev.assay.exchange.secret.Secrets;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Gives the values of a target file their meaning. Messages show them as written, never filled in.
 */
final class TargetResolver {

  private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");
  private static final double DEFAULT_PACE = 20;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private final TargetValues values;

  TargetResolver(Map<String, String> environment) {
    this.values = new TargetValues(environment);
  }

  /**
   * The target that the file describes.
   *
   * @param name for a file that gives none
   */
  Target resolve(String name, Group file) {
    file.allowOnly(Set.of("name", "services", "fileHosts", "clockSkewSeconds", "limits"));
    Group services = file.group("services");
    services.allowOnly(Set.of("haptik", "rooms"));
    if (services.members().isEmpty()) {
      throw services.flaw("names no service; give haptik or rooms, or both");
    }
    Optional<Target.Haptik> haptik =
        services.has("haptik") ? Optional.of(haptik(services.group("haptik"))) : Optional.empty();
    Optional<Target.Rooms> rooms =
        services.has("rooms") ? Optional.of(rooms(services.group("rooms"))) : Optional.empty();
    boolean local =
        haptik.map(service -> Loopback.is(service.baseUrl())).orElse(true)
            && rooms.map(service -> Loopback.is(service.baseUrl())).orElse(true);
    return new Target(
        file.has("name") ? values.text(file.value("name")) : name,
        haptik,
        rooms,
        fileHosts(file),
        file.has("clockSkewSeconds")
            ? values.duration(file.value("clockSkewSeconds"), 0)
            : Target.DEFAULT_CLOCK_SKEW,
        limits(file, local ? Double.POSITIVE_INFINITY : DEFAULT_PACE));
  }

  private Target.Haptik haptik(Group haptik) {
    haptik.allowOnly(
        Set.of("baseUrl", "token", "clientId", "businessId", "registeredUser", "unregisteredUser"));
    URI baseUrl = values.url(haptik.value("baseUrl"));
    boolean literalsAllowed = Loopback.is(baseUrl);
    List<Secrets.Secret> secrets = new ArrayList<>();
    secrets.add(credential("TOKEN", haptik.value("token"), literalsAllowed));
    secrets.add(credential("CLIENT_ID", haptik.value("clientId"), literalsAllowed));
    String registered = values.text(haptik.value("registeredUser"));
    Optional<String> unregistered =
        haptik.has("unregisteredUser")
            ? Optional.of(values.text(haptik.value("unregisteredUser")))
            : Optional.empty();
    if (unregistered.isPresent()) {
      distinct(haptik, "unregisteredUser", "registeredUser", "a user that is not registered");
    }
    return new Target.Haptik(
        baseUrl,
        new Secrets(secrets),
        values.integer(haptik.value("businessId")),
        registered,
        unregistered);
  }

  private Target.Rooms rooms(Group rooms) {
    rooms.allowOnly(
        Set.of(
            "baseUrl",
            "token",
            "memberRoom",
            "foreignRoom",
            "orphanToken",
            "readBack",
            "storageDownBaseUrl"));
    URI baseUrl = values.url(rooms.value("baseUrl"));
    Optional<URI> storageDown =
        rooms.has("storageDownBaseUrl")
            ? Optional.of(values.url(rooms.value("storageDownBaseUrl")))
            : Optional.empty();
    if (storageDown.filter(baseUrl::equals).isPresent()) {
      throw rooms
          .value("storageDownBaseUrl")
          .flaw("is the same as baseUrl; give that of the service with its file storage down");
    }
    boolean literalsAllowed = Loopback.is(baseUrl) && storageDown.map(Loopback::is).orElse(true);
    List<Secrets.Secret> secrets = new ArrayList<>();
    secrets.add(credential("TOKEN", rooms.value("token"), literalsAllowed));
    if (rooms.has("orphanToken")) {
      secrets.add(credential("ORPHAN_TOKEN", rooms.value("orphanToken"), literalsAllowed));
      distinct(rooms, "orphanToken", "token", "a valid token whose user is gone");
    }
    String memberRoom = values.text(rooms.value("memberRoom"));
    String foreignRoom = values.text(rooms.value("foreignRoom"));
    distinct(rooms, "foreignRoom", "memberRoom", "a room that the token's user may not post to");
    Optional<String> readBack =
        rooms.has("readBack")
            ? Optional.of(readBack(rooms.group("readBack"), secrets, literalsAllowed))
            : Optional.empty();
    return new Target.Rooms(
        baseUrl, new Secrets(secrets), memberRoom, foreignRoom, readBack, storageDown);
  }

  /** One of two keys is there because it is not the other: cases would blame the service. */
  private void distinct(Group group, String key, String other, String meaning) {
    Value value = group.value(key);
    if (values.text(value).equals(values.text(group.value(other)))) {
      throw value.flaw("is the same as %s; give %s".formatted(other, meaning));
    }
  }

  private String readBack(Group readBack, List<Secrets.Secret> secrets, boolean literalsAllowed) {
    readBack.allowOnly(Set.of("path", "foreignToken"));
    if (readBack.has("foreignToken")) {
      Value value = readBack.value("foreignToken");
      Secrets.Secret foreign = credential("FOREIGN_TOKEN", value, literalsAllowed);
      if (secrets.get(0).value().equals(foreign.value())) {
        throw value.flaw("is the same as token; give that of a user who belongs to foreignRoom");
      }
      secrets.add(foreign);
    }
    Value value = readBack.value("path");
    String path = values.text(value);
    if (!path.startsWith("/") || !path.contains("{room}")) {
      throw value.flaw("must begin with / and hold {room}, not `" + value.text() + "`");
    }
    return path;
  }

  private Set<String> fileHosts(Group file) {
    Set<String> hosts = new LinkedHashSet<>();
    if (file.has("fileHosts")) {
      for (Value value : file.values("fileHosts")) {
        String host = values.text(value).toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
          throw value.flaw(
              "must list host names like assets.example.com, not `" + value.text() + "`");
        }
        hosts.add(host);
      }
    }
    return Set.copyOf(hosts);
  }

  /**
   * How gently to treat it.
   *
   * @param defaultPace unlimited for services on this machine, where nobody needs to be spared
   */
  private Limits limits(Group file, double defaultPace) {
    if (!file.has("limits")) {
      return new Limits(defaultPace, DEFAULT_TIMEOUT, false, 0, 0);
    }
    Group limits = file.group("limits");
    limits.allowOnly(Set.of("requestsPerSecond", "timeoutSeconds", "load"));
    double pace =
        limits.has("requestsPerSecond")
            ? values.positive(limits.value("requestsPerSecond"))
            : defaultPace;
    Duration timeout =
        limits.has("timeoutSeconds")
            ? values.duration(limits.value("timeoutSeconds"), 1)
            : DEFAULT_TIMEOUT;
    if (!limits.has("load")) {
      return new Limits(pace, timeout, false, 0, 0);
    }
    Group load = limits.group("load");
    load.allowOnly(Set.of("allowed", "maxRequestsPerSecond", "maxTotalBytes"));
    return new Limits(
        pace,
        timeout,
        load.has("allowed") && values.bool(load.value("allowed")),
        load.has("maxRequestsPerSecond") ? values.positive(load.value("maxRequestsPerSecond")) : 0,
        load.has("maxTotalBytes") ? values.bytes(load.value("maxTotalBytes")) : 0);
  }

  private Secrets.Secret credential(String name, Value value, boolean literalsAllowed) {
    String text = values.text(value);
    if (!text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw value.flaw(
          "holds a blank, a line break or another character that no header can carry;"
              + " remove it from the credential");
    }
    Optional<String> variable = TargetValues.variableIn(value);
    if (variable.isEmpty() && !literalsAllowed) {
      throw value.flaw(
          "is written into the file; take it from the environment, as in `${"
              + name
              + "}` (a literal is accepted for a service on this machine only)");
    }
    return new Secrets.Secret(name, variable.orElse(name), text);
  }
}
