package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.anything;
import static dev.assay.verdict.ResponseExpectations.errorObject;
import static dev.assay.verdict.ResponseExpectations.errorTextOneOf;
import static dev.assay.verdict.ResponseExpectations.refused;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.Level;
import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.NearIdentifier;
import dev.assay.suite.derive.CaseContext.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * RefusalCases as the responses of a contract document them: their status, their error object and
 * what it says.
 */
public final class RefusalCases {

  private final CaseList cases;

  public RefusalCases(CaseList cases) {
    this.cases = cases;
  }

  /**
   * What a refusal must show.
   *
   * @param reason the example of the response of that status which is about it
   */
  public List<ClauseCheck> checks(int status, String reason) {
    return checks(status, reason, texts(status, reason));
  }

  /**
   * What a refusal must show.
   *
   * @param texts those that its error may have; none where no document tells
   */
  public List<ClauseCheck> checks(int status, String reason, List<String> texts) {
    String part = "response/" + status + "/" + reason;
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(cases.about(part, status(status)));
    Optional<String> member = response(status).flatMap(DocumentedResponse::errorMember);
    member.ifPresent(
        name -> {
          if (!texts.isEmpty()) {
            checks.add(cases.about(part + "/text", errorTextOneOf(status, name, texts)));
          }
          checks.add(cases.about("error-object", errorObject(status, name)));
        });
    return checks;
  }

  /** What the error says then: the schema of the response tells, or else its example. */
  public List<String> texts(int status, String reason) {
    List<String> texts = response(status).map(DocumentedResponse::errorTexts).orElse(List.of());
    return texts.isEmpty() ? shown(status, occasion -> occasion.name().equals(reason)) : texts;
  }

  /** What the error says in the examples of such occasions. */
  List<String> shown(int status, Predicate<Occasion> such) {
    return response(status).map(DocumentedResponse::occasions).orElse(List.of()).stream()
        .filter(such)
        .flatMap(occasion -> occasion.text().stream())
        .distinct()
        .toList();
  }

  private Optional<DocumentedResponse> response(int status) {
    return cases.operation().response(status);
  }

  /** A request that must be refused for that reason. */
  public void add(String name, String says, Interaction interaction, int status, String reason) {
    cases.add(status + "/" + name, says, interaction, checks(status, reason));
  }

  /** Those checks of the last exchange only. */
  public static List<ClauseCheck> onLast(List<ClauseCheck> checks) {
    return checks.stream()
        .map(check -> new ClauseCheck(check.clause(), check.expectation().onLast()))
        .toList();
  }

  /**
   * Values that resemble a known one are not taken for it.
   *
   * @param reason under which they must be refused
   * @param says a sentence with a gap for what they are like
   * @param with the documented request with that value
   */
  void near(
      Refusal refusal,
      List<NearIdentifier> all,
      String reason,
      String says,
      Function<String, Request> with) {
    for (NearIdentifier near : all) {
      cases.add(
          refusal.status() + "/near-identifier/" + near.name(),
          says.formatted(near.says()),
          Interaction.once(with.apply(near.text())),
          cases.about("response/" + refusal.status() + "/" + reason, Level.IMPLIED, refused()),
          cases.about("silent/unknown-value", Level.SILENT, anything(false)));
    }
  }

  /**
   * Several things wrong at once: which is reported is open, but none of them is accepted.
   *
   * @param broken the part of the contract that forbids it
   */
  public void order(String name, String says, Request request, String broken) {
    cases.add(
        "silent/order-of-checks/" + name,
        says,
        Interaction.once(request),
        cases.about("silent/order-of-checks", Level.SILENT, anything(false)),
        cases.about("response/" + broken, refused()));
  }
}
