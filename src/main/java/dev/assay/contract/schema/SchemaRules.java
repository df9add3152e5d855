package dev.assay.contract.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonMetaSchema;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaException;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.PatternSyntaxException;

/**
 * What a schema asks for (JSON Schema 2020-12), formats included. Where a schema cannot be applied,
 * as with a pattern of another dialect or one too deep for a long text, it asks for nothing.
 */
public final class SchemaRules {

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder()
          .formatAssertionsEnabled(true)
          .locale(Locale.ENGLISH)
          .typeLoose(false)
          .regularExpressionFactory(pattern -> EcmaPattern.of(pattern).asPredicate()::test)
          .build();

  private static final JsonMetaSchema DIALECT =
      JsonMetaSchema.builder(JsonMetaSchema.getV202012()).formats(SchemaFormats.all()).build();

  private final JsonSchema schema;

  private SchemaRules(JsonSchema schema) {
    this.schema = schema;
  }

  /** Those of a whole schema, as a contract has it. */
  public static SchemaRules of(JsonNode schema) {
    return new SchemaRules(
        JsonSchemaFactory.getInstance(VersionFlag.V202012, dialects -> dialects.metaSchema(DIALECT))
            .getSchema(WorthOfNumbers.in(schema), CONFIG));
  }

  /** Whether Java cannot read that pattern, which then asks for nothing. */
  public static boolean isForeign(String pattern) {
    try {
      EcmaPattern.of(pattern);
      return false;
    } catch (PatternSyntaxException e) {
      return true;
    }
  }

  /** Why no value can be held to a schema, if that is so. */
  static Optional<String> flaw(JsonNode schema) {
    try {
      of(schema).schema.initializeValidators();
      return Optional.empty();
    } catch (JsonSchemaException e) {
      return Optional.of(e.getMessage().replaceFirst("^java\\.[\\w.]+: ", ""));
    }
  }

  /**
   * Something about a value that breaks a rule.
   *
   * @param member the first step from the value to what breaks it; empty for the value itself
   * @param keyword the rule
   * @param says where and what, in words
   */
  public record Problem(String member, String keyword, String says) {

    /** Whether it is about the property of that name, which is not there. */
    public boolean names(String property) {
      return says.contains("'" + property + "'");
    }
  }

  /** Whether a value keeps them all. */
  public boolean allow(JsonNode value) {
    return problems(value).isEmpty();
  }

  /** What breaks them, in a fixed order. */
  public List<Problem> problems(JsonNode value) {
    try {
      return schema.validate(WorthOfNumbers.in(value)).stream()
          .map(SchemaRules::problem)
          .sorted(Comparator.comparing(Problem::says))
          .toList();
    } catch (RuntimeException | StackOverflowError cannotBeApplied) {
      return List.of();
    }
  }

  private static Problem problem(ValidationMessage message) {
    boolean inside = message.getInstanceLocation().getNameCount() > 0;
    String member = inside ? message.getInstanceLocation().getName(0) : "";
    // What breaks the whole value has no place, and not every format has a description.
    String says = message.getMessage().replaceFirst("^: ", "").strip();
    return new Problem(member, message.getType(), says);
  }
}
