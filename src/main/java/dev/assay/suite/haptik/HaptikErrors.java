package dev.assay.suite.haptik;

import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.errorObject;
import static dev.assay.verdict.ResponseExpectations.errorText;
import static dev.assay.verdict.ResponseExpectations.headersRecorded;
import static dev.assay.verdict.ResponseExpectations.refused;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.exchange.Request;
import dev.assay.exchange.secret.Secrets;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.NearIdentifier;
import dev.assay.suite.probe.AuthorizationMutation;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** The refusals that both Haptik operations document in the same words. */
public final class HaptikErrors {

  private static final String ERROR = "error_message";
  private static final String NO_TOKEN = "invalid authorization details";
  private static final String NO_USER = "user is not registered";
  private static final int REPEATS = 12;

  private final CaseList cases;

  HaptikErrors(CaseList cases) {
    this.cases = cases;
  }

  /** Every way to get the Authorization header of that request wrong. */
  void authorization(Request good, Secrets secrets) {
    List<AuthorizationMutation> forms = AuthorizationMutation.bearer(secrets);
    for (AuthorizationMutation form : forms) {
      Interaction interaction = Interaction.once(form.change().apply(good));
      if (form.kind() == Kind.OPEN) {
        cases.add(
            "silent/authorization-forms/" + form.name(),
            "a request with " + form.says(),
            interaction,
            cases.that("silent/authorization-forms", anything(false)));
      } else {
        cases.add(
            "401/" + form.name(),
            "a request with " + form.says() + " is refused",
            interaction,
            unauthorised(form.kind()));
      }
    }
    forms.stream()
        .filter(AuthorizationMutation::isOfInterestAfterTheRightOne)
        .forEach(form -> afterTheRightOne(form, good));
    everyTime("missing", "requests without a token", good.without("Authorization"), Kind.MISSING);
    everyTime(
        "wrong",
        "requests with a wrong token",
        good.with("Authorization", "Bearer assay-wrong-token"),
        Kind.INVALID);
    cases.add(
        "silent/error-headers",
        "a refusal says what its body is",
        Interaction.once(good.without("Authorization")),
        cases.that(
            "silent/error-headers",
            headersRecorded(List.of("Content-Type", "Cache-Control", "WWW-Authenticate"))));
  }

  /** What a server remembers of a connection must not make a wrong token right. */
  private void afterTheRightOne(AuthorizationMutation form, Request good) {
    cases.add(
        "401/after-the-right-one/" + form.name(),
        "on the connection of a request that was right, one with " + form.says() + " is refused",
        Interaction.onOneConnection(good, form.change().apply(good)),
        unauthorised(form.kind()).stream()
            .map(check -> new ClauseCheck(check.clause(), check.expectation().onLast()))
            .toList());
  }

  /** One more request that must be refused for want of a token. */
  void withoutToken(String name, String description, Request good) {
    cases.add(
        "401/" + name,
        description,
        Interaction.once(good.without("Authorization")),
        unauthorised(Kind.MISSING));
  }

  private void everyTime(String name, String who, Request request, Kind kind) {
    cases.add(
        "401/" + name + "-every-time",
        who + " are refused every time",
        Interaction.atOnce(request, REPEATS),
        unauthorised(kind));
  }

  private List<ClauseCheck> unauthorised(Kind kind) {
    if (kind == Kind.OTHER_SCHEME) {
      return List.of(
          cases.that("401/other-scheme", status(401)),
          cases.that("401/body", errorText(401, ERROR, NO_TOKEN).where(status(401))),
          cases.that("error-object", errorObject(401, ERROR).where(status(401))));
    }
    String clause = kind == Kind.MISSING ? "401/missing-header" : "401/invalid-header";
    return List.of(
        cases.that(clause, status(401)),
        cases.that("401/body", errorText(401, ERROR, NO_TOKEN)),
        cases.that("error-object", errorObject(401, ERROR)));
  }

  /** Nor must it make a stranger a registered user. */
  void afterTheRegisteredOne(Request good, Request stranger) {
    cases.add(
        "403/after-the-registered-one",
        "on the connection of a registered user, an unregistered one is refused",
        Interaction.onOneConnection(good, stranger),
        cases.that("403/unregistered-user", status(403).onLast()),
        cases.that("403/body", errorText(403, ERROR, NO_USER).onLast()));
  }

  /** A request that must be refused for want of a registered user. */
  void unregistered(String name, String description, Interaction interaction) {
    cases.add(
        "403/" + name,
        description,
        interaction,
        cases.that("403/unregistered-user", status(403)),
        cases.that("403/body", errorText(403, ERROR, NO_USER)),
        cases.that("error-object", errorObject(403, ERROR)));
  }

  /**
   * Identifiers that resemble the registered one. A pattern is nobody's; another may by chance be a
   * user's, so that its acceptance is a warning.
   *
   * @param from the plain request on behalf of a user
   */
  void nearIdentifiers(String registered, Function<String, Request> from) {
    NearIdentifier.of(registered).forEach(near -> near(near, "403/near-identifier", from));
    NearIdentifier.patterns(registered).forEach(near -> near(near, "403/unregistered-user", from));
  }

  private void near(NearIdentifier near, String clause, Function<String, Request> from) {
    cases.add(
        "403/near-identifier/" + near.name(),
        "an identifier that " + near.says() + " is not taken for the registered one",
        Interaction.once(from.apply(near.text())),
        cases.that(clause, refused()),
        cases.that("silent/field-values", anything(false)));
  }

  /**
   * Several things wrong at once: which is reported is open, but a bad token or user is never
   * accepted.
   */
  void orderOfChecks(String name, String description, Request request, String brokenClause) {
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(cases.that("silent/order-of-checks", anything(false)));
    checks.add(cases.that(brokenClause, refused()));
    cases.add("silent/order-of-checks/" + name, description, Interaction.once(request), checks);
  }
}
