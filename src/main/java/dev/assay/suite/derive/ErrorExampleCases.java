package dev.assay.suite.derive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse.ErrorExample;
import dev.assay.contract.Level;
import dev.assay.contract.Parameter;
import dev.assay.request.RequestValues;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.verdict.ResponseExpectations;
import java.util.List;
import java.util.Map;

/** What is shown beside a refusal is refused so. */
record ErrorExampleCases(CaseContext context) {

  void add() {
    context.operation().errorExamples().forEach(this::add);
  }

  private void add(ErrorExample example) {
    CaseList cases = context.cases();
    ClauseCheck check =
        cases.about(
            "response/%s/example/%s".formatted(example.status(), example.name()),
            Level.IMPLIED,
            ResponseExpectations.status(example.status()));
    cases.add(
        cases.path(check),
        "the example %s is refused with %s".formatted(example.name(), example.status()),
        Interaction.once(values(example).request()),
        List.of(check));
  }

  private RequestValues values(ErrorExample example) {
    RequestValues values = context.requests().values("example-" + example.name());
    for (Map.Entry<Parameter, JsonNode> shown : example.parameters().entrySet()) {
      values = values.with(shown.getKey(), shown.getValue());
    }
    return example.body().map(values::withBody).orElse(values);
  }
}
