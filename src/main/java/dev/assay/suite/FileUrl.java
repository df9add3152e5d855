package dev.assay.suite;

import static dev.assay.verdict.Members.webUrl;

import dev.assay.exchange.Content;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Loopback;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What stands behind a file_url. It is fetched without credentials, and only from the service's own
 * host or one that the target file lists.
 *
 * @param service the service's base URL
 * @param fileHosts further hosts, with or without a port, in lower case
 */
record FileUrl(URI service, Set<String> fileHosts) {

  private static final String MEMBER = "file_url";

  /** The upload, and then a GET of the URL that it answers with, if it may be fetched. */
  Script thenFetched(Request upload) {
    return new Script(
        List.of(upload),
        (requests, client) -> {
          List<Exchange> exchanges = new ArrayList<>();
          exchanges.add(client.send(requests.get(0)));
          of(exchanges.get(0))
              .filter(this::mayFetch)
              .ifPresent(uri -> exchanges.add(client.send(Request.get(uri))));
          return exchanges;
        });
  }

  /** The URL serves exactly that content; not to be fetchable is no fault. */
  Expectation serves(Content content) {
    return new Expectation() {
      @Override
      public String describe() {
        return "the %d bytes that were uploaded".formatted(content.size());
      }

      @Override
      public Finding examine(List<Exchange> exchanges) {
        if (of(exchanges.get(0)).isEmpty()) {
          return new Finding.Moot("no file_url");
        }
        if (exchanges.size() < 2) {
          return unknown("not fetched: its host is not the service's own nor one of fileHosts");
        }
        return exchanges.get(1).response().map(this::served).orElseGet(this::unreachable);
      }

      private Finding served(Response response) {
        if (response.status() != 200) {
          return unknown("not fetchable: status " + response.status());
        }
        boolean same =
            response.size() == content.size()
                && response.fingerprint().equals(content.fingerprint());
        return same
            ? new Finding.Kept("the same bytes")
            : new Finding.Broken(difference(response), 1);
      }

      private String difference(Response response) {
        return response.size() == content.size()
            ? "as many bytes, but others"
            : response.size() + " bytes";
      }

      private Finding unreachable() {
        return unknown("not fetchable: no answer");
      }

      private Finding unknown(String why) {
        return new Finding.Observed(why, false, 0);
      }
    };
  }

  /** Says where the file went and whether it can be had from there. */
  Expectation form() {
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
                .orElseGet(() -> new Finding.Moot("no file_url")));
  }

  private static String extension(URI uri) {
    String path = Optional.ofNullable(uri.getPath()).orElse("");
    int dot = path.lastIndexOf('.');
    return dot > path.lastIndexOf('/') ? ", extension " + path.substring(dot) : ", no extension";
  }

  /** The URL in a 2xx answer. */
  static Optional<URI> of(Exchange upload) {
    return upload.succeeded()
        ? upload.member(MEMBER).flatMap(node -> webUrl(node))
        : Optional.empty();
  }

  private boolean mayFetch(URI uri) {
    String host = Optional.ofNullable(uri.getHost()).orElse("").toLowerCase(Locale.ROOT);
    String authority = uri.getRawAuthority().toLowerCase(Locale.ROOT);
    return uri.getUserInfo() == null
        && (host.equals(service.getHost().toLowerCase(Locale.ROOT))
            || (Loopback.is(uri) && Loopback.is(service))
            || fileHosts.contains(host)
            || fileHosts.contains(authority));
  }
}
