package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.DocumentedResponse.ErrorExample;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.schema.SchemaRules;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Requests that are taken though they are not valid, and refused though they are. */
record AcceptanceDefects(MutantsOfOperation list, Operation operation) {

  static void addTo(MutantsOfOperation list) {
    AcceptanceDefects defects = new AcceptanceDefects(list, list.operation());
    defects.credentials();
    boolean lax = refusesInvalidOnes(list.operation());
    list.operation().parameters().forEach(parameter -> defects.of(parameter, lax));
    if (list.operation().body().isPresent()) {
      defects.body(lax);
    }
    list.operation().errorExamples().stream()
        .filter(defects::isValid)
        .forEach(
            example ->
                list.reads(
                    "example-" + example.name() + "-accepted",
                    "accepts what is shown beside its " + example.status(),
                    OperationEdits::withoutErrorExamples));
  }

  /** Whether nothing but its example says that it is refused. */
  private boolean isValid(ErrorExample example) {
    return example.parameters().entrySet().stream()
            .allMatch(shown -> SchemaRules.of(shown.getKey().schema()).allow(shown.getValue()))
        && example
            .body()
            .filter(body -> !SchemaRules.of(list.operation().requestSchema()).allow(body))
            .isEmpty();
  }

  /** Whether the contract says what becomes of an invalid request, whatever is wrong with it. */
  static boolean refusesInvalidOnes(Operation operation) {
    return operation
        .allResponses()
        .filter(response -> response.occasions().isEmpty())
        .map(DocumentedResponse::key)
        .anyMatch(key -> key.matches("(?i)400|422|4XX|default"));
  }

  private void credentials() {
    if (operation.security().isEmpty() || operation.alternatives().contains(List.of())) {
      return;
    }
    list.reads(
        "credentials-not-asked-for",
        "takes requests from anybody",
        OperationEdits.security(List.of()));
    list.reads(
        "credentials-not-compared",
        "takes any credentials",
        OperationEdits.security(with(scheme -> Optional.of(anyValue(scheme)))));
    for (SecurityScheme scheme : operation.security()) {
      if (operation.alternatives().stream()
          .allMatch(all -> all.size() > 1 && all.contains(scheme))) {
        list.reads(
            "credentials-" + scheme.id() + "-not-asked-for",
            "takes requests without " + scheme.id(),
            OperationEdits.security(
                with(each -> Optional.of(each).filter(any -> !any.equals(scheme)))));
      }
    }
  }

  private List<List<SecurityScheme>> with(
      Function<SecurityScheme, Optional<SecurityScheme>> change) {
    return operation.alternatives().stream()
        .map(all -> all.stream().flatMap(scheme -> change.apply(scheme).stream()).toList())
        .toList();
  }

  private static SecurityScheme anyValue(SecurityScheme scheme) {
    return new SecurityScheme(
        scheme.id(), scheme.kind(), scheme.in(), scheme.name(), Optional.empty());
  }

  private void of(Parameter parameter, boolean lax) {
    String slug = parameter.in() + "-" + parameter.name() + "-";
    if (lax && parameter.required() && !parameter.in().equals("path")) {
      list.reads(
          slug + "not-needed",
          "takes requests without " + parameter.says(),
          OperationEdits.parameter(
              parameter, read -> OperationEdits.with(read, false, read.schema())));
    }
    if (!parameter.required()) {
      list.reads(
          slug + "needed",
          "refuses requests without " + parameter.says(),
          OperationEdits.parameter(
              parameter, read -> OperationEdits.with(read, true, read.schema())));
    }
    JsonNode schema = OperationEdits.unshown(parameter.schema());
    if (lax) {
      SchemaFlaws.of(schema).stream()
          .filter(flaw -> WrittenForms.isInvalid(schema, flaw.value()))
          .forEach(
              flaw ->
                  reads(
                      parameter,
                      slug + "taken-" + flaw.slug(),
                      "takes " + flaw.says(parameter.says()),
                      flaw));
    }
    if (parameter.in().equals("path") && !schema.has("enum")) {
      return; // whatever it names may not be there
    }
    SchemaOptions.of(schema).stream()
        .filter(
            option ->
                option.value().isValueNode()
                    && !option.value().asText().isBlank()
                    && !option.value().isNull())
        .forEach(
            option ->
                reads(
                    parameter,
                    slug + "refused-" + option.slug(),
                    "refuses " + option.says(parameter.says()),
                    option));
  }

  private void reads(Parameter parameter, String name, String says, SchemaChange change) {
    list.reads(
        name,
        says,
        OperationEdits.parameter(
            parameter, read -> OperationEdits.with(read, read.required(), change.otherwise())));
  }

  private void body(boolean lax) {
    RequestBody body = operation.body();
    MediaContent content = body.content();
    if (lax && body.required()) {
      list.reads(
          "body-not-needed",
          "takes requests without a body",
          OperationEdits.body(read -> new RequestBody(false, read.contents())));
    }
    if (!content.isJson() && !body.isForm() && !body.isUrlEncoded()) {
      return;
    }
    JsonNode schema = OperationEdits.unshown(content.schema());
    if (lax) {
      SchemaFlaws.of(schema).stream()
          .filter(flaw -> WrittenForms.isInvalid(content, flaw.value()))
          .forEach(
              flaw ->
                  list.reads(
                      "taken-" + flaw.slug(),
                      "takes " + flaw.says("the body"),
                      OperationEdits.body(content, flaw.otherwise())));
    }
    SchemaOptions.of(schema).stream()
        .filter(option -> content.isJson() || !hasNull(option.value()))
        .forEach(
            option ->
                list.reads(
                    "refused-" + option.slug(),
                    "refuses " + option.says("the body"),
                    OperationEdits.body(content, option.otherwise())));
  }

  private static boolean hasNull(JsonNode value) {
    for (JsonNode member : value) {
      if (member.isNull() || member.equals(JsonNodeFactory.instance.arrayNode())) {
        return true;
      }
    }
    return false;
  }
}
