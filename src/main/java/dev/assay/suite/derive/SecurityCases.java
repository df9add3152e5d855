package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.headersRecorded;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.contract.Contract;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.Level;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.Request;
import dev.assay.exchange.secret.Secrets;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.probe.AuthorizationMutation;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import java.util.List;
import java.util.Locale;

/** Every way to be without the credential that a contract asks for, or with a wrong one. */
public final class SecurityCases {

  private static final int STATUS = 401;
  private static final int TIMES = 12;
  private static final List<String> HEADERS =
      List.of("Content-Type", "Cache-Control", "WWW-Authenticate");

  private final CaseList cases;
  private final RefusalCases refusals;
  private final SecurityScheme scheme;

  public SecurityCases(CaseList cases) {
    this.cases = cases;
    this.refusals = new RefusalCases(cases);
    this.scheme = cases.operation().security().get(0);
  }

  /**
   * All of its cases.
   *
   * @param good the documented request
   * @param secrets of the service
   * @param contract the whole, which tells what other credentials a target may give
   */
  public void add(Request good, Secrets secrets, Contract contract) {
    List<AuthorizationMutation> forms = AuthorizationMutation.of(scheme, secrets);
    forms.forEach(form -> wrong(form, good));
    forms.stream()
        .filter(AuthorizationMutation::isOfInterestAfterTheRightOne)
        .forEach(form -> afterTheRightOne(form, good));
    everyTime("missing", "requests without a token", missing(good), Kind.MISSING);
    everyTime("wrong", "requests with a wrong token", wrong(good), Kind.INVALID);
    occasions(good, secrets, contract);
    cases.add(
        "silent/error-headers",
        "a refusal says what its body is",
        Interaction.once(missing(good)),
        cases.about("silent/error-headers", Level.SILENT, headersRecorded(HEADERS)));
  }

  private void wrong(AuthorizationMutation form, Request good) {
    Interaction interaction = Interaction.once(form.change().apply(good));
    if (form.kind() == Kind.OPEN) {
      cases.add(
          "silent/authorization-forms/" + form.name(),
          "a request with " + form.says(),
          interaction,
          cases.about("silent/authorization-forms", Level.SILENT, anything(false)));
    } else {
      refused(
          form.name(), "a request with " + form.says() + " is refused", interaction, form.kind());
    }
  }

  /** One more request that must be refused for want of a valid credential. */
  public void refused(String name, String says, Interaction interaction, Kind kind) {
    cases.add("401/" + name, says, interaction, checks(kind));
  }

  private void afterTheRightOne(AuthorizationMutation form, Request good) {
    cases.add(
        "401/after-the-right-one/" + form.name(),
        "on the connection of a request that was right, one with " + form.says() + " is refused",
        Interaction.onOneConnection(good, form.change().apply(good)),
        RefusalCases.onLast(checks(form.kind())));
  }

  /** So often at once that a refusal which is only given now and then shows. */
  private void everyTime(String name, String who, Request request, Kind kind) {
    refused(
        name + "-every-time",
        who + " are refused every time",
        Interaction.atOnce(request, TIMES),
        kind);
  }

  /** Other credentials of the target that the contract says to be refused. */
  private void occasions(Request good, Secrets secrets, Contract contract) {
    for (Occasion occasion : documented()) {
      contract.values().stream()
          .filter(value -> value.secret() && value.name().equals(occasion.becomes()))
          .forEach(value -> occasion(value, good, secrets, contract.service()));
    }
  }

  private void occasion(TargetValue value, Request good, Secrets secrets, String service) {
    String name = value.name().replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    String placeholder = name.replace('-', '_').toUpperCase(Locale.ROOT);
    String says = value.says().replaceAll("\\.$", "") + " is refused";
    String fact = says.substring(0, 1).toLowerCase(Locale.ROOT) + says.substring(1);
    if (secrets.has(placeholder)) {
      Request request = good.with(scheme.name(), scheme.kind().prefix() + "$" + placeholder);
      refused(name, fact, Interaction.once(request), Kind.INVALID);
    } else {
      cases.skip(
          "401/" + name,
          fact,
          "the target file gives no services.%s.%s".formatted(service, value.name()),
          checks(Kind.INVALID).subList(0, 1));
    }
  }

  private List<Occasion> documented() {
    return cases.operation().response(STATUS).stream()
        .flatMap(response -> response.occasions().stream())
        .filter(occasion -> occasion.field().equalsIgnoreCase(scheme.name()))
        .toList();
  }

  private List<ClauseCheck> checks(Kind kind) {
    List<ClauseCheck> checks =
        refusals.checks(STATUS, kind.reason(), kind == Kind.MISSING ? missingTexts() : texts());
    return kind == Kind.OTHER_SCHEME ? whereRefused(checks) : checks;
  }

  /** Who holds the right token is no stranger: what is said is asked only of a refusal. */
  private static List<ClauseCheck> whereRefused(List<ClauseCheck> checks) {
    return checks.stream()
        .map(
            check ->
                check.equals(checks.get(0))
                    ? check
                    : new ClauseCheck(check.clause(), check.expectation().where(status(STATUS))))
        .toList();
  }

  private List<String> missingTexts() {
    List<String> shown = refusals.shown(STATUS, occasion -> occasion.becomes().equals("absent"));
    return shown.isEmpty() ? texts() : shown;
  }

  private List<String> texts() {
    return refusals.texts(STATUS, "");
  }

  private Request missing(Request good) {
    return good.without(scheme.name());
  }

  private Request wrong(Request good) {
    return good.with(scheme.name(), scheme.kind().prefix() + "assay-wrong-token");
  }
}
