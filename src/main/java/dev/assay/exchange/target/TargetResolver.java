package dev.assay.exchange.target;

import dev.assay.exchange.connection.Loopback;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Gives the values of a target file their meaning. Messages show them as written, never filled in.
 */
final class TargetResolver {

  private static final Pattern BYTES = Pattern.compile("(\\d{1,15})\\s*(B|KiB|MiB|GiB|kB|MB|GB)?");
  private static final Map<String, Long> UNITS =
      Map.ofEntries(
          Map.entry("B", 1L),
          Map.entry("KiB", 1L << 10),
          Map.entry("MiB", 1L << 20),
          Map.entry("GiB", 1L << 30),
          Map.entry("kB", 1_000L),
          Map.entry("MB", 1_000_000L),
          Map.entry("GB", 1_000_000_000L));
  private static final double DEFAULT_PACE = 20;
  private static final int DAY_SECONDS = 86_400;
  private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(30);

  private final Path folder;
  private final Map<String, String> environment;
  private final Optional<GivenContract> given;

  /**
   * A resolver for files of that folder.
   *
   * @param folder where their relative paths begin
   * @param environment what names the proxies on this machine
   * @param given the contract of the service that has none otherwise
   */
  TargetResolver(Path folder, Map<String, String> environment, Optional<GivenContract> given) {
    this.folder = folder;
    this.environment = environment;
    this.given = given;
  }

  /**
   * The target that the file describes.
   *
   * @param name for a file that gives none
   */
  Target resolve(String name, Group file) {
    file.only("name", "services", "fileHosts", "clockSkewSeconds", "limits");
    Group services = file.group("services");
    if (services.members().isEmpty()) {
      throw services.flaw(
          "names no service; give haptik or rooms, or both, or one of your own with its `contract`");
    }
    ServiceReader reader = new ServiceReader(folder, environment, given);
    List<Service> read = List.copyOf(services.each(key -> reader.read(services, key)).values());
    boolean local = read.stream().map(Service::baseUrl).allMatch(Loopback::is);
    return new Target(
        file.optional("name").map(Value::content).orElse(name),
        read,
        file.has("fileHosts") ? fileHosts(file.values("fileHosts")) : Set.of(),
        file.optional("clockSkewSeconds")
            .map(value -> duration(value, 0))
            .orElse(Target.DEFAULT_CLOCK_SKEW),
        limits(file.groupOrEmpty("limits"), local ? Double.POSITIVE_INFINITY : DEFAULT_PACE),
        RemovalReader.of(services, read));
  }

  private static Set<String> fileHosts(List<Value> values) {
    return values.stream().map(BaseUrl::fileHost).collect(Collectors.toUnmodifiableSet());
  }

  private static <T> T accepted(Predicate<T> condition, T value) {
    return condition.test(value) ? value : null;
  }

  /**
   * How gently to treat it.
   *
   * @param defaultPace unlimited for services on this machine, where nobody needs to be spared
   */
  private static Limits limits(Group limits, double defaultPace) {
    limits.only("requestsPerSecond", "timeoutSeconds", "load");
    Group load =
        limits.groupOrEmpty("load").only("allowed", "maxRequestsPerSecond", "maxTotalBytes");
    return new Limits(
        limits.optional("requestsPerSecond").map(TargetResolver::positive).orElse(defaultPace),
        limits.optional("timeoutSeconds").map(v -> duration(v, 1)).orElse(DEFAULT_TIMEOUT),
        load.optional("allowed").map(TargetResolver::bool).orElse(false),
        load.optional("maxRequestsPerSecond").map(TargetResolver::positive).orElse(0.0),
        load.optional("maxTotalBytes").map(TargetResolver::bytes).orElse(0L));
  }

  private static double positive(Value value) {
    return value.as(
        "a number above 0",
        text -> accepted(n -> n > 0 && Double.isFinite(n), new BigDecimal(text).doubleValue()));
  }

  private static Duration duration(Value value, int leastSeconds) {
    return Duration.ofMillis(Math.round(value.number(leastSeconds, DAY_SECONDS) * 1000));
  }

  private static boolean bool(Value value) {
    return value.as("true or false", Map.of("true", true, "false", false)::get);
  }

  private static long bytes(Value value) {
    return value.as(
        "a size like 2GiB or 500MB",
        text -> {
          Matcher size = BYTES.matcher(text);
          return size.matches() ? accepted(bytes -> bytes > 0, bytes(size)) : null;
        });
  }

  private static long bytes(Matcher size) {
    long unit = size.group(2) == null ? 1 : UNITS.get(size.group(2));
    return Math.multiplyExact(Long.parseLong(size.group(1)), unit);
  }
}
