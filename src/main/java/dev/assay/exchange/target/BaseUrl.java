package dev.assay.exchange.target;

import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.HostName;
import dev.assay.yaml.YamlNode.Value;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a service as it is sent, and what of it is for this machine alone.
 *
 * @param uri in one spelling: scheme and host in lower case and ASCII, no dot at the end of the
 *     host, no port that the scheme has anyway, no slash at its end
 * @param reached where connections go, if the URL said more than what a server is told: the dot of
 *     the DNS root, or the zone of an IPv6 address (RFC 6874, section 4; RFC 9844)
 */
record BaseUrl(URI uri, Optional<ConnectTo> reached) {

  private static final String MEANT =
      "a base URL like https://host/prefix, without user, query or fragment";
  private static final Pattern FORM =
      Pattern.compile(
          "(?i)(https?)://(?:\\[([0-9a-f:.]+)(?:%(?:25)?([a-z0-9._~-]+))?]|([^/?#@:\\[\\]]+))"
              + "(?::(\\d{0,5}))?(/[^?#]*)?");
  private static final Pattern FILE_HOST =
      Pattern.compile("(\\[[0-9a-f:.]+]|[^:\\[\\]/]+)(:\\d{1,5})?", Pattern.CASE_INSENSITIVE);

  /**
   * The one that the value gives.
   *
   * @throws dev.assay.UserException if it gives none, naming file and line
   */
  static BaseUrl of(Value value) {
    return value.as(
        MEANT,
        text -> {
          Matcher form = FORM.matcher(text.replaceFirst("/+$", ""));
          return form.matches() ? of(form, value) : null;
        });
  }

  private static BaseUrl of(Matcher form, Value value) {
    String scheme = form.group(1).toLowerCase(Locale.ROOT);
    String written = form.group(4) == null ? form.group(2) : named(form.group(4), value);
    String host =
        form.group(4) == null
            ? "[" + written.toLowerCase(Locale.ROOT) + "]"
            : HostName.canonical(written);
    int usual = Authority.usualPort(scheme);
    String digits = form.group(5) == null ? "" : form.group(5);
    int port = digits.isEmpty() ? usual : Integer.parseInt(digits);
    URI uri =
        URI.create(
            scheme
                + "://"
                + host
                + (port == usual ? "" : ":" + port)
                + (form.group(6) == null ? "" : form.group(6)));
    if (Authority.of(uri).isEmpty() || ("." + written).contains("..")) {
      return null;
    }
    String lookedUp = form.group(3) == null ? written : written + "%" + form.group(3);
    boolean more = form.group(3) != null || lookedUp.endsWith(".");
    ConnectTo reached =
        new ConnectTo(
            new Authority(host, port),
            new Authority(HostName.bracketed(lookedUp), port),
            value.place().name());
    return new BaseUrl(uri, Optional.of(reached).filter(anywhereElse -> more));
  }

  /** The name in ASCII, with a dot at its end if it has one. */
  private static String named(String host, Value value) {
    Optional<String> ascii = HostName.ascii(host);
    HostName.oddCharacter(ascii.orElse(host))
        .ifPresent(
            odd -> {
              throw value.flaw(
                  "has a host name with `%s` in it, which none can have; write names in other scripts in ASCII, as xn--…"
                      .formatted(odd));
            });
    return ascii.orElseThrow();
  }

  /** A base URL that is reached as it is written. */
  static URI plain(Value value) {
    BaseUrl url = of(value);
    if (url.reached.filter(to -> to.address().host().contains("%")).isPresent()) {
      throw value.flaw("has a zone in its address; only baseUrl may have one");
    }
    return url.uri;
  }

  /** A host from which files may be fetched, perhaps with a port. */
  static String fileHost(Value value) {
    return value.as(
        "a list of host names like assets.example.com",
        text -> {
          Matcher form = FILE_HOST.matcher(text);
          if (!form.matches()) {
            return null;
          }
          String host = form.group(1).startsWith("[") ? form.group(1) : named(form.group(1), value);
          return HostName.canonical(host) + (form.group(2) == null ? "" : form.group(2));
        });
  }
}
