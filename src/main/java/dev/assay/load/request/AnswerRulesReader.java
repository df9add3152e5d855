package dev.assay.load.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Operation;
import dev.assay.load.request.MemberRule.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Reads from the contract what every answer to a request must be: what it documents of a success,
 * as far as one answer, and the ids of earlier ones, show it.
 *
 * @param operation that is asked
 * @param sent the value that the request gives a field, if it gives one
 */
record AnswerRulesReader(Operation operation, Function<Field, Optional<JsonNode>> sent) {

  private static final Map<String, Kind> BY_TYPE =
      Map.of(
          "string", Kind.STRING,
          "integer", Kind.INTEGER,
          "number", Kind.NUMBER,
          "boolean", Kind.BOOLEAN,
          "object", Kind.OBJECT,
          "array", Kind.ARRAY);

  AnswerRules read() {
    DocumentedResponse success = operation.success();
    List<Field> members = success.members().stream().filter(Field::required).toList();
    boolean range = success.content().isRange();
    boolean object =
        (success.isJson() || range)
            && (success.schema().path("type").asText().equals("object") || !members.isEmpty());
    List<MemberRule> rules = new ArrayList<>();
    if (object) {
      members.forEach(member -> rules.add(ofAlone(member)));
      members.stream()
          .filter(member -> member.trait("x-unique").isPresent())
          .forEach(member -> rules.add(rule(member, Kind.UNIQUE, operation.noun())));
    }
    return new AnswerRules(success.status(), object, range, errorMember(), rules);
  }

  /** What one answer alone shows of it. */
  private MemberRule ofAlone(Field member) {
    Optional<JsonNode> echoed =
        member.trait("x-echo").flatMap(operation.body()::field).flatMap(sent);
    if (echoed.isPresent()) {
      return rule(member, Kind.SENT, echoed.get().toString());
    }
    if (!member.choices().isEmpty()) {
      ArrayNode choices = JsonNodeFactory.instance.arrayNode().addAll(member.choices());
      return rule(member, Kind.DOCUMENTED, choices.toString());
    }
    if (member.trait("x-serves").isPresent()) {
      return rule(member, Kind.URL, "");
    }
    boolean mayBeNull = member.is("null");
    Kind kind = BY_TYPE.getOrDefault(member.schema().path("type").asText(), Kind.PRESENT);
    return rule(member, mayBeNull ? Kind.PRESENT : kind, "");
  }

  private static MemberRule rule(Field member, Kind kind, String value) {
    return new MemberRule(member.name(), kind, value);
  }

  private String errorMember() {
    return operation.responses().stream()
        .filter(response -> !response.isSuccess())
        .flatMap(response -> response.errorMember().stream())
        .findFirst()
        .orElse("");
  }
}
