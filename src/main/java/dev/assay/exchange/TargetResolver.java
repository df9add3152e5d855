package dev.assay.exchange;

import dev.assay.exchange.TargetNode.Group;
import dev.assay.exchange.TargetNode.Value;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the values of a target file their meaning. Messages show them as written, never filled in.
 */
final class TargetResolver {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
  private static final Pattern ALMOST_VARIABLE = Pattern.compile("\\$[A-Z_{]");
  private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|kB|MB|GB)?");
  private static final Map<String, Long> UNITS =
      Map.of(
          "B",
          1L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30, //
          "kB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L);
  private static final Pattern HOST = Pattern.compile("([a-z0-9._-]+|\\[[0-9a-f:.]+])(:\\d{1,5})?");
  private static final int LAST_PORT = 65_535;
  private static final double DEFAULT_PACE = 20;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private final Map<String, String> environment;

  TargetResolver(Map<String, String> environment) {
    this.environment = environment;
  }

  /**
   * The target that the file describes.
   *
   * @param name for a file that gives none
   */
  Target resolve(String name, Group file) throws InvalidTargetException {
    file.allowOnly(Set.of("name", "services", "fileHosts", "clockSkewSeconds", "limits"));
    Group services = file.group("services");
    services.allowOnly(Set.of("haptik", "rooms"));
    if (services.members().isEmpty()) {
      throw services.place().flaw("services names no service; give haptik or rooms, or both");
    }
    Optional<Target.Haptik> haptik =
        services.has("haptik") ? Optional.of(haptik(services.group("haptik"))) : Optional.empty();
    Optional<Target.Rooms> rooms =
        services.has("rooms") ? Optional.of(rooms(services.group("rooms"))) : Optional.empty();
    boolean local =
        haptik.map(service -> Loopback.is(service.baseUrl())).orElse(true)
            && rooms.map(service -> Loopback.is(service.baseUrl())).orElse(true);
    return new Target(
        file.has("name") ? text(file.value("name")) : name,
        haptik,
        rooms,
        fileHosts(file),
        file.has("clockSkewSeconds")
            ? duration(file.value("clockSkewSeconds"), 0)
            : Target.DEFAULT_CLOCK_SKEW,
        limits(file, local ? Double.POSITIVE_INFINITY : DEFAULT_PACE));
  }

  private Target.Haptik haptik(Group haptik) throws InvalidTargetException {
    haptik.allowOnly(
        Set.of("baseUrl", "token", "clientId", "businessId", "registeredUser", "unregisteredUser"));
    URI baseUrl = url(haptik.value("baseUrl"));
    boolean literalsAllowed = Loopback.is(baseUrl);
    List<Secrets.Secret> secrets = new ArrayList<>();
    secrets.add(credential("TOKEN", haptik.value("token"), literalsAllowed));
    secrets.add(credential("CLIENT_ID", haptik.value("clientId"), literalsAllowed));
    String registered = principal(haptik.value("registeredUser"), secrets);
    Optional<String> unregistered =
        haptik.has("unregisteredUser")
            ? Optional.of(principal(haptik.value("unregisteredUser"), secrets))
            : Optional.empty();
    return new Target.Haptik(
        baseUrl,
        new Secrets(secrets),
        integer(haptik.value("businessId")),
        registered,
        unregistered);
  }

  private Target.Rooms rooms(Group rooms) throws InvalidTargetException {
    rooms.allowOnly(
        Set.of(
            "baseUrl",
            "token",
            "memberRoom",
            "foreignRoom",
            "orphanToken",
            "readBack",
            "storageDownBaseUrl"));
    URI baseUrl = url(rooms.value("baseUrl"));
    Optional<URI> storageDown =
        rooms.has("storageDownBaseUrl")
            ? Optional.of(url(rooms.value("storageDownBaseUrl")))
            : Optional.empty();
    boolean literalsAllowed = Loopback.is(baseUrl) && storageDown.map(Loopback::is).orElse(true);
    List<Secrets.Secret> secrets = new ArrayList<>();
    secrets.add(credential("TOKEN", rooms.value("token"), literalsAllowed));
    if (rooms.has("orphanToken")) {
      secrets.add(credential("ORPHAN_TOKEN", rooms.value("orphanToken"), literalsAllowed));
    }
    String memberRoom = principal(rooms.value("memberRoom"), secrets);
    String foreignRoom = principal(rooms.value("foreignRoom"), secrets);
    return new Target.Rooms(
        baseUrl,
        new Secrets(secrets),
        memberRoom,
        foreignRoom,
        rooms.has("readBack") ? Optional.of(readBack(rooms.group("readBack"))) : Optional.empty(),
        storageDown);
  }

  private String readBack(Group readBack) throws InvalidTargetException {
    readBack.allowOnly(Set.of("path"));
    Value value = readBack.value("path");
    String path = text(value);
    if (!path.startsWith("/") || !path.contains("{room}")) {
      throw flaw(value, "must begin with / and hold {room}, not `" + value.text() + "`");
    }
    return path;
  }

  private Set<String> fileHosts(Group file) throws InvalidTargetException {
    Set<String> hosts = new LinkedHashSet<>();
    if (file.has("fileHosts")) {
      for (Value value : file.values("fileHosts")) {
        String host = text(value).toLowerCase(Locale.ROOT);
        if (!HOST.matcher(host).matches()) {
          throw flaw(
              value, "must list host names like assets.example.com, not `" + value.text() + "`");
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
  private Limits limits(Group file, double defaultPace) throws InvalidTargetException {
    if (!file.has("limits")) {
      return new Limits(defaultPace, DEFAULT_TIMEOUT, false, 0, 0);
    }
    Group limits = file.group("limits");
    limits.allowOnly(Set.of("requestsPerSecond", "timeoutSeconds", "load"));
    double pace =
        limits.has("requestsPerSecond") ? positive(limits.value("requestsPerSecond")) : defaultPace;
    Duration timeout =
        limits.has("timeoutSeconds")
            ? duration(limits.value("timeoutSeconds"), 1)
            : DEFAULT_TIMEOUT;
    if (!limits.has("load")) {
      return new Limits(pace, timeout, false, 0, 0);
    }
    Group load = limits.group("load");
    load.allowOnly(Set.of("allowed", "maxRequestsPerSecond", "maxTotalBytes"));
    return new Limits(
        pace,
        timeout,
        load.has("allowed") && bool(load.value("allowed")),
        load.has("maxRequestsPerSecond") ? positive(load.value("maxRequestsPerSecond")) : 0,
        load.has("maxTotalBytes") ? bytes(load.value("maxTotalBytes")) : 0);
  }

  /** A user or a room. What comes from the environment is kept out of reports, whatever it is. */
  private String principal(Value value, List<Secrets.Secret> secrets)
      throws InvalidTargetException {
    String text = text(value);
    Matcher variable = VARIABLE.matcher(value.text());
    if (variable.matches()) {
      secrets.add(new Secrets.Secret("", variable.group(1), text));
    }
    return text;
  }

  private Secrets.Secret credential(String name, Value value, boolean literalsAllowed)
      throws InvalidTargetException {
    String text = text(value);
    if (!text.chars().allMatch(c -> c > ' ' && c < 127)) {
      throw flaw(
          value,
          "holds a blank, a line break or another character that no header can carry;"
              + " remove it from the credential");
    }
    Matcher variable = VARIABLE.matcher(value.text());
    if (variable.matches()) {
      return new Secrets.Secret(name, variable.group(1), text);
    }
    if (!literalsAllowed) {
      throw flaw(
          value,
          "is written into the file; take it from the environment, as in `${"
              + name
              + "}` (a literal is accepted for a service on this machine only)");
    }
    return new Secrets.Secret(name, name, text);
  }

  private URI url(Value value) throws InvalidTargetException {
    try {
      URI uri = new URI(text(value).replaceFirst("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      boolean hasNothingElse =
          uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getUserInfo() == null;
      if (web && uri.getHost() != null && uri.getPort() <= LAST_PORT && hasNothingElse) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below, in the same words
    }
    throw flaw(
        value,
        "must be a base URL like https://host/prefix, without user, query or fragment, not `%s`"
            .formatted(value.text()));
  }

  private long integer(Value value) throws InvalidTargetException {
    try {
      return Long.parseLong(text(value));
    } catch (NumberFormatException e) {
      throw flaw(value, "must be a whole number, not `" + value.text() + "`");
    }
  }

  private double positive(Value value) throws InvalidTargetException {
    double number = number(value);
    if (number <= 0) {
      throw flaw(value, "must be above 0, not `" + value.text() + "`");
    }
    return number;
  }

  private Duration duration(Value value, int leastSeconds) throws InvalidTargetException {
    double seconds = number(value);
    if (seconds < leastSeconds || seconds > 86_400) {
      throw flaw(
          value,
          "must lie between %d and 86400 seconds, not `%s`".formatted(leastSeconds, value.text()));
    }
    return Duration.ofMillis(Math.round(seconds * 1000));
  }

  private double number(Value value) throws InvalidTargetException {
    try {
      double number = new BigDecimal(text(value)).doubleValue();
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words
    }
    throw flaw(value, "must be a number, not `" + value.text() + "`");
  }

  private boolean bool(Value value) throws InvalidTargetException {
    return switch (text(value)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw flaw(value, "must be true or false, not `" + value.text() + "`");
    };
  }

  private long bytes(Value value) throws InvalidTargetException {
    Matcher matcher = BYTES.matcher(text(value));
    try {
      if (matcher.matches()) {
        long unit = matcher.group(2) == null ? 1 : UNITS.get(matcher.group(2));
        long bytes = Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
        if (bytes > 0) {
          return bytes;
        }
      }
    } catch (ArithmeticException e) {
      // told below, in the same words
    }
    throw flaw(value, "must be a size like 2GiB or 500MB, not `" + value.text() + "`");
  }

  /** The value with the environment's filled in; never blank. */
  private String text(Value value) throws InvalidTargetException {
    Matcher matcher = VARIABLE.matcher(value.text());
    StringBuilder text = new StringBuilder();
    int from = 0;
    while (matcher.find()) {
      text.append(literal(value, value.text().substring(from, matcher.start())));
      text.append(variable(value, matcher.group(1)));
      from = matcher.end();
    }
    text.append(literal(value, value.text().substring(from)));
    if (text.toString().isBlank()) {
      throw flaw(value, "is empty; give it a value or remove the key");
    }
    return text.toString();
  }

  private String variable(Value value, String name) throws InvalidTargetException {
    String found = environment.getOrDefault(name, "");
    if (found.isEmpty()) {
      throw flaw(
          value,
          "takes its value from the environment variable %s, which is not set; export it first"
              .formatted(name));
    }
    return found;
  }

  private static String literal(Value value, String text) throws InvalidTargetException {
    if (ALMOST_VARIABLE.matcher(text).find()) {
      throw flaw(value, "holds a $ that begins no variable; write variables like ${NAME}");
    }
    return text;
  }

  private static InvalidTargetException flaw(Value value, String what) {
    return value.place().flaw(value.place().name() + " " + what);
  }
}
