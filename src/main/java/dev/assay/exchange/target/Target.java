package dev.assay.exchange.target;

import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

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
 */
public record Target(
    String name,
    Optional<Haptik> haptik,
    Optional<Rooms> rooms,
    Set<String> fileHosts,
    Duration clockSkew,
    Limits limits) {

  /** A server may send back what another service was given: each keeps all credentials hidden. */
  public Target {
    List<Secrets> ofHaptik = haptik.map(Haptik::secrets).stream().toList();
    List<Secrets> ofRooms = rooms.map(Rooms::secrets).stream().toList();
    haptik = haptik.map(service -> service.alsoHiding(ofRooms));
    rooms = rooms.map(service -> service.alsoHiding(ofHaptik));
  }

  /** The credentials of each of its services. */
  public List<Secrets> secrets() {
    return Stream.concat(haptik.map(Haptik::secrets).stream(), rooms.map(Rooms::secrets).stream())
        .toList();
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
   * @param baseUrl may carry a path prefix; no slash at its end
   * @param secrets {@code TOKEN} and {@code CLIENT_ID}
   * @param businessId a channel of the account
   * @param registeredUser a user that may send
   * @param unregisteredUser a user that is not registered
   */
  public record Haptik(
      URI baseUrl,
      Secrets secrets,
      long businessId,
      String registeredUser,
      Optional<String> unregisteredUser) {

    private Haptik alsoHiding(List<Secrets> others) {
      return new Haptik(
          baseUrl, secrets.alsoHiding(others), businessId, registeredUser, unregisteredUser);
    }
  }

  /**
   * The chat server.
   *
   * @param baseUrl may carry a path prefix; no slash at its end
   * @param secrets {@code TOKEN} and perhaps {@code ORPHAN_TOKEN}
   * @param memberRoom a room that the token's user may post to
   * @param foreignRoom a room that exists, to which that user may not post
   * @param readBack path and query that list a room's messages, with {@code {room}} in them
   * @param storageDownBaseUrl the same service with its file storage unreachable
   */
  public record Rooms(
      URI baseUrl,
      Secrets secrets,
      String memberRoom,
      String foreignRoom,
      Optional<String> readBack,
      Optional<URI> storageDownBaseUrl) {

    private Rooms alsoHiding(List<Secrets> others) {
      return new Rooms(
          baseUrl,
          secrets.alsoHiding(others),
          memberRoom,
          foreignRoom,
          readBack,
          storageDownBaseUrl);
    }
  }
}
