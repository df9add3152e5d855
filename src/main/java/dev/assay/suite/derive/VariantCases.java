package dev.assay.suite.derive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Level;
import dev.assay.contract.MediaContent;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.request.RequestValues;
import dev.assay.request.SchemaVariants;
import dev.assay.request.SchemaVariants.Variant;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.verdict.DocumentedAnswers;
import dev.assay.verdict.ResponseExpectations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Requests that differ from the documented one in one thing: what the schemas allow is accepted,
 * and what they forbid is refused where a refusal for whatever is wrong is documented.
 */
record VariantCases(CaseContext context) {

  /** The statuses of an answer to a request that breaks its schema. */
  private static final Set<Integer> GENERAL = Set.of(0, 400, 422);

  void add() {
    RequestValues base = context.requests().values("variants");
    operation().parameters().forEach(parameter -> parameter(parameter, base));
    body(base);
  }

  private Operation operation() {
    return context.operation();
  }

  /** Whether the contract says what becomes of a request for whatever is wrong with it. */
  private boolean refusesWhateverIsWrong() {
    return operation()
        .allResponses()
        .filter(response -> response.occasions().isEmpty())
        .anyMatch(
            response ->
                GENERAL.contains(response.status())
                    && operation().ifSuccess().filter(response::equals).isEmpty());
  }

  private void parameter(Parameter parameter, RequestValues base) {
    String part = "request/" + parameter.in() + "/" + parameter.name();
    boolean isThere = base.parameters().containsKey(parameter);
    Optional<JsonNode> value = context.requests().value(parameter);
    if (value.isEmpty()) {
      return;
    }
    if (!isThere) {
      accepted(part + "/present", "with " + parameter.says(), base.with(parameter, value.get()));
    } else if (!parameter.in().equals("path")) {
      String without = "without " + parameter.says();
      if (parameter.required()) {
        refused(part + "/absent", without, base.without(parameter), parameter);
      } else {
        accepted(part + "/absent", without, base.without(parameter));
      }
    }
    variants(parameter, part, value.get(), base);
  }

  private void variants(Parameter parameter, String part, JsonNode value, RequestValues base) {
    boolean named =
        parameter.in().equals("path")
            || parameter.value().flatMap(context.service()::mention).isPresent();
    for (Variant variant :
        new SchemaVariants(parameter.schema(), context.requests().generator(), false).of(value)) {
      RequestValues other = base.with(parameter, variant.value());
      String says = "with " + parameter.says() + " " + variant.says();
      if (parameter.in().equals("path") && variant.value().asText().isEmpty()) {
        continue; // that is another path
      }
      if (!variant.isValid()) {
        refused(part + "/" + variant.name(), says, other, parameter);
      } else if (!named || parameter.schema().has("enum")) {
        accepted(part + "/" + variant.name(), says, other);
      }
    }
  }

  private void body(RequestValues base) {
    RequestBody body = operation().body();
    if (base.body().isEmpty()) {
      return;
    }
    if (body.required()) {
      refused("request/body/absent", "without a body", base.withoutBody(), null);
    }
    for (Variant variant :
        new SchemaVariants(body.schema(), context.requests().generator(), body.isJson())
            .of(base.body().get())) {
      String part = "request/body/" + variant.name();
      RequestValues other = base.withBody(variant.value());
      if (!variant.isValid()) {
        refused(part, with(variant), other, null);
      } else if (body.fields().isEmpty() || (!isToldInWords() && !isOfRequestCases(variant))) {
        accepted(part, with(variant), other);
      }
    }
    context
        .requests()
        .generator()
        .valid(body.schema(), "most")
        .filter(most -> body.fields().isEmpty() && !base.body().get().equals(most))
        .ifPresent(
            most ->
                accepted("request/body/most", "with all that may be there", base.withBody(most)));
    body.contents().stream()
        .filter(content -> !content.equals(body.content()))
        .filter(MediaContent::isWritable)
        .forEach(this::otherMediaType);
  }

  /** What is said of the whole body may say so itself. */
  private static String with(Variant variant) {
    return variant.says().matches("with(out)? .*") ? variant.says() : "with " + variant.says();
  }

  /** Where clauses say which values of its fields are accepted, those are held to them. */
  private boolean isToldInWords() {
    return !operation().clauses().isEmpty();
  }

  /**
   * Cases of their own are made of the values that independent fields list, and of their absence.
   */
  private static boolean isOfRequestCases(Variant variant) {
    return variant.name().matches("least|.*/(absent|value-[^/]*)")
        && !variant.name().contains("/items/");
  }

  private void otherMediaType(MediaContent content) {
    RequestValues other = context.requests().as(content).values("media-type");
    accepted("request/body/" + content.mediaType(), "with a body of " + content.mediaType(), other);
  }

  private void accepted(String part, String says, RequestValues values) {
    CaseList cases = context.cases();
    ClauseCheck check = cases.about(part, Level.IMPLIED, DocumentedAnswers.taken(operation()));
    cases.add(
        cases.path(check),
        "a request " + says + " is accepted",
        Interaction.once(values.request()),
        List.of(check));
  }

  private void refused(String part, String says, RequestValues values, Parameter parameter) {
    if (!refusesWhateverIsWrong()) {
      return;
    }
    CaseList cases = context.cases();
    Level level = part.matches(".*/no-[^/]+") ? Level.IMPLIED : Level.STATED;
    ClauseCheck check = cases.about(part, level, ResponseExpectations.refused());
    List<ClauseCheck> checks = new ArrayList<>(List.of(check));
    if (parameter == null || !parameter.in().equals("path")) {
      checks.add(
          cases.about("response/refusal", Level.IMPLIED, DocumentedAnswers.refusal(operation())));
    }
    cases.add(
        cases.path(check),
        "a request " + says + " is refused",
        Interaction.once(values.request()),
        checks);
  }
}
