package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.recorded;
import static dev.assay.verdict.ResponseExpectations.accepted;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.exchange.Request;
import dev.assay.request.Draft;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The documented request is accepted, with every value that its fields may have, in any order, and
 * without what it may lack.
 */
record RequestCases(CaseContext context) {

  private static final String PLAIN = "request";
  private static final String SAYS = "the documented request is accepted";

  void add() {
    precondition();
    otherOrder();
    for (Field field : context.operation().body().fields()) {
      if (field.isLeaf() && !field.isFile()) {
        otherValues(field);
        absent(field);
      }
    }
  }

  /** The one case of an operation that removes what was made for it: nothing is left for others. */
  void addOnce() {
    precondition();
  }

  /** The one case of an operation of which nothing can be asked. */
  void addUnasked() {
    context
        .cases()
        .precondition(
            name(),
            SAYS,
            Interaction.oneByOne(List.of()),
            List.of(context.cases().about(PLAIN + "/documented", accepted())));
  }

  private String name() {
    return context.success().status() + "/plain";
  }

  private void precondition() {
    List<ClauseCheck> checks = new ArrayList<>(context.success().whole(Map.of()));
    context
        .operation()
        .allDeciding(PLAIN)
        .forEach(clause -> checks.add(new ClauseCheck(clause, accepted())));
    if (context.operation().allDeciding(PLAIN).isEmpty()) {
      checks.add(context.cases().about(PLAIN + "/documented", accepted()));
    }
    checks.addAll(new LinkChecks(context).checks());
    context.cases().precondition(name(), SAYS, Interaction.once("plain", context::plain), checks);
  }

  /** The members of JSON have no order (RFC 8259, section 4); a form's parts may have one. */
  private void otherOrder() {
    Draft draft = context.requests().draft("other-order");
    if (draft.names().size() > 1) {
      add(PLAIN + "/order", "its fields are accepted in another order", draft.reversed().request());
    }
  }

  private void otherValues(Field field) {
    field.choices().stream()
        .skip(1)
        .forEach(
            value -> {
              String part = PLAIN + "/" + field.path() + "/" + value.asText();
              Draft draft = context.requests().ofKind(part, field, value);
              CaseList cases = context.cases();
              ClauseCheck check = cases.about(part, accepted());
              List<ClauseCheck> checks =
                  new ArrayList<>(context.success().whole(Map.of(field.name(), value.asLong())));
              checks.add(check);
              cases.add(
                  cases.path(check),
                  "%s is accepted as %s".formatted(field.path(), value),
                  Interaction.once(draft.request()),
                  checks);
            });
  }

  private void absent(Field field) {
    if (field.required()) {
      return;
    }
    CaseList cases = context.cases();
    String part = PLAIN + "/" + field.path() + "/absent";
    ClauseCheck check = cases.about(part, accepted());
    List<ClauseCheck> checks = new ArrayList<>(context.success().without(field));
    checks.add(check);
    context
        .success()
        .echoesOf(field)
        .forEach(
            member ->
                checks.add(
                    cases.about(
                        context.success().part("/" + member + "/when-absent"),
                        Level.SILENT,
                        recorded(member, JsonNode::toString))));
    cases.add(
        cases.path(check),
        "it is accepted without " + field.path(),
        Interaction.once(
            context.requests().draft("without-" + field.name()).without(field.path()).request()),
        checks);
  }

  private void add(String part, String says, Request request) {
    CaseList cases = context.cases();
    ClauseCheck check = cases.about(part, Level.IMPLIED, accepted());
    List<ClauseCheck> checks = new ArrayList<>(context.success().whole(Map.of()));
    checks.add(check);
    cases.add(cases.path(check) + "/reversed", says, Interaction.once(request), checks);
  }
}
