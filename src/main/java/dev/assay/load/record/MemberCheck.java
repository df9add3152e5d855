package dev.assay.load.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.assay.load.request.MemberRule;
import dev.assay.load.request.RequestTemplate;
import java.util.Optional;

/**
 * A rule, read once for many answers.
 *
 * @param expected what its value says; missing where it says nothing
 * @param ids those that were given, where no two answers may have the same
 */
record MemberCheck(MemberRule rule, JsonNode expected, Optional<IdDeduplicator> ids) {

  private static final JsonMapper JSON = new JsonMapper();

  static MemberCheck of(MemberRule rule, Optional<IdDeduplicator> ids) {
    boolean hasValue =
        rule.kind() == MemberRule.Kind.SENT || rule.kind() == MemberRule.Kind.DOCUMENTED;
    try {
      return new MemberCheck(
          rule, hasValue ? JSON.readTree(rule.value()) : MissingNode.getInstance(), ids);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }

  /**
   * Whether that value of the member keeps the rule, as far as no earlier answer is asked.
   *
   * @param mark that the request had of its own
   */
  boolean isKeptBy(JsonNode value, String mark) {
    return switch (rule.kind()) {
      case PRESENT, UNIQUE -> !value.isMissingNode();
      case STRING -> value.isTextual();
      case INTEGER -> value.canConvertToExactIntegral();
      case NUMBER -> value.isNumber();
      case BOOLEAN -> value.isBoolean();
      case OBJECT -> value.isObject();
      case ARRAY -> value.isArray();
      case URL -> value.isTextual() && !value.textValue().isBlank();
      case SENT -> isSame(expected, value, mark);
      case DOCUMENTED -> isListed(value, mark);
    };
  }

  private boolean isListed(JsonNode value, String mark) {
    for (JsonNode each : expected) {
      if (isSame(each, value, mark)) {
        return true;
      }
    }
    return false;
  }

  private static boolean isSame(JsonNode expected, JsonNode value, String mark) {
    if (expected.isTextual()) {
      return value.isTextual()
          && value.textValue().equals(RequestTemplate.own(expected.textValue(), mark));
    }
    if (expected.isNumber()) {
      return value.isNumber() && value.decimalValue().compareTo(expected.decimalValue()) == 0;
    }
    return value.equals(expected);
  }
}
