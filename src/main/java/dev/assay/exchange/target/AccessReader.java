package dev.assay.exchange.target;

import dev.assay.contract.Contract;
import dev.assay.exchange.Header;
import dev.assay.exchange.connection.ConnectTo;
import dev.assay.exchange.connection.Connection;
import dev.assay.exchange.connection.Loopback;
import dev.assay.exchange.connection.Tls;
import dev.assay.exchange.secret.Credential;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.secret.Secrets.Secret;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what the services of a target file have in common: where they are, the way there, and what
 * they ask of whoever comes.
 */
final class AccessReader {

  private static final String TOKEN = "TOKEN";

  private static final List<String> KEYS =
      List.of("baseUrl", "headers", "connectTo", "proxy", "tls");

  /** They belong to the cases, to HTTP itself, or have a key of their own. */
  private static final Set<String> TAKEN =
      Set.of(
          "authorization",
          "connection",
          "content-length",
          "content-type",
          "expect",
          "host",
          "proxy-authorization",
          "te",
          "trailer",
          "transfer-encoding",
          "upgrade");

  private static final Pattern HEADER_NAME = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
  private static final Pattern FIELD_VALUE =
      Pattern.compile("[\\x21-\\x7e]([\\t\\x20-\\x7e]*[\\x21-\\x7e])?");
  private static final Pattern SOUNDS_SECRET =
      Pattern.compile("(?i).*(cookie|key|pass|secret|token|auth|credential|session).*");

  private final Group service;
  private final Contract contract;
  private final boolean asksForToken;
  private final Path folder;
  private final Map<String, String> environment;
  private final List<URI> baseUrls;
  private final Optional<ConnectTo> reached;
  private final boolean literalsAllowed;
  private final List<Credential> secrets = new ArrayList<>();

  /**
   * A reader of one service.
   *
   * @param contract what it promises
   * @param folder of the file; relative paths begin there
   * @param environment what names the proxies on this machine
   * @param more keys that only this service has
   * @param urls those of them that give other base URLs of it
   */
  AccessReader(
      Group service,
      Contract contract,
      Path folder,
      Map<String, String> environment,
      List<String> more,
      List<String> urls) {
    this.asksForToken = contract.value("token").isPresent();
    List<String> known = new ArrayList<>(KEYS);
    known.addAll(more);
    if (asksForToken) {
      known.addAll(List.of("token", "auth"));
    }
    this.service = service.only(known.stream().distinct().toArray(String[]::new));
    this.contract = contract;
    this.folder = folder;
    this.environment = environment;
    BaseUrl own = BaseUrl.of(service.required("baseUrl"));
    this.reached = own.reached();
    this.baseUrls = new ArrayList<>(List.of(own.uri()));
    urls.stream()
        .flatMap(key -> service.optional(key).stream())
        .map(BaseUrl::plain)
        .forEach(baseUrls::add);
    this.literalsAllowed = baseUrls.stream().allMatch(Loopback::is);
  }

  /** Its own base URL. */
  URI baseUrl() {
    return baseUrls.get(0);
  }

  /** A credential that requests mention by that name. */
  void credential(String placeholder, Value value) {
    if (!value.content().chars().allMatch(c -> c > ' ' && c < 127)) {
      throw value.flaw(
          "holds a blank, a line break or another character that no header can carry;"
              + " remove it from the credential");
    }
    hide(placeholder, value, literalsAllowed);
  }

  /** A user with a password, which requests mention as one (RFC 7617, section 2). */
  void login(String placeholder, Group login) {
    Value user = login.only("user", "password").required("user");
    Value password = login.required("password");
    if (user.content().indexOf(':') >= 0) {
      throw user.flaw("has a colon, which ends the name of a user; no such user can be sent");
    }
    String both = user.content() + ":" + password.content();
    String encoded = Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    hide(placeholder + "_PASSWORD", password, literalsAllowed);
    secrets.add(new Secret(placeholder, shown(placeholder), encoded));
  }

