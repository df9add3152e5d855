package dev.assay.suite.derive;

import static dev.assay.verdict.ResponseExpectations.errorObject;
import static dev.assay.verdict.ResponseExpectations.errorTextOneOf;
import static dev.assay.verdict.ResponseExpectations.status;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.contract.Operation;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.verdict.DocumentedAnswers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What any response of an operation must show, whatever request it answers: less than a suite
 * knows, which has chosen its requests.
 */
public final class ResponseChecks {

  private final CaseList cases;
  private final SuccessChecks success;
  private final AnswerReviews answers;

  private ResponseChecks(CaseList cases, SuccessChecks success) {
    this.cases = cases;
    this.success = success;
    this.answers = new AnswerReviews(cases, success);
  }

  /**
   * Those of an operation.
   *
   * @param skew how far the service's clock may be off
   */
  public static ResponseChecks of(CaseList cases, Duration skew) {
    return new ResponseChecks(cases, new SuccessChecks(cases, skew));
  }

  /** The operation with the clauses that were decided. */
  public Operation decided() {
    return cases.decided();
  }

  /** All that any documented answer would be asked. */
  public List<ClauseCheck> all() {
    List<ClauseCheck> checks = new ArrayList<>();
    if (documentsSuccess()) {
      checks.addAll(success.all());
    }
    checks.addAll(answers.checks());
    for (DocumentedResponse response : operation().responses()) {
      checks.add(seen(response.status()));
      checks.addAll(ofRefusal(response));
    }
    return checks;
  }

  /** What the answer in that exchange must show. */
  public List<ClauseCheck> of(Exchange exchange) {
    int status = exchange.response().orElseThrow().status();
    Optional<DocumentedResponse> documented = operation().documented(status);
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(cases.about("status-documented", Level.IMPLIED, DocumentedAnswers.any(operation())));
    if (leadsElsewhere()) {
      return checks;
    }
    documented.filter(DocumentedResponse::isExact).ifPresent(any -> checks.add(seen(status)));
    if (status / 100 == 2 && documentsSuccess() && documented.map(success::is).orElse(true)) {
      Request request = exchange.request();
      checks.addAll(success.ofAccepted(request, numbers(request)));
    }
    checks.addAll(answers.checks());
    documented.ifPresent(response -> checks.addAll(ofRefusal(response)));
    return checks;
  }

  /** That the documented answers of that status occur, for whatever reason. */
  private ClauseCheck seen(int status) {
    return cases.about("seen/" + status, Level.IMPLIED, status(status));
  }

  /** Whether clients may have followed a redirect, to an answer that is of nothing here. */
  private boolean leadsElsewhere() {
    return operation().isSafe()
        && operation().allResponses().anyMatch(response -> response.status() / 100 == 3);
  }

  private boolean documentsSuccess() {
    return operation().ifSuccess().isPresent();
  }

  private Operation operation() {
    return cases.operation();
  }

  private List<ClauseCheck> ofRefusal(DocumentedResponse response) {
    List<ClauseCheck> checks = new ArrayList<>();
    Optional<String> error = response.errorMember();
    if (response.status() / 100 != 4
        || !response.isJson()
        || error.isEmpty()
        || answers.covers(response)) {
      return checks;
    }
    int status = response.status();
    checks.add(cases.about("error-object", errorObject(status, error.get())));
    if (!response.errorTexts().isEmpty()) {
      checks.add(
          cases.about(
              "response/" + status + "/" + error.get(),
              errorTextOneOf(status, error.get(), response.errorTexts())));
    }
    return checks;
  }

  /** The whole numbers that it sends, by the names of their fields. */
  private Map<String, Long> numbers(Request request) {
    Map<String, Long> numbers = new HashMap<>();
    for (Field field : Field.of(operation().requestSchema())) {
      if (field.is("integer")) {
        request.body().number(field.name()).ifPresent(value -> numbers.put(field.name(), value));
      }
    }
    return numbers;
  }
}
