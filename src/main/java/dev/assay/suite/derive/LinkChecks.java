package dev.assay.suite.derive;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.exchange.Exchange;
import dev.assay.exchange.Response;
import dev.assay.request.RuntimeExpression;
import dev.assay.suite.ClauseCheck;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.Finding;
import dev.assay.verdict.Finding.NotApplicable;
import dev.assay.verdict.Finding.Satisfied;
import dev.assay.verdict.Finding.Violated;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * That the documented success has what its links go by: nobody can follow them otherwise. A link
 * promises no more, not even that it can be followed (OpenAPI, Link Object).
 */
record LinkChecks(CaseContext context) {

  List<ClauseCheck> checks() {
    List<ClauseCheck> checks = new ArrayList<>();
    for (DocumentedResponse success : context.operation().successes()) {
      context
          .service()
          .contract()
          .linkedBy(success)
          .forEach(
              (text, links) -> {
                RuntimeExpression expression =
                    new RuntimeExpression(JsonNodeFactory.instance.textNode(text));
                if (part(expression).isPresent() && mayLack(success, expression)) {
                  checks.add(check(success, expression, links));
                }
              });
    }
    return checks;
  }

  /** The part of an answer in which it finds its value. */
  private static Optional<String> part(RuntimeExpression expression) {
    return expression
        .header()
        .map(name -> "/linked/header/" + name)
        .or(() -> expression.pointer().map("/linked"::concat));
  }

  /** What its schema asks for is looked for anyway; of what it does not name, nobody can tell. */
  private static boolean mayLack(DocumentedResponse success, RuntimeExpression expression) {
    if (expression.header().isPresent()) {
      return success.headers().stream()
          .filter(header -> header.name().equalsIgnoreCase(expression.header().get()))
          .noneMatch(Field::required);
    }
    String path = expression.pointer().orElse("/").substring(1).replace('/', '.');
    List<Field> members = Field.of(success.schema());
    return members.stream().anyMatch(member -> member.path().equals(path))
        && members.stream()
            .filter(member -> (path + ".").startsWith(member.path() + "."))
            .anyMatch(member -> !member.required());
  }

  /** A list may be empty, and a page the last; what was made is there. */
  private ClauseCheck check(
      DocumentedResponse success, RuntimeExpression expression, List<String> links) {
    Expectation whole =
        Expectation.ofEach(
            "%s, which %s %s by"
                .formatted(
                    expression.written().textValue(),
                    (links.size() > 1 ? "the links " : "the link ") + String.join(", ", links),
                    links.size() > 1 ? "go" : "goes"),
            exchange -> finding(success, exchange, expression));
    return context
        .cases()
        .about(
            "response/" + success.key() + part(expression).orElseThrow(),
            success.isOfMaking() ? Level.IMPLIED : Level.SILENT,
            success.isOfMaking() ? whole : whole.recorded());
  }

  private Finding finding(
      DocumentedResponse success, Exchange exchange, RuntimeExpression expression) {
    int status = exchange.response().orElseThrow().status();
    if (!success.covers(status)) {
      return new NotApplicable("status " + status);
    }
    if (expression.pointer().isPresent() && !isAsDocumented(success, exchange)) {
      return new NotApplicable("a body that is not as documented");
    }
    RuntimeExpression.Source source =
        new RuntimeExpression.Source(context.operation(), context.service().baseUrl(), exchange);
    return expression.in(source).isPresent()
        ? new Satisfied("it is there")
        : new Violated("it is not there", 0);
  }

  private static boolean isAsDocumented(DocumentedResponse success, Exchange exchange) {
    return exchange
        .response()
        .flatMap(Response::json)
        .filter(SchemaRules.of(success.schema())::allow)
        .isPresent();
  }
}
