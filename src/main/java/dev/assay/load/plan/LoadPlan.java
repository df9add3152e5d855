package dev.assay.load.plan;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.assay.RunId;
import dev.assay.UserException;
import dev.assay.exchange.connection.Loopback;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.Service;
import dev.assay.exchange.target.Target;
import dev.assay.load.request.LoadRequest;
import dev.assay.load.request.Operations;
import dev.assay.load.request.RequestTemplate;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * All that a load generator must know but the credentials.
 *
 * @param run the word by which its texts and file names begin
 * @param target the name of the target
 * @param way to its services in sentences, without what is secret
 * @param scenario what is sent
 * @param profile in what shape
 * @param templates how each request is sent, by its name
 * @param timeoutMillis patience for a single answer
 * @param local whether every URL is on this machine
 * @param injector whose part of the profile is meant
 */
public record LoadPlan(
    RunId run,
    String target,
    List<String> way,
    Scenario scenario,
    Profile profile,
    Map<String, RequestTemplate> templates,
    long timeoutMillis,
    boolean local,
    Injector injector) {

  /** Written are what the records derive too, which is not read back. */
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  /**
   * The plan for that target.
   *
   * @throws UserException if the target lacks what the scenario needs, or may not be loaded so much
   */
  public static LoadPlan of(Target target, Scenario scenario, Profile profile) {
    Map<String, RequestTemplate> templates = new TreeMap<>();
    for (LoadRequest request : scenario.requests()) {
      templates.put(request.slug(), template(target, request, scenario.name()));
    }
    Stream<URI> hosts = target.services().stream().map(Service::baseUrl);
    LoadPlan plan =
        new LoadPlan(
            RunId.unique(),
            target.name(),
            target.way(),
            scenario,
            profile,
            templates,
            target.limits().timeout().toMillis(),
            hosts.allMatch(Loopback::is),
            Injector.only());
    new LoadPermission(target, plan).require();
    return plan;
  }

  private static RequestTemplate template(Target target, LoadRequest request, String scenario) {
    return Operations.of(target)
        .find(request.operation())
        .map(found -> found.template(request))
        .orElseThrow(
            () ->
                new UserException(
                    "the scenario `%s` sends %s, but the target `%s` has no operation %s; it has %s"
                        .formatted(
                            scenario,
                            request.slug(),
                            target.name(),
                            request.operation(),
                            Operations.of(target).names())));
  }

  /**
   * Makes sure that all these together keep within the bytes that another machine may be sent.
   *
   * @throws UserException if they do not
   */
  public static void requireRoom(Target target, List<LoadPlan> plans) {
    long bytes = plans.stream().filter(plan -> !plan.local()).mapToLong(LoadPlan::bytes).sum();
    if (bytes > target.limits().maxLoadBytes()) {
      throw new UserException(
          String.format(
              Locale.ROOT,
              "%,d bytes are more than the %,d of limits.load.maxTotalBytes in the file of the target `%s`",
              bytes,
              target.limits().maxLoadBytes(),
              target.name()));
    }
  }

  /**
   * How many of each request are sent, warm-up included; in a closed workload the most that can be.
   * None if that is without bound.
   */
  public Map<LoadRequest, Long> counts() {
    return scenario.counts(injector, 0, isBounded() ? requests() : 0);
  }

  /**
   * The part of this plan that is that injector's.
   *
   * @throws UserException if nothing is left for it to send
   */
  public LoadPlan part(Injector one) {
    long all =
        profile.model() == WorkloadModel.OPEN ? profile.plannedArrivals() : profile.users().count();
    if (all < one.count()) {
      throw new UserException(
          "%s injectors are more than the %s %s that they would share"
              .formatted(
                  one.count(), all, profile.model() == WorkloadModel.OPEN ? "requests" : "users"));
    }
    return partOf(one);
  }

  /** The part of an injector that is known to have something to send. */
  public LoadPlan partOf(Injector one) {
    return with(one, templates);
  }

  /** The plan that this one is a part of, less what it says: for files that others may read. */
  public LoadPlan whole() {
    Map<String, RequestTemplate> bare = new TreeMap<>(templates);
    bare.replaceAll((slug, template) -> template.withoutContent());
    return with(Injector.only(), bare);
  }

  private LoadPlan with(Injector one, Map<String, RequestTemplate> all) {
    return new LoadPlan(run, target, way, scenario, profile, all, timeoutMillis, local, one);
  }

  /** Where its operations are, by their ids. */
  public Map<String, String> addresses() {
    Map<String, String> addresses = new TreeMap<>();
    templates.values().forEach(each -> addresses.put(each.operation(), each.address()));
    return addresses;
  }

  /** How that request is sent. */
  public RequestTemplate template(LoadRequest request) {
    return templates.get(request.slug());
  }

  /** How a request of that operation is sent, by the id of the operation. */
  public RequestTemplate ofOperation(String operation) {
    return templates.values().stream()
        .filter(template -> template.operation().equals(operation))
        .findFirst()
        .orElseThrow();
  }

  /** How long an answer to that request is waited for, from the sending on. */
  public Duration timeout(LoadRequest request) {
    return Duration.ofMillis(timeoutMillis).plus(Limits.slowLine(template(request).bodyBytes()));
  }

  /** How many arrive after the warm-up; 0 in a closed workload, where nobody knows. */
  public long plannedArrivals() {
    Schedule schedule = new Schedule(profile);
    return injector.part(schedule.total()) - injector.part(schedule.warmUpArrivals());
  }

  /** Who sends in a closed workload. */
  public Users users() {
    Users all = profile.users();
    return new Users((int) injector.part(all.count()), all.thinkSeconds());
  }

  /**
   * Requests of the scenario that so short a run never sends after its warm-up, in an open
   * workload: nothing can be asked of them. In a closed one that shows only afterwards.
   */
  public List<LoadRequest> neverSent() {
    if (profile.model() == WorkloadModel.CLOSED) {
      return List.of();
    }
    Schedule schedule = new Schedule(profile);
    Map<LoadRequest, Long> sent =
        scenario.counts(injector, schedule.warmUpArrivals(), schedule.total());
    return scenario.requests().stream().filter(request -> sent.get(request) == 0).toList();
  }

  /** Whether there is a bound to what can be sent. */
  public boolean isBounded() {
    return !Double.isInfinite(profile.mostPerSecond());
  }

  private long requests() {
    return profile.model() == WorkloadModel.OPEN
        ? new Schedule(profile).total()
        : (long) profile.users().most(profile.warmUpSeconds() + profile.seconds());
  }

  /** About how many bytes of bodies are sent, counted as {@link #counts()} does. */
  public long bytes() {
    return counts().entrySet().stream()
        .mapToLong(entry -> template(entry.getKey()).bodyBytes() * entry.getValue())
        .sum();
  }

  /** Writes it to a new file that nobody else may read. */
  public void write(Path file) throws IOException {
    if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    }
    JSON.writeValue(file.toFile(), this);
  }

  /**
   * Reads it back.
   *
   * @throws IOException if it cannot be read
   */
  public static LoadPlan read(Path file) throws IOException {
    return JSON.readValue(file.toFile(), LoadPlan.class);
  }
}
