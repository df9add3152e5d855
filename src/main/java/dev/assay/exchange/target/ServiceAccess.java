package dev.assay.exchange.target;

import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.FirstHop;
import dev.assay.exchange.secret.Credential;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.secret.Secrets.Secret;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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

  /** One that is reached directly, with credentials by the names that requests mention them by. */
  public static ServiceAccess direct(URI baseUrl, Map<String, String> credentials) {
    return direct(
        baseUrl,
        new Secrets(
            credentials.entrySet().stream()
                .map(each -> new Secret(each.getKey(), each.getKey(), each.getValue()))
                .toList()));
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

  /** The way there in sentences, without what is secret; none where it is the usual one. */
  public List<String> described() {
    List<String> lines = new ArrayList<>();
    FirstHop hop = connection.to(baseUrl()).orElseThrow();
    hop.proxy()
        .ifPresent(
            proxy -> lines.add("goes through the proxy %s (%s)".formatted(proxy, proxy.setting())));
    hop.instead()
        .ifPresent(
            to ->
                lines.add(
                    "connects to %s for %s (%s)"
                        .formatted(to.address(), to.named().host(), to.setting())));
    connection.tls().trusted().stream()
        .map(issuer -> issuer.getSubjectX500Principal().toString())
        .forEach(issuer -> lines.add("trusts " + issuer + " besides the platform's authorities"));
    connection.tls().identity().ifPresent(who -> lines.add("presents " + who));
    headers.stream()
        .map(header -> header.name() + ": " + secrets.shown(header.value()))
        .forEach(header -> lines.add("sends " + header + " with every request"));
    authentication.ifPresent(from -> lines.add("takes its token from " + from));
    return lines;
  }

  /** Whether the URL leads to the service, so that its credentials may go there. */
  public boolean reaches(URI uri) {
    return baseUrls.stream()
        .filter(base -> base.getScheme().equalsIgnoreCase(uri.getScheme()))
        .anyMatch(base -> haveOneAuthority(base, uri));
  }

  /** Most URLs are spelled alike, and each request asks. */
  private static boolean haveOneAuthority(URI base, URI other) {
    if (base.getRawAuthority().equals(other.getRawAuthority())) {
      return true;
    }
    Optional<Authority> to = Authority.of(other);
    return to.isPresent() && to.equals(Authority.of(base));
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
