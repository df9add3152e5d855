package dev.assay.exchange.target;

import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;

/**
 * The service under test, with the principals to test it with. Credentials are held by {@link
 * Secrets} and can be used but not read.
 *
 * @param name as reports call it
 * @param haptik the Haptik message and file endpoints, if they are to be checked
 * @param rooms the chat server's upload endpoint, if it is to be checked
 * @param fileHosts hosts from which a file_url may be fetched, besides the service's own
 * @param clockSkew how far the service's clock may be off
 * @param limits how gently to treat it
 * @param cleanUp how what a run makes is removed again, by service; nothing where nobody says how
 */
public record Target(
    String name,
    Optional<Haptik> haptik,
    Optional<Rooms> rooms,
    Set<String> fileHosts,
    Duration clockSkew,
    Limits limits,
    Map<String, List<Removal>> cleanUp) {

  /** A server may send back what another service was given: each keeps all credentials hidden. */
  public Target {
    List<Secrets> ofHaptik = haptik.map(Haptik::secrets).stream().toList();
    List<Secrets> ofRooms = rooms.map(Rooms::secrets).stream().toList();
    haptik = haptik.map(service -> service.with(access -> access.alsoHiding(ofRooms)));
    rooms = rooms.map(service -> service.with(access -> access.alsoHiding(ofHaptik)));
    cleanUp = Map.copyOf(cleanUp);
  }

  /** One that does not say how what a run makes is removed. */
  public Target(
      String name,
      Optional<Haptik> haptik,
      Optional<Rooms> rooms,
      Set<String> fileHosts,
      Duration clockSkew,
      Limits limits) {
    this(name, haptik, rooms, fileHosts, clockSkew, limits, Map.of());
  }

  /** How each of its services is reached, by its key in target files. */
  public Map<String, ServiceAccess> services() {
    Map<String, ServiceAccess> services = new LinkedHashMap<>();
    haptik.ifPresent(service -> services.put("haptik", service.access()));
    rooms.ifPresent(service -> services.put("rooms", service.access()));
    return services;
  }

  /** The way to each of its services in sentences, without what is secret. */
  public List<String> way() {
    return services().entrySet().stream()
        .flatMap(
            service ->
                service.getValue().described().stream().map(line -> service.getKey() + ": " + line))
        .toList();
  }

  /** The same services, reached in that way instead. */
  public Target reached(BiFunction<String, ServiceAccess, ServiceAccess> change) {
    return new Target(
        name,
        haptik.map(service -> service.with(access -> change.apply("haptik", access))),
        rooms.map(service -> service.with(access -> change.apply("rooms", access))),
        fileHosts,
        clockSkew,
        limits,
        cleanUp);
  }

  /** The credentials of each of its services. */
  public List<Secrets> secrets() {
    return services().values().stream().map(ServiceAccess::secrets).toList();
  }

  /** Its users and rooms, by their keys in target files. They are no secret. */
  public Map<String, String> ids() {
    Map<String, String> ids = new TreeMap<>();
    haptik.ifPresent(
        service -> {
          ids.put("businessId", Long.toString(service.businessId()));
          ids.put("registeredUser", service.registeredUser());
          service.unregisteredUser().ifPresent(user -> ids.put("unregisteredUser", user));
        });
    rooms.ifPresent(
        service -> {
          ids.put("memberRoom", service.memberRoom());
          ids.put("foreignRoom", service.foreignRoom());
        });
    return ids;
  }

  /** The default for {@link #clockSkew}. */
  public static final Duration DEFAULT_CLOCK_SKEW = Duration.ofMinutes(2);

  /**
   * The two Haptik endpoints.
   *
   * @param access with the secrets {@code TOKEN} and {@code CLIENT_ID}
   * @param businessId a channel of the account
   * @param registeredUser a user that may send
   * @param unregisteredUser a user that is not registered
   */
  public record Haptik(
      ServiceAccess access,
      long businessId,
      String registeredUser,
      Optional<String> unregisteredUser) {

    public URI baseUrl() {
      return access.baseUrl();
    }

    public Secrets secrets() {
      return access.secrets();
    }

    private Haptik with(UnaryOperator<ServiceAccess> change) {
      return new Haptik(change.apply(access), businessId, registeredUser, unregisteredUser);
    }
  }

  /**
   * The chat server.
   *
   * @param access with the secret {@code TOKEN} and perhaps {@code ORPHAN_TOKEN}; a second base URL
   *     is that of the same service with its file storage unreachable
   * @param memberRoom a room that the token's user may post to
   * @param foreignRoom a room that exists, to which that user may not post
   * @param readBack path and query that list a room's messages, with {@code {room}} in them
   */
  public record Rooms(
      ServiceAccess access, String memberRoom, String foreignRoom, Optional<String> readBack) {

    public URI baseUrl() {
      return access.baseUrl();
    }

    public Secrets secrets() {
      return access.secrets();
    }

    /** The same service with its file storage unreachable, if there is one. */
    public Optional<URI> storageDownBaseUrl() {
      return access.baseUrls().stream().skip(1).findFirst();
    }

    /** Where the messages of a room are listed, if they are. */
    public Optional<URI> listing(String room) {
      String encoded = URLEncoder.encode(room, StandardCharsets.UTF_8);
      return readBack.map(path -> URI.create(baseUrl() + path.replace("{room}", encoded)));
    }

    private Rooms with(UnaryOperator<ServiceAccess> change) {
      return new Rooms(change.apply(access), memberRoom, foreignRoom, readBack);
    }
  }
}
