package dev.assay.verdict;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.contract.schema.SchemaRules.Problem;
import dev.assay.contract.schema.WrittenValue;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.verdict.Finding.Inconclusive;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Whether an answer is one that a contract documents, whatever its status. */
public final class DocumentedAnswers {

  private static final String CONTENT_TYPE = "Content-Type";
  private static final Set<Integer> BAD_REQUEST = Set.of(400, 422);

  private DocumentedAnswers() {}

  /** A documented status, of whatever kind. */
  public static Expectation any(Operation operation) {
    String statuses =
        operation.allResponses().map(DocumentedResponse::key).collect(Collectors.joining(", "));
    return Expectation.ofEach(
        "one of the documented statuses " + statuses,
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return operation.documented(response.status()).isPresent()
              ? new Satisfied("status " + response.status())
              : new Violated(ResponseExpectations.inBrief(response), 0);
        });
  }

  /** A documented 2xx status; which of several, the service decides. */
  public static Expectation success(Operation operation) {
    String statuses =
        operation
            .allResponses()
            .filter(response -> response.isSuccess() || response.status() == 0)
            .map(DocumentedResponse::key)
            .collect(Collectors.joining(" or "));
    return Expectation.ofEach(
        "a documented success: " + statuses,
        exchange -> {
          Response response = exchange.response().orElseThrow();
          boolean good =
              response.isSuccess() && operation.documented(response.status()).isPresent();
          return good
              ? new Satisfied("status " + response.status())
              : new Violated(ResponseExpectations.inBrief(response), 0);
        });
  }

  /**
   * What is not refused as a bad request. A documented refusal for another reason, as for what is
   * there already, decides nothing.
   */
  public static Expectation taken(Operation operation) {
    return Expectation.ofEach(
        "acceptance with a 2xx status",
        exchange -> {
          Response response = exchange.response().orElseThrow();
          int status = response.status();
          if (status / 100 == 2) {
            return new Satisfied("status " + status);
          }
          boolean otherReason =
              status / 100 == 3
                  || status == 429
                  || (status / 100 == 4
                      && !BAD_REQUEST.contains(status)
                      && operation.documented(status).isPresent());
          return otherReason
              ? new NotApplicable("status " + status)
              : new Violated(ResponseExpectations.inBrief(response), 0);
        });
  }

  /**
   * A refusal of a documented status. A 5xx is none, and neither is a success, which another clause
   * is about.
   */
  public static Expectation refusal(Operation operation) {
    String statuses =
        operation
            .allResponses()
            .filter(response -> response.status() == 0 || response.status() / 100 == 4)
            .map(DocumentedResponse::key)
            .collect(Collectors.joining(", "));
    return Expectation.ofEach(
        "a documented status: " + statuses,
        exchange -> {
          Response response = exchange.response().orElseThrow();
          if (response.isSuccess()) {
            return new NotApplicable("status " + response.status());
          }
          return response.status() / 100 == 4 && operation.documented(response.status()).isPresent()
              ? new Satisfied("status " + response.status())
              : new Violated(ResponseExpectations.inBrief(response), 0);
        });
  }

  /** A documented media type, in answers of that status that have a body. */
  public static Expectation mediaType(Operation operation, DocumentedResponse documented) {
    String types =
        documented.contents().stream()
            .map(MediaContent::mediaType)
            .collect(Collectors.joining(" or "));
    return ofStatus(
        operation,
        documented,
        CONTENT_TYPE + " " + types,
        response -> {
          String type = response.header(CONTENT_TYPE).orElse("");
          if (isEmpty(response)) {
            return new NotApplicable("no body");
          }
          return documented.content(type).isPresent()
              ? new Satisfied(type)
              : new Violated(type.isEmpty() ? "no Content-Type" : CONTENT_TYPE + " " + type, 0);
        });
  }

  /**
   * A body that is valid by its schema, in answers of that status.
   *
   * @param apart members that other clauses are about
   */
  public static Expectation body(
      Operation operation, DocumentedResponse documented, Set<String> apart) {
    Map<MediaContent, SchemaRules> rules = new ConcurrentHashMap<>();
    return ofStatus(
        operation,
        documented,
        "a body that is valid by its schema",
        response -> {
          if (operation.method().equals("HEAD")) {
            return new NotApplicable("answers to HEAD have no body");
          }
          if (response.unread().isPresent()) {
            return new Inconclusive(response.unread().get(), 0);
          }
          String type = response.header(CONTENT_TYPE).orElse("");
          MediaContent content = documented.content(type).orElse(documented.content()).as(type);
          return body(
              response,
              content,
              rules.computeIfAbsent(content, each -> SchemaRules.of(each.schema())),
              apart);
        });
  }

  private static Finding body(
      Response response, MediaContent content, SchemaRules rules, Set<String> apart) {
    Optional<JsonNode> value =
        content.isJson() ? response.json() : Optional.of(TextNode.valueOf(response.text()));
    if (isEmpty(response) && !content.schema().isEmpty()) {
      return new Violated("no body", 0);
    }
    if (value.isEmpty() || (!content.isJson() && !isText(content))) {
      return content.isJson()
          ? new Violated("no JSON: " + ResponseExpectations.inBrief(response), 0)
          : new Satisfied(content.mediaType());
    }
    List<Problem> problems =
        rules.problems(value.get()).stream().filter(problem -> !isApart(problem, apart)).toList();
    return problems.isEmpty()
        ? new Satisfied("valid")
        : new Violated(
            problems.stream().map(Problem::says).collect(Collectors.joining("; "))
                + " in "
                + ResponseExpectations.inBrief(response),
            0);
  }

  private static boolean isApart(Problem problem, Set<String> apart) {
    return apart.contains(problem.member())
        || (problem.keyword().equals("required") && apart.stream().anyMatch(problem::names));
  }

  private static boolean isText(MediaContent content) {
    return content.mediaType().startsWith("text/");
  }

  private static boolean isEmpty(Response response) {
    return response.text().isEmpty() && response.unread().isEmpty();
  }

  /** A header, in answers of that status: there if it is required, and valid where it is there. */
  public static Expectation header(
      Operation operation, DocumentedResponse documented, Field header) {
    SchemaRules rules = SchemaRules.of(header.schema());
    return ofStatus(
        operation,
        documented,
        "the header " + header.name() + (header.required() ? "" : ", if it is there,") + " valid",
        response -> {
          Optional<String> given = response.header(header.name());
          if (given.isEmpty()) {
            return header.required()
                ? new Violated("no header " + header.name(), 0)
                : new NotApplicable("no header " + header.name());
          }
          return WrittenValue.meanings(header.schema(), given.get()).stream().anyMatch(rules::allow)
              ? new Satisfied(header.name() + ": " + given.get())
              : new Violated(header.name() + ": " + given.get(), 0);
        });
  }

  private static Expectation ofStatus(
      Operation operation,
      DocumentedResponse documented,
      String says,
      Function<Response, Finding> look) {
    return Expectation.ofEach(
        says + " where the status is " + documented.key(),
        exchange -> {
          Response response = exchange.response().orElseThrow();
          return isOf(operation, documented, exchange)
              ? look.apply(response)
              : new NotApplicable("status " + response.status());
        });
  }

  private static boolean isOf(
      Operation operation, DocumentedResponse documented, Exchange exchange) {
    return operation
        .documented(exchange.response().orElseThrow().status())
        .filter(documented::equals)
        .isPresent();
  }
}
