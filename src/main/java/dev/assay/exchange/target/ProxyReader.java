package dev.assay.exchange.target;

import dev.assay.UserException;
import dev.assay.exchange.connection.Authority;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.NoProxy;
import dev.assay.exchange.connection.Proxies;
import dev.assay.exchange.connection.Proxy;
import dev.assay.exchange.secret.Secrets.Secret;
import dev.assay.yaml.YamlNode.Value;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads which proxies are on the way, from a target file or else from the environment. */
final class ProxyReader {

  private static final Pattern PROXY_URL =
      Pattern.compile(
          "(?:http://)?(?:([^/@:]*)(?::([^/@]*))?@)?([^/@]+?)/?", Pattern.CASE_INSENSITIVE);
  private static final Pattern HAS_CREDENTIALS = Pattern.compile("(?:[^/]*//)?[^/]*@.*");
  private static final Pattern HOST_AND_PORT =
      Pattern.compile("(\\[[0-9A-Fa-f:.]+]|[^:\\[\\]]+):(\\d{1,5})");
  private static final int LAST_PORT = 65_535;

  private final Map<String, String> environment;
  private final List<Secret> secrets = new ArrayList<>();

  ProxyReader(Map<String, String> environment) {
    this.environment = environment;
  }

  /** The credentials that were read. */
  List<Secret> secrets() {
    return secrets;
  }

  /** What a target file says. */
  Proxies given(Value value) {
    if (value.content().equals("none")) {
      return Proxies.none();
    }
    if (HAS_CREDENTIALS.matcher(value.written()).matches() && !value.written().contains("${")) {
      throw value.flaw(
          "holds credentials; take them from the environment, as in http://${PROXY_USER}:${PROXY_PASSWORD}@proxy.example.com:3128");
    }
    return Proxies.all(proxy(value.content(), value.place().name(), what -> value.flaw(what)));
  }

  /**
   * What the variables http_proxy, https_proxy and no_proxy say, in small or capital letters, as
   * curl and many others read them.
   */
  Proxies ofEnvironment() {
    return new Proxies(
        fromVariable("http_proxy"),
        fromVariable("https_proxy"),
        NoProxy.of(variable("no_proxy").map(Variable::value).orElse("")));
  }

  private record Variable(String name, String value) {}

  private Optional<Variable> variable(String name) {
    return List.of(name, name.toUpperCase(Locale.ROOT)).stream()
        .map(each -> new Variable(each, environment.getOrDefault(each, "").strip()))
        .filter(each -> !each.value().isEmpty())
        .findFirst();
  }

  private Optional<Proxy> fromVariable(String name) {
    return variable(name)
        .map(
            variable ->
                proxy(
                    variable.value(),
                    "the variable " + variable.name(),
                    what ->
                        new UserException(
                            "the environment variable %s %s (or write `proxy: none` into the target file)"
                                .formatted(variable.name(), what))));
  }

  private Proxy proxy(String url, String setting, Function<String, UserException> flaw) {
    try {
      Matcher form = PROXY_URL.matcher(url);
      if (form.matches()) {
        return new Proxy(
            Authority.of(URI.create("http://" + form.group(3))).orElseThrow(),
            Optional.ofNullable(form.group(1)).map(user -> credentials(user, form.group(2))),
            setting);
      }
    } catch (IllegalArgumentException | NoSuchElementException e) {
      // what is said below says more to people
    }
    throw flaw.apply(
        "must be the URL of an HTTP proxy like http://proxy.example.com:3128; TLS to the proxy itself and SOCKS are not spoken");
  }

  private Proxy.Credentials credentials(String user, String password) {
    Proxy.Credentials credentials =
        new Proxy.Credentials(decoded(user), password == null ? "" : decoded(password));
    secrets.add(new Secret("PROXY_PASSWORD", "PROXY_PASSWORD", credentials.password()));
    secrets.add(new Secret("PROXY_CREDENTIALS", "PROXY_CREDENTIALS", credentials.basic()));
    return credentials;
  }

  /** A plus is a plus in a URL (RFC 3986, section 3.2.1). */
  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The address that stands for the one of the base URL. */
  static ConnectTo connectTo(Value value, URI baseUrl) {
    Matcher form = HOST_AND_PORT.matcher(value.content().strip());
    if (!form.matches() || Integer.parseInt(form.group(2)) > LAST_PORT) {
      throw value.flaw(
          "must be an address with a port, like 10.0.0.5:443, not `%s`".formatted(value.written()));
    }
    return new ConnectTo(
        Authority.of(baseUrl).orElseThrow(),
        new Authority(form.group(1), Integer.parseInt(form.group(2))),
        value.place().name());
  }
}
