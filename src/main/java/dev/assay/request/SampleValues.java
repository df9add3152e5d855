package dev.assay.request;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.Field;
import dev.assay.contract.RequestBody;
import dev.assay.exchange.target.Service;
import java.math.BigInteger;
import java.util.Optional;

/**
 * Valid values for the fields of a contract: the target's where the contract says so, then those
 * that it lists or shows, and else some that its schema allows.
 *
 * @param service whose values the contract refers to
 * @param data for texts that occur nowhere else
 * @param shown a whole body that the contract shows
 */
record SampleValues(Service service, TestData data, Optional<JsonNode> shown) {

  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A valid value for that field; none where the target does not give what it would need. */
  Optional<JsonNode> of(Field field, String purpose) {
    Optional<String> named = field.trait("x-value");
    if (named.isPresent()) {
      return named.flatMap(service::mention).map(text -> typed(field, text));
    }
    return field.choices().stream()
        .findFirst()
        .or(() -> shown.flatMap(field::in))
        .or(() -> madeUp(field, purpose));
  }

  /**
   * A body whose fields depend on each other: no more than must be there, but a list is not empty;
   * in a form it would not be there.
   */
  Optional<JsonNode> whole(RequestBody body, String purpose) {
    boolean list = SchemaParts.type(body.schema()).equals("array");
    return list || body.isForm() || body.isUrlEncoded()
        ? new SchemaValues(data, true).valid(body.schema(), purpose)
        : of(body.whole(), purpose);
  }

  private Optional<JsonNode> madeUp(Field field, String purpose) {
    return new SchemaValues(data, !field.path().isEmpty()).valid(field.schema(), purpose);
  }

  /** The text as the type that the contract asks for, where it can be that. */
  static JsonNode typed(Field field, String text) {
    return field.is("integer") && text.matches("-?\\d+")
        ? JSON.numberNode(new BigInteger(text))
        : JSON.textNode(text);
  }
}
