package dev.assay.exchange.target;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.secret.Credential;
import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * How one service is reached: where it is, the way there, and what it asks of whoever comes.
 *
 * @param baseUrls may carry a path prefix; no slash at their ends. The first is the service's own;
 *     all of them may be given its credentials
 * @param secrets its credentials
 * @param authentication where its token comes from, unless the target file gives it
 * @param headers that every request to it carries, with placeholders where they are secret
 * @param connection the way there
 */
public record ServiceAccess(
    List<URI> baseUrls,
    Secrets secrets,
    Optional<Authentication> authentication,
    List<Header> headers,
    Connection connection) {

  public ServiceAccess {
    baseUrls = List.copyOf(baseUrls);
    headers = List.copyOf(headers);
  }

  /** One that is reached directly, with the given credentials and nothing else. */
  public static ServiceAccess direct(URI baseUrl, Secrets secrets) {
    return direct(List.of(baseUrl), secrets);
  }

  /** One at several addresses, each reached directly. */
  public static ServiceAccess direct(List<URI> baseUrls, Secrets secrets) {
    return new ServiceAccess(baseUrls, secrets, Optional.empty(), List.of(), Connection.direct());
  }

  /** Its own base URL. */
  public URI baseUrl() {
    return baseUrls.get(0);
  }

  /** The same service with that credential instead of the one of its name. */
  public ServiceAccess with(Credential credential) {
    return with(secrets.with(credential));
  }

  /** The same service, whose records do not show those credentials either. */
  public ServiceAccess alsoHiding(List<Secrets> others) {
    return with(secrets.alsoHiding(others));
  }

  private ServiceAccess with(Secrets other) {
    return new ServiceAccess(baseUrls, other, authentication, headers, connection);
  }

  /** Whether the URL leads to the service, so that its credentials may go there. */
  public boolean reaches(URI uri) {
    Optional<Authority> to = Authority.of(uri);
    return to.isPresent()
        && baseUrls.stream()
            .anyMatch(
                base ->
                    base.getScheme().equalsIgnoreCase(uri.getScheme())
                        && Authority.of(base).equals(to));
  }

  /** The request with the headers that every request carries, unless it has its own. */
  public Request complete(Request request) {
    Request complete = request;
    for (Header header : headers) {
      if (request.header(header.name()).isEmpty()) {
        complete = complete.and(header.name(), header.value());
      }
    }
    return complete;
  }
}
