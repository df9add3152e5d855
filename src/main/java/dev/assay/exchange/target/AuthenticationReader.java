package dev.assay.exchange.target;

import dev.assay.exchange.connection.Loopback;
import dev.assay.yaml.YamlNode.Group;
import dev.assay.yaml.YamlNode.Value;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/**
 * Reads where a token comes from.
 *
 * @param auth the key of that name
 * @param folder of the file; relative paths begin there
 */
record AuthenticationReader(Group auth, Path folder) {

  private static final Map<String, Boolean> IN_BODY =
      Map.of("client_secret_basic", false, "client_secret_post", true);

  /**
   * What it says.
   *
   * @param secrets is given each secret, and whether it may stand in the file
   */
  Authentication read(BiConsumer<Value, Boolean> secrets) {
    auth.only("oauth2", "command", "file");
    if (auth.members().size() != 1) {
      throw auth.flaw("must have one of oauth2, command and file");
    }
    if (auth.has("command")) {
      return new Authentication.Command(
          name("command"), auth.values("command").stream().map(Value::content).toList());
    }
    if (auth.has("file")) {
      return new Authentication.TokenFile(
          name("file"), folder.resolve(auth.required("file").content()));
    }
    return oauth2(auth.group("oauth2"), secrets);
  }

  private Authentication oauth2(Group oauth2, BiConsumer<Value, Boolean> secrets) {
    oauth2.only(
        "tokenUrl", "clientId", "clientSecret", "scope", "audience", "clientAuthentication");
    URI tokenUrl = BaseUrl.plain(oauth2.required("tokenUrl"));
    Value secret = oauth2.required("clientSecret");
    secrets.accept(secret, Loopback.is(tokenUrl));
    Optional<Value> way = oauth2.optional("clientAuthentication");
    return new Authentication.OAuth2(
        oauth2.place().name(),
        tokenUrl,
        oauth2.required("clientId").content(),
        secret.content(),
        oauth2.optional("scope").map(Value::content),
        oauth2.optional("audience").map(Value::content),
        way.map(value -> value.as("client_secret_basic or client_secret_post", IN_BODY::get))
            .orElse(false));
  }

  private String name(String key) {
    return auth.place().name() + "." + key;
  }
}
