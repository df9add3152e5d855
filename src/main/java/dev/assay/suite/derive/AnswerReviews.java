package dev.assay.suite.derive;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Operation;
import dev.assay.contract.path.OperationPaths;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.target.Service;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.ConformanceCase;
import dev.assay.suite.Review;
import dev.assay.verdict.DocumentedAnswers;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Whatever a service answers is what the contract documents for that status.
 *
 * @param cases those of the operation, whose clauses are decided
 * @param success what has clauses of its own
 */
record AnswerReviews(CaseList cases, SuccessChecks success) {

  /** Of the whole run against that service. */
  List<Review> reviews(Service service) {
    String basePath = service.baseUrl().getRawPath();
    SchemaRules asked = SchemaRules.of(operation().requestSchema());
    OperationPaths rivals = rivals(service);
    return checks().stream()
        .map(
            check ->
                new Review(
                    "what is answered is as documented",
                    check,
                    this::isOfIt,
                    exchange ->
                        isOfIt(exchange, basePath, rivals) && !isOfWrongRequest(exchange, asked)))
        .toList();
  }

  /** Of any answer; what is about another status does not apply. */
  List<ClauseCheck> checks() {
    List<ClauseCheck> checks = new ArrayList<>();
    operation().allResponses().filter(this::covers).forEach(response -> of(response, checks));
    return checks;
  }

  /** Whether its answers are held to the contract here, and not by what is said of each reason. */
  boolean covers(DocumentedResponse response) {
    return response.occasions().isEmpty() && !isToldInWords(response);
  }

  private Operation operation() {
    return cases.operation();
  }

  /** Where clauses say how errors look, those are held to them. */
  private boolean isToldInWords(DocumentedResponse response) {
    return !response.isSuccess()
        && operation().clauses().stream()
            .anyMatch(clause -> clause.id().isUnder(operation().id() + "/" + response.key()));
  }

  private void of(DocumentedResponse response, List<ClauseCheck> checks) {
    String part = "response/" + response.key();
    // Only of what is documented as JSON do other clauses look at each member.
    boolean plain = success.isPlain() && success.is(response) && response.isJson();
    if (!response.contents().isEmpty() && !plain) {
      checks.add(
          cases.about(part + "/media-type", DocumentedAnswers.mediaType(operation(), response)));
    }
    Set<String> apart = plain ? apart(response) : Set.of();
    boolean said = response.isJson() || !response.schema().isEmpty();
    if (said && !(plain && isSaidByMembers(response))) {
      checks.add(cases.about(part + "/body", DocumentedAnswers.body(operation(), response, apart)));
    }
    for (Field header : response.headers()) {
      checks.add(
          cases.about(
              part + "/header/" + header.name(),
              DocumentedAnswers.header(operation(), response, header)));
    }
  }

  /** The members that have clauses of their own. */
  private static Set<String> apart(DocumentedResponse response) {
    return response.members().stream()
        .filter(Field::required)
        .map(Field::name)
        .collect(Collectors.toSet());
  }

  /** Whether the schema says no more of the body than that it has certain members. */
  private static boolean isSaidByMembers(DocumentedResponse response) {
    List<String> more = new ArrayList<>();
    response.schema().fieldNames().forEachRemaining(more::add);
    more.removeIf(
        key ->
            Set.of("type", "required", "properties", "title", "description", "example", "examples")
                    .contains(key)
                || key.startsWith("x-"));
    return more.isEmpty() && response.members().stream().allMatch(Field::required);
  }

  /** What no document speaks of may be answered before the operation itself is reached. */
  private boolean isOfIt(ConformanceCase c) {
    return !c.id().startsWith(operation().id() + "/silent/");
  }

  /** A probe of another path or method may have reached another operation. */
  private boolean isOfIt(Exchange exchange, String basePath, OperationPaths rivals) {
    String path = exchange.request().uri().getRawPath();
    return path.startsWith(basePath)
        && rivals
            .find(exchange.request().method(), path.substring(basePath.length()))
            .filter(found -> found.operation().id().equals(operation().id()))
            .isPresent();
  }

  /** What is made of a request that should have been refused is not documented; that is said. */
  private boolean isOfWrongRequest(Exchange exchange, SchemaRules asked) {
    return exchange.succeeded()
        && operation().body().isJson()
        && exchange.request().body().json().filter(body -> !asked.allow(body)).isPresent();
  }

  /** Those that a path may lead to which looks like that of this one, and this one. */
  private OperationPaths rivals(Service service) {
    return OperationPaths.of(
        service.contract().operations().stream()
            .filter(other -> other.method().equals(operation().method()))
            .filter(other -> segments(other) == segments(operation()))
            .toList());
  }

  private static int segments(Operation operation) {
    return operation.path().split("/", -1).length;
  }
}
