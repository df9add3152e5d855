package dev.assay.app.cleanup;

import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.cleanup.Creation;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.target.Removal;
import dev.assay.exchange.target.Target;
import dev.assay.suite.ServiceSuite;
import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Sends to one service what removes messages from it, with the credentials of its plain documented
 * request and at its pace.
 *
 * @param service its key in target files
 * @param baseUrls where it is
 * @param headers the credentials
 * @param listed the list of messages, if the service offers it and is to be rid of some
 * @param removals as the target file says
 */
record ServiceRemover(
    String service,
    List<URI> baseUrls,
    List<Header> headers,
    Optional<URI> listed,
    List<Removal> removals,
    Client client)
    implements AutoCloseable {

  static ServiceRemover of(Target target, ServiceSuite suite, Client.Factory clients) {
    List<Removal> removals = target.cleanUp().getOrDefault(suite.service(), List.of());
    return new ServiceRemover(
        suite.service(),
        suite.access().baseUrls(),
        headers(suite),
        suite.listing().filter(any -> !removals.isEmpty()),
        removals,
        clients.client(suite.access(), target.limits()));
  }

  /** Those of a documented request; none where nothing is asked of the service. */
  private static List<Header> headers(ServiceSuite suite) {
    return suite.operations().stream()
        .flatMap(operation -> operation.precondition().interaction().planned().stream())
        .findFirst()
        .map(plain -> plain.without("Content-Type").headers())
        .orElse(List.of());
  }

  /** The messages that there are, where they can be listed. */
  Optional<Exchange> listing() {
    return listed.map(uri -> client.send(request("GET", uri)));
  }

  /** The removals that can be meant for it: its answer has the ids that they ask for. */
  List<Removal> removals(Creation creation) {
    return removals.stream()
        .filter(removal -> creation.ids().keySet().containsAll(removal.ids()))
        .toList();
  }

  /** What removes it, if the values in it cannot lead elsewhere. */
  Optional<Request> request(Removal removal, Creation creation) {
    return removal
        .at(baseUrl(creation), creation.values())
        .map(uri -> request(removal.method(), uri));
  }

  private Request request(String method, URI uri) {
    return new Request(method, uri, Optional.empty(), headers, Body.NONE, Request.Framing.SIZED);
  }

  /** The one that it was sent to. */
  private URI baseUrl(Creation creation) {
    return baseUrls.stream()
        .filter(base -> creation.uri().toString().startsWith(base + "/"))
        .max(Comparator.comparing(base -> base.toString().length()))
        .orElse(baseUrls.get(0));
  }

  @Override
  public void close() {
    client.close();
  }
}
