package dev.assay.suite.probe;

import static dev.assay.verdict.BodyExpectations.webUrl;

import dev.assay.exchange.BodySource;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.Loopback;
import dev.assay.suite.Interaction;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind the URL of a file that was sent. It is fetched without credentials, and only
 * from the service's own host or one that the target file lists.
 *
 * @param member of a success, which holds the URL
 * @param service the service's base URL
 * @param fileHosts further hosts, with or without a port, in lower case
 */
public record FileUrl(String member, URI service, Set<String> fileHosts) {

  private static final int TRIES = 3;
  private static final long PAUSE_MILLIS = 200;

  /** Failures that say nothing of the file. */
  private static final Set<Failure.Kind> HARNESS =
      EnumSet.of(Failure.Kind.CANCELLED, Failure.Kind.RATE_LIMITED);

  /** The upload, and then a GET of the URL that it answers with, if it may be fetched. */
  public Interaction thenFetched(Request upload) {
    return new Interaction(
        List.of(upload),
        (requests, client) -> {
          List<Exchange> exchanges = new ArrayList<>();
          exchanges.add(client.send(requests.get(0)));
          Optional<URI> uri = of(exchanges.get(0)).filter(this::mayFetch);
          if (uri.isPresent()) {
            exchanges.add(fetched(Request.get(uri.get()), client));
          }
          return exchanges;
        });
  }

  /** A storage may need a moment before it serves what it took. */
  private static Exchange fetched(Request request, Client client) throws InterruptedException {
    Exchange exchange = client.send(request);
    for (int i = 1; i < TRIES && exchange.response().filter(FileUrl::isGone).isPresent(); i++) {
      Thread.sleep(i * PAUSE_MILLIS);
      exchange = client.send(request);
    }
    return exchange;
  }

  /** The URL serves exactly that content; to be had by nobody is unnatural. */
  public Expectation serves(BodySource content) {
    return new Expectation() {
      @Override
      public String describe() {
        return "the %s bytes that were uploaded".formatted(content.size());
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        if (of(exchanges.get(0)).isEmpty()) {
          return new Finding.NotApplicable("no " + member);
        }
        if (exchanges.size() < 2) {
          return new Finding.Observed(
              "not fetched: its host is not the service's own nor one of fileHosts", false, 0);
        }
        Exchange fetched = exchanges.get(1);
        return fetched
            .response()
            .map(this::served)
            .orElseGet(() -> unanswered(fetched.failure().orElseThrow()));
      }

      private Finding served(Response response) {
        if (response.status() != 200) {
          return new Finding.Observed(
              "not fetchable: status " + response.status(), isGone(response), 1);
        }
        boolean same =
            response.size() == content.size()
                && response.fingerprint().equals(content.fingerprint());
        return same
            ? new Finding.Satisfied("the same bytes")
            : new Finding.Violated(difference(response), 1);
      }

      private String difference(Response response) {
        return response.size() == content.size()
            ? "as many bytes, but others"
            : response.size() + " bytes";
      }
    };
  }

  private static Finding unanswered(Failure failure) {
    return HARNESS.contains(failure.kind())
        ? new Finding.Inconclusive(failure.detail(), 1)
        : new Finding.Observed("not fetchable: " + failure.detail(), true, 1);
  }

  /** Whether nobody could have the file: 401 and 403 may let others have it. */
  private static boolean isGone(Response answer) {
    return answer.status() == 404 || answer.status() == 410 || answer.status() >= 500;
  }

  /** Says where the file went and whether it can be had from there. */
  public Expectation form() {
    return Expectation.ofOne(
        0,
        "no document says; recorded",
        exchange ->
            of(exchange)
                .<Finding>map(
                    uri ->
                        new Finding.Observed(
                            uri.getScheme() + " on " + uri.getRawAuthority() + extension(uri),
                            false,
                            0))
                .orElseGet(() -> new Finding.NotApplicable("no " + member)));
  }

  private static String extension(URI uri) {
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? ", extension " + path.substring(dot) : ", no extension";
  }

  private Optional<URI> of(Exchange upload) {
    return of(upload, member);
  }

  /** The URL that a 2xx answer has there. */
  public static Optional<URI> of(Exchange upload, String member) {
    return upload.succeeded()
        ? upload.member(member).flatMap(node -> webUrl(node))
        : Optional.empty();
  }

  private boolean mayFetch(URI uri) {
    Optional<Authority> to = Authority.of(uri);
    return to.isPresent()
        && (to.map(Authority::host).equals(Authority.of(service).map(Authority::host))
            || (Loopback.is(uri) && Loopback.is(service))
            || fileHosts.contains(to.get().host())
            || fileHosts.contains(to.get().host() + ":" + to.get().port()));
  }
}
