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
import dev.assay.verdict.StatusExpectations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What any response of an operation must show, whatever request it answers: less than a suite
 * knows, which has chosen its requests.
 *
 * @param cases those of the operation, whose clauses are decided
 * @param skew how far the service's clock may be off
 */
public record ResponseChecks(CaseList cases, Duration skew) {

  /** All that any documented answer would be asked. */
  public List<ClauseCheck> all() {
    List<ClauseCheck> checks = new ArrayList<>(new SuccessChecks(cases, skew).all());
    for (DocumentedResponse response : operation().responses()) {
      checks.add(seen(response.status()));
      if (!response.isSuccess()) {
        checks.addAll(ofRefusal(response));
      }
    }
    return checks;
  }

  /** That the documented answers of that status occur, for whatever reason. */
  private ClauseCheck seen(int status) {
    return cases.about("seen/" + status, Level.IMPLIED, status(status));
  }

  /** What the answer in that exchange must show. */
  public List<ClauseCheck> of(Exchange exchange) {
    int status = exchange.response().orElseThrow().status();
    List<ClauseCheck> checks = new ArrayList<>();
    List<Integer> documented =
        operation().responses().stream().map(DocumentedResponse::status).toList();
    checks.add(
        cases.about("status-documented", Level.IMPLIED, StatusExpectations.documented(documented)));
    if (documented.contains(status)) {
      checks.add(seen(status));
    }
    if (status / 100 != 2) {
      operation().response(status).ifPresent(response -> checks.addAll(ofRefusal(response)));
    } else if (status == operation().success().status() || !documented.contains(status)) {
      Request request = exchange.request();
      checks.addAll(new SuccessChecks(cases, skew).ofAccepted(request, numbers(request)));
    }
    return checks;
  }

  private Operation operation() {
    return cases.operation();
  }

  private List<ClauseCheck> ofRefusal(DocumentedResponse response) {
    List<ClauseCheck> checks = new ArrayList<>();
    int status = response.status();
    response
        .errorMember()
        .ifPresent(
            member -> {
              checks.add(cases.about("error-object", errorObject(status, member)));
              if (!response.errorTexts().isEmpty()) {
                checks.add(
                    cases.about(
                        "response/" + status + "/" + member,
                        errorTextOneOf(status, member, response.errorTexts())));
              }
            });
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
