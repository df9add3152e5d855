package dev.assay.exchange.target;

import dev.assay.exchange.secret.Secrets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The services under test, with the principals to test them with. Credentials are held by {@link
 * Secrets} and can be used but not read.
 *
 * @param name as reports call it
 * @param services those that are to be checked, in the order of the file
 * @param fileHosts hosts from which a file may be fetched, besides the service's own
 * @param clockSkew how far a service's clock may be off
 * @param limits how gently to treat it
 * @param cleanUp how what a run makes is removed again, by service; nothing where nobody says how
 */
public record Target(
    String name,
    List<Service> services,
    Set<String> fileHosts,
    Duration clockSkew,
    Limits limits,
    Map<String, List<Removal>> cleanUp) {

  /** The default for {@link #clockSkew}. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofMinutes(2);

  /** A server may send back what another service was given: each keeps all credentials hidden. */
  public Target {
    List<Service> all = List.copyOf(services);
    services =
        all.stream()
            .map(service -> service.with(access -> access.alsoHiding(ofOthers(service, all))))
            .toList();
    cleanUp = Map.copyOf(cleanUp);
  }

  private static List<Secrets> ofOthers(Service service, List<Service> all) {
    List<Secrets> others = new ArrayList<>();
    all.stream()
        .filter(other -> !other.name().equals(service.name()))
        .forEach(other -> others.add(other.secrets()));
    return others;
  }

  /** One that does not say how what a run makes is removed. */
  public Target(
      String name,
      List<Service> services,
      Set<String> fileHosts,
      Duration clockSkew,
      Limits limits) {
    this(name, services, fileHosts, clockSkew, limits, Map.of());
  }

  /** The service of that key, if the target has it. */
  public Optional<Service> service(String key) {
    return services.stream().filter(service -> service.name().equals(key)).findFirst();
  }

  /** The way to each of its services in sentences, without what is secret. */
  public List<String> way() {
    return services.stream()
        .flatMap(
            service ->
                service.access().described().stream().map(line -> service.name() + ": " + line))
        .toList();
  }

  /** The same services, in which every operation may remove things. */
  public Target allowingAll() {
    return new Target(
        name,
        services.stream().map(Service::allowingAll).toList(),
        fileHosts,
        clockSkew,
        limits,
        cleanUp);
  }

  /** The same services, reached in that way instead. */
  public Target reached(BiFunction<String, ServiceAccess, ServiceAccess> change) {
    List<Service> reached =
        services.stream()
            .map(service -> service.with(access -> change.apply(service.name(), access)))
            .toList();
    return new Target(name, reached, fileHosts, clockSkew, limits, cleanUp);
  }

  /** The same target, of whose services something was learned. */
  public Target learned(UnaryOperator<Service> learned) {
    return new Target(
        name, services.stream().map(learned).toList(), fileHosts, clockSkew, limits, cleanUp);
  }

  /** The credentials of each of its services. */
  public List<Secrets> secrets() {
    return services.stream().map(Service::secrets).toList();
  }

  /** What requests say of who sends and where, by the keys of target files. It is no secret. */
  public Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    services.forEach(service -> ids.putAll(service.ids()));
    return ids;
  }
}
