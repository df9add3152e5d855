package dev.assay.suite.derive;

import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Review;
import dev.assay.verdict.DocumentedAnswers;
import dev.assay.verdict.Expectation;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Whatever a service answers is what the contract documents for that status, in the whole run. */
record AnswerReviews(CaseContext context) {

  List<Review> reviews() {
    List<Review> reviews = new ArrayList<>();
    context
        .operation()
        .allResponses()
        .filter(response -> response.occasions().isEmpty() && !isToldInWords(response))
        .forEach(response -> of(response, reviews));
    return reviews;
  }

  /** Where clauses say how errors look, those are held to them. */
  private boolean isToldInWords(DocumentedResponse response) {
    return !response.isSuccess()
        && context.operation().clauses().stream()
            .anyMatch(
                clause -> clause.id().isUnder(context.operation().id() + "/" + response.key()));
  }

  private void of(DocumentedResponse response, List<Review> reviews) {
    String part = "response/" + response.key();
    boolean plain = context.success().isPlain() && context.success().is(response);
    if (!response.contents().isEmpty() && !plain) {
      reviews.add(
          review(part + "/media-type", DocumentedAnswers.mediaType(context.operation(), response)));
    }
    Set<String> apart = plain ? apart(response) : Set.of();
    if (!response.schema().isEmpty() && !(plain && isSaidByMembers(response))) {
      reviews.add(
          review(part + "/body", DocumentedAnswers.body(context.operation(), response, apart)));
    }
    for (Field header : response.headers()) {
      reviews.add(
          review(
              part + "/header/" + header.name(),
              DocumentedAnswers.header(context.operation(), response, header)));
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

  private Review review(String part, Expectation expectation) {
    ClauseCheck check = context.cases().about(part, Level.STATED, expectation);
    return new Review("what is answered is as documented", check, any -> true, any -> true);
  }
}
