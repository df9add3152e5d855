package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.headersRecorded;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.Level;
import dev.assay.contract.Operation;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.TargetValue;
import dev.assay.exchange.Request;
import dev.assay.request.SampleFile;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.probe.AuthorizationMutation;
import dev.assay.suite.probe.AuthorizationMutation.Kind;
import dev.assay.suite.probe.CredentialPlace;
import dev.assay.verdict.ResponseExpectations;
import java.util.List;
import java.util.Locale;

/** Every way to be without the credential that a contract asks for, or with a wrong one. */
final class SecurityCases {

  private static final int STATUS = 401;
  private static final int TIMES = 12;
  private static final List<String> HEADERS =
      List.of("Content-Type", "Cache-Control", "WWW-Authenticate");

  private final CaseContext context;
  private final CaseList cases;
  private final RefusalCases refusals;

  SecurityCases(CaseContext context) {
    this.context = context;
    this.cases = context.cases();
    this.refusals = new RefusalCases(cases);
  }

  /** All of its cases; none where no credential is asked for, or the target gives none. */
  void add() {
    context.credential().ifPresent(this::add);
    List<CredentialPlace> all = context.credentials();
    all.stream()
        .filter(place -> all.size() > 1 && isNeeded(place.scheme()))
        .forEach(this::eachOfSeveral);
  }

  /** Whether no documented way does without that one of those that are sent. */
  private boolean isNeeded(SecurityScheme scheme) {
    return context.operation().alternatives().stream()
        .filter(context.requests().credentials()::containsAll)
        .allMatch(way -> way.contains(scheme));
  }

  /** Where several must be there, each of them alone is missing or wrong, beside the others. */
  private void eachOfSeveral(CredentialPlace place) {
    Request good = context.plain("authorization");
    String id = Operation.slug(place.scheme().id());
    refused(
        id + "-missing",
        "a request without %s, and with all others, is refused".formatted(place.scheme().id()),
        Interaction.once(place.withoutIt(good)),
        Kind.MISSING);
    refused(
        id + "-wrong",
        "a request with a wrong %s, and all others right, is refused"
            .formatted(place.scheme().id()),
        Interaction.once(place.wrong(good)),
        Kind.INVALID);
  }

  private void add(CredentialPlace place) {
    Request good = context.plain("authorization");
    List<AuthorizationMutation> forms =
        AuthorizationMutation.of(place, context.service().secrets());
    forms.forEach(form -> wrong(form, good));
    forms.stream()
        .filter(AuthorizationMutation::isOfInterestAfterTheRightOne)
        .forEach(form -> afterTheRightOne(form, good));
    everyTime("missing", "requests without a token", place.without(good), Kind.MISSING);
    everyTime("wrong", "requests with a wrong token", place.wrong(good), Kind.INVALID);
    if (context.requests().tellsKinds()) {
      refused(
          "document",
          "a document without a token is refused",
          Interaction.once(place.without(document())),
          Kind.MISSING);
    }
    occasions(place, good);
    cases.add(
        "silent/error-headers",
        "a refusal says what its body is",
        Interaction.once(place.without(good)),
        cases.about("silent/error-headers", Level.SILENT, headersRecorded(HEADERS)));
  }

  private Request document() {
    SampleFile pdf = SampleFile.PDF;
    return context
        .requests()
        .draft("no-token")
        .with(pdf, context.requests().named("no-token", pdf, pdf.content()))
        .request();
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
  private void refused(String name, String says, Interaction interaction, Kind kind) {
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
  private void occasions(CredentialPlace place, Request good) {
    for (Occasion occasion : documented(place)) {
      context
          .service()
          .contract()
          .value(occasion.becomes())
          .filter(TargetValue::secret)
          .ifPresent(value -> occasion(place, value, good));
    }
  }

  private void occasion(CredentialPlace place, TargetValue value, Request good) {
    String name = value.placeholder().toLowerCase(Locale.ROOT).replace('_', '-');
    String fact = value.says().replaceAll("\\.$", "") + " is refused";
    String says = fact.substring(0, 1).toLowerCase(Locale.ROOT) + fact.substring(1);
    if (context.service().secrets().has(value.placeholder())) {
      Request request =
          place.with(good, place.scheme().kind().prefix() + "$" + value.placeholder());
      refused(name, says, Interaction.once(request), Kind.INVALID);
    } else {
      cases.skip(
          "401/" + name,
          says,
          "the target file gives no services.%s.%s".formatted(context.service().name(), value.at()),
          checks(Kind.INVALID).subList(0, 1));
    }
  }

  private List<Occasion> documented(CredentialPlace place) {
    return cases.operation().response(STATUS).stream()
        .flatMap(response -> response.occasions().stream())
        .filter(occasion -> occasion.field().equalsIgnoreCase(place.scheme().name()))
        .toList();
  }

  /** Where no 401 is documented, a service may refuse with another status. */
  private List<ClauseCheck> checks(Kind kind) {
    if (cases.operation().response(STATUS).isEmpty()) {
      return List.of(
          cases.about("response/" + STATUS + "/" + kind.reason(), ResponseExpectations.refused()));
    }
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
}
