package dev.assay.suite.derive;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.Field;
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
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
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
    Tree tree = new Tree(part);
    if (!isThere) {
      RequestValues with = base.with(parameter, value.get());
      tree.root(accepted(part + "/present", "with " + parameter.says(), with));
    } else if (!parameter.in().equals("path")) {
      String without = "without " + parameter.says();
      if (parameter.required()) {
        refused(part + "/absent", without, base.without(parameter), parameter);
      } else {
        accepted(part + "/absent", without, base.without(parameter));
      }
    }
    variants(parameter, tree, value.get(), base);
  }

  private void variants(Parameter parameter, Tree tree, JsonNode value, RequestValues base) {
    boolean named =
        parameter.in().equals("path")
            || parameter.value().flatMap(context.service()::mention).isPresent();
    List<Variant> variants =
        new SchemaVariants(parameter.schema(), context.requests().generator(), false)
            .of(value, parameter.says());
    tree.knows(variants);
    for (Variant variant : variants) {
      RequestValues other = base.with(parameter, variant.value());
      if (isUnwritable(parameter, variant.value())) {
        continue;
      }
      if (!variant.isValid()) {
        tree.refused(variant, other, parameter);
      } else if (!named || parameter.schema().has("enum")) {
        tree.accepted(variant, other);
      }
    }
  }

  /** Nothing in a path is another path, and an object or a list of nothing as good as absent. */
  private static boolean isUnwritable(Parameter parameter, JsonNode value) {
    boolean empty = value.isContainerNode() && value.isEmpty();
    return (parameter.in().equals("path") && value.asText().isEmpty() && !value.isContainerNode())
        || (empty && !parameter.style().equals("content"));
  }

  private void body(RequestValues base) {
    RequestBody body = operation().body();
    if (base.body().isEmpty()) {
      return;
    }
    if (body.required()) {
      refused("request/body/absent", "without a body", base.withoutBody(), null);
    }
    List<Variant> variants =
        new SchemaVariants(body.schema(), context.requests().generator(), body.isJson())
            .of(base.body().get(), "its body");
    Tree tree = new Tree("request/body");
    tree.knows(variants);
    if (!body.fields().isEmpty() && !isToldInWords() && context.requests().isShown()) {
      tree.root(accepted("request/body/shown", "with its body as it is shown", base));
    }
    for (Variant variant : variants) {
      RequestValues other = base.withBody(variant.value());
      if (!variant.isValid()) {
        tree.refused(variant, other, null);
      } else if (body.fields().isEmpty()
          || (!isToldInWords() && (!isOfRequestCases(variant) || isEmptied(variant)))) {
        tree.accepted(variant, other);
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
    body.others().forEach(this::otherMediaType);
  }

  /** The cases of the variants of one value, each of which may differ from another. */
  private final class Tree {
    private final String part;
    private final Set<String> valid = new HashSet<>();
    private final Map<String, String> names = new HashMap<>();
    private Optional<String> root = Optional.empty();

    Tree(String part) {
      this.part = part;
    }

    /** All that are to come. */
    void knows(List<Variant> variants) {
      variants.stream().filter(Variant::isValid).map(Variant::name).forEach(valid::add);
    }

    /** What all rest on. */
    void root(String name) {
      root = Optional.of(name);
    }

    private Optional<String> base(Variant variant) {
      return variant.base().map(names::get).or(() -> root);
    }

    void accepted(Variant variant, RequestValues values) {
      String name = part + "/" + variant.name();
      names.put(
          variant.name(),
          VariantCases.this.accepted(name, "with " + variant.says(), values, base(variant)));
    }

    void refused(Variant variant, RequestValues values, Parameter parameter) {
      Level level = isTolerated(variant.name()) ? Level.IMPLIED : Level.STATED;
      String name = part + "/" + variant.name();
      VariantCases.this.refused(
          level, name, "with " + variant.says(), values, parameter, base(variant));
    }

    /**
     * Many a server takes null for what is absent where it may be, a number for its digits, and a
     * text for one of its format: a schema alone does not say that it must not.
     */
    private boolean isTolerated(String name) {
      String of = name.replaceFirst("/null$", "");
      boolean optional = valid.contains(of + "/absent") || valid.contains(of + "/present");
      return name.matches("(.*/)?no-[^/]+") || (name.endsWith("/null") && optional);
    }
  }

  /** Where clauses say which values of its fields are accepted, those are held to them. */
  private boolean isToldInWords() {
    return !operation().clauses().isEmpty();
  }

  /**
   * Cases of their own are made of the values that independent fields list, and of their absence.
   */
  private boolean isOfRequestCases(Variant variant) {
    String name = variant.name();
    String path = name.replaceFirst("/(absent|value-[^/]*)$", "");
    return name.equals("least")
        || (!path.equals(name)
            && operation().body().field(path.replace('/', '.')).filter(Field::isLeaf).isPresent());
  }

  /** Whether it leaves an object of nothing, which the absence of a field does not. */
  private static boolean isEmptied(Variant variant) {
    String object = "/" + variant.name().replaceFirst("/?[^/]+/absent$", "");
    return variant.name().matches(".+/[^/]+/absent")
        && variant.value().at(object).isObject()
        && variant.value().at(object).isEmpty();
  }

  private void otherMediaType(MediaContent content) {
    RequestValues other = context.requests().as(content).values("media-type");
    accepted("request/body/" + content.mediaType(), "with a body of " + content.mediaType(), other);
  }

  private String accepted(String part, String says, RequestValues values) {
    return accepted(part, says, values, Optional.empty());
  }

  /** The name of the case. */
  private String accepted(String part, String says, RequestValues values, Optional<String> base) {
    CaseList cases = context.cases();
    ClauseCheck check = cases.about(part, Level.IMPLIED, DocumentedAnswers.taken(operation()));
    String name = cases.path(check);
    cases.add(
        base,
        name,
        "a request " + says + " is accepted",
        Interaction.once(values.request()),
        List.of(check));
    return name;
  }

  private void refused(String part, String says, RequestValues values, Parameter parameter) {
    refused(Level.STATED, part, says, values, parameter, Optional.empty());
  }

  private void refused(
      Level level,
      String part,
      String says,
      RequestValues values,
      Parameter parameter,
      Optional<String> base) {
    if (!refusesWhateverIsWrong()) {
      return;
    }
    CaseList cases = context.cases();
    ClauseCheck check = cases.about(part, level, ResponseExpectations.refused());
    List<ClauseCheck> checks = new ArrayList<>(List.of(check));
    if (parameter == null || !parameter.in().equals("path")) {
      checks.add(
          cases.about("response/refusal", Level.IMPLIED, DocumentedAnswers.refusal(operation())));
    }
    cases.add(
        base,
        cases.path(check),
        "a request " + says + " is refused",
        Interaction.once(values.request()),
        checks);
  }
}
