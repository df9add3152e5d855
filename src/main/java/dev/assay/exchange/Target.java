package dev.assay.exchange;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;

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
    Optional<Secrets> ofHaptik = haptik.map(Haptik::secrets);
    Optional<Secrets> ofRooms = rooms.map(Rooms::secrets);
    haptik = haptik.map(service -> ofRooms.map(service::alsoHiding).orElse(service));
    rooms = rooms.map(service -> ofHaptik.map(service::alsoHiding).orElse(service));
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

    private Haptik alsoHiding(Secrets others) {
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

    private Rooms alsoHiding(Secrets others) {
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
