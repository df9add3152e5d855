package dev.assay.exchange.record;

import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Header;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.secret.OwnValues;
import dev.assay.exchange.secret.Redactor;
import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;

/**
 * Makes of what was sent to a service, and received from it, what may be shown and written. It is
 * the one place where credentials are replaced.
 */
public final class Recorder {

  private final Secrets secrets;
  private final Redactor redactor;
  private final OwnValues own;
  private final Curl curl;

  /**
   * A recorder for one service.
   *
   * @param secrets its credentials, and those that must not be shown either
   * @param ids its users, rooms and the like by their keys in target files; they are no secret
   */
  public Recorder(Secrets secrets, Map<String, String> ids) {
    this.secrets = secrets;
    this.redactor = new Redactor(secrets);
    this.own = new OwnValues(secrets, ids);
    this.curl = new Curl(secrets, redactor);
  }

  /** The text with every credential replaced by its placeholder. */
  public String text(String text) {
    return redactor.text(text);
  }

  /** A text that goes on, as it may be shown: a credential at its end may be cut in two. */
  public String beginning(String text) {
    return redactor.beginning(text);
  }

  /**
   * The text as any other target would have put it: without credentials, and with the names of keys
   * in place of the target's own ids.
   */
  public String comparable(String text) {
    return own.named(redactor.text(text));
  }

  /** The exchange as it may be shown. */
  public RecordedExchange recorded(Exchange exchange) {
    return new RecordedExchange(
        shown(exchange.request()),
        exchange
            .before()
            .map(before -> curl.inARow(List.of(before, exchange.request())))
            .orElseGet(() -> curl.of(exchange.request())),
        exchange.response().map(this::shown),
        exchange.failure().map(f -> new Failure(f.kind(), text(f.detail()))),
        exchange.sentAt(),
        exchange.receivedAt());
  }

  private Request shown(Request request) {
    return new Request(
        request.method(),
        shown(request.uri()),
        request.query().map(this::ownText),
        request.headers().stream().map(h -> new Header(h.name(), ownText(h.value()))).toList(),
        request.body().map(redactor::credentials),
        request.framing());
  }

  /** What holds placeholders already. */
  private String ownText(String text) {
    return redactor.credentials(secrets.shown(text));
  }

  /** A credential may be half of an escape: what is no URL without it is left out. */
  private URI shown(URI uri) {
    String scheme = uri.getScheme() + ":";
    try {
      return new URI(scheme + text(uri.toString().substring(scheme.length())));
    } catch (URISyntaxException e) {
      return URI.create(scheme + "//" + text(uri.getRawAuthority()) + "/(masked)");
    }
  }

  private RecordedResponse shown(Response response) {
    String text = response.isCut() ? beginning(response.text()) : text(response.text());
    return new RecordedResponse(
        response.status(),
        response.headers().stream().map(h -> new Header(h.name(), text(h.value()))).toList(),
        text.substring(0, Math.min(text.length(), RecordedResponse.LONGEST)),
        response.size(),
        response.fingerprint());
  }
}