  private void hide(String placeholder, Value value, boolean literally) {
    Optional<String> variable = EnvironmentVariables.in(value);
    if (variable.isEmpty() && !literally) {
      throw value.flaw(
          "is written into the file; take it from the environment, as in `${"
              + placeholder
              + "}` (a literal is accepted for a service on this machine only)");
    }
    secrets.add(new Secret(placeholder, variable.orElse(placeholder), value.content()));
  }

  /** All of it, with the credentials given so far. */
  ServiceAccess read() {
    Optional<Authentication> authentication = authentication();
    if (authentication.isPresent()) {
      secrets.add(Secret.unknown(TOKEN, shown(TOKEN)));
    } else if (asksForToken && secrets.stream().noneMatch(known -> known.name().equals(TOKEN))) {
      credential(TOKEN, service.required("token"));
    }
    List<Header> headers = headers(service.groupOrEmpty("headers"));
    Connection connection = connection();
    return new ServiceAccess(baseUrls, new Secrets(secrets), authentication, headers, connection);
  }

  private Connection connection() {
    ProxyReader proxies = new ProxyReader(environment);
    Connection connection =
        new Connection(
            service
                .optional("connectTo")
                .map(value -> ProxyReader.connectTo(value, baseUrl()))
                .or(() -> reached),
            service.optional("proxy").map(proxies::given).orElseGet(proxies::ofEnvironment),
            service.optionalGroup("tls").map(this::tls).orElse(Tls.ofPlatform()));
    proxies.secrets().forEach(secrets::add);
    return connection;
  }

  private Tls tls(Group tls) {
    tls.optional("keyPassword").ifPresent(value -> hide("KEY_PASSWORD", value, literalsAllowed));
    tls.optional("trustPassword").ifPresent(value -> hide("TRUST_PASSWORD", value, true));
    return new TlsFiles(folder).read(tls);
  }

  private List<Header> headers(Group headers) {
    List<Header> read = new ArrayList<>();
    for (String header : headers.members().keySet()) {
      read.add(header(header, headers.required(header)));
    }
    return read;
  }

  private Header header(String header, Value value) {
    if (!HEADER_NAME.matcher(header).matches()) {
      throw value.flaw("is no name that a header can have");
    }
    if (isTaken(header)) {
      throw value.flaw("cannot be set: the cases or HTTP itself say it");
    }
    if (!FIELD_VALUE.matcher(value.content()).matches()) {
      throw value.flaw("holds a character that no header can carry, or a blank at an edge");
    }
    if (value.written().equals(value.content())) {
      return literal(header, value);
    }
    String placeholder = "HEADER_" + (char) ('A' + headerSecrets());
    String shown =
        EnvironmentVariables.in(value)
            .orElse(header.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9_]", "_"));
    secrets.add(new Secret(placeholder, shown, value.content()));
    return new Header(header, "$" + placeholder);
  }

  private boolean isTaken(String header) {
    return TAKEN.contains(header.toLowerCase(Locale.ROOT))
        || contract.operations().stream()
            .anyMatch(operation -> operation.headers().anyMatch(header::equalsIgnoreCase));
  }

  /** What no one variable holds is shown as a variable of the service. */
  private String shown(String placeholder) {
    String name = contract.service().toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_");
    return name + "_" + placeholder;
  }

  private Header literal(String header, Value value) {
    if (SOUNDS_SECRET.matcher(header).matches() && !literalsAllowed) {
      throw value.flaw(
          "is written into the file and sounds secret; take it from the environment, as in `${NAME}`");
    }
    return new Header(header, value.content());
  }

  private long headerSecrets() {
    return secrets.stream().filter(secret -> secret.name().startsWith("HEADER_")).count();
  }

  private Optional<Authentication> authentication() {
    Optional<Group> auth = service.optionalGroup("auth");
    if (auth.isPresent() && service.has("token")) {
      throw auth.get()
          .flaw("says where the token comes from, and `token` gives one: keep one of them");
    }
    return auth.map(group -> new AuthenticationReader(group, folder).read(this::secret));
  }

  private void secret(Value value, boolean literally) {
    hide("CLIENT_SECRET", value, literally);
  }
}
