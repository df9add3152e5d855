package dev.assay.exchange;

import dev.assay.exchange.TargetFile.Scalar;
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

/** Gives the scalars of one target file their meaning. */
final class TargetResolver {

  private static final Pattern VARIABLE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");
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
          1L << 30,
          "kB",
          1_000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L);
  private static final double DEFAULT_PACE = 20;

  private final String file;
  private final Map<String, String> environment;

  TargetResolver(String file, Map<String, String> environment) {
    this.file = file;
    this.environment = environment;
  }

  Target resolve(TargetFile written) throws InvalidTargetException {
    TargetFile.Services services = written.services();
    if (services == null || (services.haptik() == null && services.rooms() == null)) {
      throw new InvalidTargetException(
          file + ": names no service; give `services.haptik` or `services.rooms`, or both");
    }
    Set<String> hosts = new LinkedHashSet<>();
    if (written.fileHosts() != null) {
      for (Scalar host : written.fileHosts()) {
        hosts.add(text("fileHosts", host).toLowerCase(Locale.ROOT));
      }
    }
    return new Target(
        written.name() == null ? fileName() : text("name", written.name()),
        services.haptik() == null ? Optional.empty() : Optional.of(haptik(services.haptik())),
        services.rooms() == null ? Optional.empty() : Optional.of(rooms(services.rooms())),
        Set.copyOf(hosts),
        written.clockSkewSeconds() == null
            ? Target.DEFAULT_CLOCK_SKEW
            : seconds("clockSkewSeconds", written.clockSkewSeconds(), true),
        limits(written.limits(), isLocal(services)));
  }

  private String fileName() {
    String name = java.nio.file.Path.of(file).getFileName().toString();
    return name.replaceFirst("\\.ya?ml$", "");
  }

  private Target.Haptik haptik(TargetFile.Haptik h) throws InvalidTargetException {
    String in = "services.haptik.";
    URI baseUrl = url(in + "baseUrl", h.baseUrl());
    List<Secrets.Secret> secrets = new ArrayList<>();
    secrets.add(secret(in + "token", "TOKEN", h.token(), baseUrl));
    secrets.add(secret(in + "clientId", "CLIENT_ID", h.clientId(), baseUrl));
    protect(h.registeredUser(), secrets::add);
    protect(h.unregisteredUser(), secrets::add);
    return new Target.Haptik(
        baseUrl,
        new Secrets(secrets),
        integer(in + "businessId", h.businessId()),
        required(in + "registeredUser", h.registeredUser()),
        optional(in + "unregisteredUser", h.unregisteredUser()));
  }

  private Target.Rooms rooms(TargetFile.Rooms r) throws InvalidTargetException {
    String in = "services.rooms.";
    URI baseUrl = url(in + "baseUrl", r.baseUrl());
    List<Secrets.Secret> secrets = new ArrayList<>();
    secrets.add(secret(in + "token", "TOKEN", r.token(), baseUrl));
    if (r.orphanToken() != null) {
      secrets.add(secret(in + "orphanToken", "ORPHAN_TOKEN", r.orphanToken(), baseUrl));
    }
    protect(r.memberRoom(), secrets::add);
    protect(r.foreignRoom(), secrets::add);
    Optional<URI> storageDown =
        r.storageDownBaseUrl() == null
            ? Optional.empty()
            : Optional.of(url(in + "storageDownBaseUrl", r.storageDownBaseUrl()));
    return new Target.Rooms(
        baseUrl,
        new Secrets(secrets),
        required(in + "memberRoom", r.memberRoom()),
        required(in + "foreignRoom", r.foreignRoom()),
        r.readBack() == null ? Optional.empty() : Optional.of(readBack(r.readBack())),
        storageDown);
  }

  private String readBack(TargetFile.ReadBack readBack) throws InvalidTargetException {
    String key = "services.rooms.readBack.path";
    String path = required(key, readBack.path());
    if (!path.startsWith("/") || !path.contains("{room}")) {
      throw at(readBack.path(), key + " must begin with / and hold {room}, not `" + path + "`");
    }
    return path;
  }

  /** Whether all services run on this machine, where nobody needs to be spared. */
  private boolean isLocal(TargetFile.Services services) throws InvalidTargetException {
    boolean haptik =
        services.haptik() == null
            || isLoopback(url("services.haptik.baseUrl", services.haptik().baseUrl()).getHost());
    boolean rooms =
        services.rooms() == null
            || isLoopback(url("services.rooms.baseUrl", services.rooms().baseUrl()).getHost());
    return haptik && rooms;
  }

  private Limits limits(TargetFile.RunLimits written, boolean local) throws InvalidTargetException {
    double pace = local ? Double.POSITIVE_INFINITY : DEFAULT_PACE;
    if (written == null) {
      return new Limits(pace, Duration.ofSeconds(30), false, 0, 0);
    }
    TargetFile.Load load = written.load();
    return new Limits(
        written.requestsPerSecond() == null
            ? pace
            : positive("limits.requestsPerSecond", written.requestsPerSecond()),
        written.timeoutSeconds() == null
            ? Duration.ofSeconds(30)
            : seconds("limits.timeoutSeconds", written.timeoutSeconds(), false),
        load != null && load.allowed() != null && bool("limits.load.allowed", load.allowed()),
        load == null || load.maxRequestsPerSecond() == null
            ? 0
            : positive("limits.load.maxRequestsPerSecond", load.maxRequestsPerSecond()),
        load == null || load.maxTotalBytes() == null
            ? 0
            : bytes("limits.load.maxTotalBytes", load.maxTotalBytes()));
  }

  /** What comes from the environment is kept out of reports, whatever it is. */
  private void protect(Scalar scalar, SecretSink sink) throws InvalidTargetException {
    if (scalar == null) {
      return;
    }
    Matcher variable = VARIABLE.matcher(scalar.text());
    if (variable.matches()) {
      sink.add(new Secrets.Secret("", variable.group(1), text("", scalar)));
    }
  }

  private interface SecretSink {
    boolean add(Secrets.Secret secret);
  }

  private Secrets.Secret secret(String key, String name, Scalar scalar, URI baseUrl)
      throws InvalidTargetException {
    String value = required(key, scalar);
    Matcher variable = VARIABLE.matcher(scalar.text());
    if (variable.matches()) {
      return new Secrets.Secret(name, variable.group(1), value);
    }
    if (!isLoopback(baseUrl.getHost())) {
      throw at(
          scalar,
          key
              + " is written into the file; take it from the environment, as in `"
              + "${"
              + name
              + "}` (a literal is accepted for a service on this machine only)");
    }
    return new Secrets.Secret(name, name, value);
  }

  /** Whether that host is this machine. */
  static boolean isLoopback(String host) {
    return host.equals("localhost") || host.startsWith("127.") || host.equals("[::1]");
  }

  private URI url(String key, Scalar scalar) throws InvalidTargetException {
    String text = required(key, scalar);
    try {
      URI uri = new URI(text.replaceFirst("/+$", ""));
      boolean web =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (web && uri.getHost() != null && uri.getRawQuery() == null && uri.getUserInfo() == null) {
        return uri;
      }
    } catch (URISyntaxException e) {
      // told below, in the same words
    }
    throw at(scalar, key + " is no base URL like https://host/prefix: `" + text + "`");
  }

  private long integer(String key, Scalar scalar) throws InvalidTargetException {
    String text = required(key, scalar);
    try {
      return Long.parseLong(text);
    } catch (NumberFormatException e) {
      throw at(scalar, key + " is no whole number: `" + text + "`");
    }
  }

  private double positive(String key, Scalar scalar) throws InvalidTargetException {
    double number = number(key, scalar);
    if (number <= 0) {
      throw at(scalar, key + " must be above 0");
    }
    return number;
  }

  private Duration seconds(String key, Scalar scalar, boolean zeroAllowed)
      throws InvalidTargetException {
    double number = zeroAllowed ? number(key, scalar) : positive(key, scalar);
    if (number < 0 || number > 86_400) {
      throw at(scalar, key + " must lie between 0 and 86400 seconds");
    }
    return Duration.ofMillis(Math.round(number * 1000));
  }

  private double number(String key, Scalar scalar) throws InvalidTargetException {
    String text = required(key, scalar);
    try {
      double number = Double.parseDouble(text);
      if (Double.isFinite(number)) {
        return number;
      }
    } catch (NumberFormatException e) {
      // told below, in the same words
    }
    throw at(scalar, key + " is no number: `" + text + "`");
  }

  private boolean bool(String key, Scalar scalar) throws InvalidTargetException {
    return switch (required(key, scalar)) {
      case "true" -> true;
      case "false" -> false;
      default -> throw at(scalar, key + " must be true or false, not `" + scalar.text() + "`");
    };
  }

  private long bytes(String key, Scalar scalar) throws InvalidTargetException {
    Matcher matcher = BYTES.matcher(required(key, scalar));
    if (!matcher.matches()) {
      throw at(scalar, key + " is no size like 2GiB or 500MB: `" + scalar.text() + "`");
    }
    long unit = matcher.group(2) == null ? 1 : UNITS.get(matcher.group(2));
    return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
  }

  private Optional<String> optional(String key, Scalar scalar) throws InvalidTargetException {
    return scalar == null ? Optional.empty() : Optional.of(required(key, scalar));
  }

  private String required(String key, Scalar scalar) throws InvalidTargetException {
    if (scalar == null) {
      throw new InvalidTargetException(file + ": `" + key + "` is missing");
    }
    String text = text(key, scalar);
    if (text.isBlank()) {
      throw at(scalar, key + " is empty");
    }
    return text;
  }

  /** The scalar with the environment's values filled in. */
  private String text(String key, Scalar scalar) throws InvalidTargetException {
    Matcher matcher = VARIABLE.matcher(scalar.text());
    StringBuilder text = new StringBuilder();
    while (matcher.find()) {
      String value = environment.get(matcher.group(1));
      if (value == null || value.isEmpty()) {
        throw at(
            scalar,
            "%s takes its value from the environment variable %s, which is not set; export it first"
                .formatted(key, matcher.group(1)));
      }
      matcher.appendReplacement(text, Matcher.quoteReplacement(value));
    }
    return matcher.appendTail(text).toString();
  }

  private InvalidTargetException at(Scalar scalar, String problem) {
    return new InvalidTargetException(file + ", line " + scalar.line() + ": " + problem);
  }
}
