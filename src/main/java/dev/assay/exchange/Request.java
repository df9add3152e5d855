package dev.assay.exchange;

import dev.assay.exchange.secret.Secrets;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A request before its credentials are filled in: header values and the query may hold the
 * placeholders {@code $TOKEN}, {@code $CLIENT_ID} and {@code $ORPHAN_TOKEN} (see {@link Secrets}).
 *
 * @param method any token, in upper case
 * @param uri absolute
 * @param query sent after the path, without its question mark; may hold placeholders
 * @param headers in the order in which they are sent; names may repeat
 * @param body what is sent; {@link Body#NONE} for nothing
 * @param framing how the body's length is given
 */
public record Request(
    String method,
    URI uri,
    Optional<String> query,
    List<Header> headers,
    Body body,
    Framing framing) {

  /** What every request says in its User-Agent, unless it says otherwise. */
  public static final String USER_AGENT = "assay";

  /** Methods whose requests give no length where they have no body. */
  private static final Set<String> BODILESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE", "DELETE");

  /** How a body travels (RFC 9112, section 6, and RFC 9110, section 10.1.1). */
  public enum Framing {
    /** With Content-Length. */
    SIZED,
    /** With Transfer-Encoding: chunked. */
    CHUNKED,
    /** With Content-Length, and only after the server said 100 Continue. */
    EXPECT_CONTINUE
  }

  public Request {
    headers = List.copyOf(headers);
  }

  /** A GET without any header of its own. */
  public static Request get(URI uri) {
    return new Request("GET", uri, Optional.empty(), List.of(), Body.NONE, Framing.SIZED);
  }

  /** A POST without any header of its own. */
  public static Request post(URI uri, Body body) {
    return new Request("POST", uri, Optional.empty(), List.of(), body, Framing.SIZED);
  }

  /** Whether it says how long its body is, be it empty. */
  public boolean tellsLength() {
    return body.size() > 0 || !BODILESS.contains(method);
  }

  /** This request with that header instead of all others of its name. */
  public Request with(String name, String value) {
    return without(name).and(name, value);
  }

  /** This request with one more header. */
  public Request and(String name, String value) {
    List<Header> more = new ArrayList<>(headers);
    more.add(new Header(name, value));
    return new Request(method, uri, query, more, body, framing);
  }

  /** This request without any header of that name. */
  public Request without(String name) {
    List<Header> fewer = headers.stream().filter(header -> !header.isNamed(name)).toList();
    return new Request(method, uri, query, fewer, body, framing);
  }

  public Request withMethod(String other) {
    return new Request(other, uri, query, headers, body, framing);
  }

  public Request withUri(URI other) {
    return new Request(method, other, query, headers, body, framing);
  }

  public Request withQuery(String other) {
    return new Request(method, uri, Optional.of(other), headers, body, framing);
  }

  public Request withoutQuery() {
    return new Request(method, uri, Optional.empty(), headers, body, framing);
  }

  public Request withBody(Body other) {
    return new Request(method, uri, query, headers, other, framing);
  }

  public Request framed(Framing other) {
    return new Request(method, uri, query, headers, body, other);
  }

  /** Where it goes, as the request line has it. */
  public String uriWithQuery() {
    return uri + query.map(text -> "?" + text).orElse("");
  }

  /** The text that the body gives under that name: a string member of its JSON, or a form field. */
  public Optional<String> field(String name) {
    return body.field(name);
  }

  /** The first header of that name. */
  public Optional<String> header(String name) {
    return headers.stream().filter(header -> header.isNamed(name)).map(Header::value).findFirst();
  }
}
