package dev.assay.exchange.auth;

import com.nimbusds.common.contenttype.ContentType;
import com.nimbusds.oauth2.sdk.AccessTokenResponse;
import com.nimbusds.oauth2.sdk.ClientCredentialsGrant;
import com.nimbusds.oauth2.sdk.ErrorObject;
import com.nimbusds.oauth2.sdk.ParseException;
import com.nimbusds.oauth2.sdk.Scope;
import com.nimbusds.oauth2.sdk.TokenRequest;
import com.nimbusds.oauth2.sdk.TokenResponse;
import com.nimbusds.oauth2.sdk.auth.ClientAuthentication;
import com.nimbusds.oauth2.sdk.auth.ClientSecretBasic;
import com.nimbusds.oauth2.sdk.auth.ClientSecretPost;
import com.nimbusds.oauth2.sdk.auth.Secret;
import com.nimbusds.oauth2.sdk.http.HTTPRequest;
import com.nimbusds.oauth2.sdk.http.HTTPResponse;
import com.nimbusds.oauth2.sdk.id.ClientID;
import com.nimbusds.oauth2.sdk.token.AccessToken;
import dev.assay.UserException;
import dev.assay.exchange.Body;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Failure;
import dev.assay.exchange.Request;
import dev.assay.exchange.Response;
import dev.assay.exchange.client.Client;
import dev.assay.exchange.client.ServiceClient;
import dev.assay.exchange.secret.RenewedCredential.Token;
import dev.assay.exchange.secret.Secrets;
import dev.assay.exchange.target.Authentication.OAuth2;
import dev.assay.exchange.target.Limits;
import dev.assay.exchange.target.ServiceAccess;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * The client credentials grant of OAuth 2.0 (RFC 6749, section 4.4). The way to the token endpoint
 * is that to the service: its proxy, its authorities, its client certificate.
 */
final class ClientCredentials implements Supplier<Token> {

  private final OAuth2 oauth2;
  private final ServiceAccess access;
  private final Limits limits;

  ClientCredentials(OAuth2 oauth2, ServiceAccess service, Limits limits) {
    this.oauth2 = oauth2;
    this.access =
        new ServiceAccess(
            List.of(oauth2.tokenUrl()),
            Secrets.none(),
            Optional.empty(),
            List.of(),
            service.connection());
    this.limits = new Limits(Double.POSITIVE_INFINITY, limits.timeout(), false, 0, 0);
  }

  @Override
  public Token get() {
    Instant asked = Instant.now();
    try (Client client = ServiceClient.overApache(access, limits)) {
      Exchange exchange = client.send(ours(request().toHTTPRequest()));
      Response answer =
          exchange
              .response()
              .orElseThrow(
                  () -> problem(exchange.failure().map(Failure::detail).orElse("no answer")));
      return token(answer, asked);
    }
  }

  private TokenRequest request() {
    ClientID id = new ClientID(oauth2.clientId());
    Secret secret = new Secret(oauth2.clientSecret());
    ClientAuthentication who =
        oauth2.inBody() ? new ClientSecretPost(id, secret) : new ClientSecretBasic(id, secret);
    TokenRequest.Builder builder =
        new TokenRequest.Builder(oauth2.tokenUrl(), who, new ClientCredentialsGrant());
    oauth2.scope().map(Scope::parse).ifPresent(builder::scope);
    oauth2.audience().ifPresent(value -> builder.customParameter("audience", value));
    return builder.build();
  }

  private Request ours(HTTPRequest theirs) {
    Request request = Request.post(oauth2.tokenUrl(), new Body.Text(theirs.getBody()));
    for (Map.Entry<String, List<String>> header : theirs.getHeaderMap().entrySet()) {
      for (String value : header.getValue()) {
        request = request.and(header.getKey(), value);
      }
    }
    return request.with("Accept", ContentType.APPLICATION_JSON.getType());
  }

  private Token token(Response answer, Instant asked) {
    try {
      TokenResponse parsed = TokenResponse.parse(theirs(answer));
      if (parsed instanceof AccessTokenResponse granted) {
        AccessToken token = granted.getTokens().getAccessToken();
        Optional<Instant> expiresAt =
            token.getLifetime() > 0
                ? Optional.of(asked.plusSeconds(token.getLifetime()))
                : JwtExpiry.of(token.getValue());
        return new Token(token.getValue(), expiresAt);
      }
      throw problem(refused(answer, parsed.toErrorResponse().getErrorObject()));
    } catch (ParseException e) {
      throw problem(
          "it answered %s with no token in it that RFC 6749, section 5.1, knows: access_token and token_type"
              .formatted(answer.status()));
    }
  }

  private static HTTPResponse theirs(Response answer) throws ParseException {
    HTTPResponse theirs = new HTTPResponse(answer.status());
    theirs.setContentType(answer.header("Content-Type").orElse("text/plain"));
    theirs.setBody(answer.text());
    return theirs;
  }

  private String refused(Response answer, ErrorObject error) {
    String code = Optional.ofNullable(error.getCode()).map(each -> " " + each).orElse("");
    String why = Optional.ofNullable(error.getDescription()).map(each -> ": " + each).orElse("");
    return "it answered %s%s%s; check clientId, clientSecret and scope"
        .formatted(answer.status(), code, why);
  }

  private UserException problem(String why) {
    return new UserException(
        "%s gives no token for %s: %s".formatted(oauth2.tokenUrl(), oauth2.key(), why));
  }
}
