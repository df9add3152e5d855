package dev.assay.contract.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorthOfNumbersTest {

  private static final JsonMapper EXACT =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private static boolean allows(JsonMapper reader, String schema, String value) throws Exception {
    JsonNode rules = reader.readTree(schema);
    return SchemaRules.of(rules).allow(reader.readTree(value));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"const\": 1}                   | 1.0                | true",
        "{\"const\": {\"a\": 1}}          | {\"a\": 1.0}       | true",
        "{\"const\": {\"a\": [1.50]}}     | {\"a\": [1.5]}     | true",
        "{\"const\": {\"a\": 1}}          | {\"a\": 1.01}      | false",
        "{\"enum\": [{\"a\": [1]}]}       | {\"a\": [1e0]}     | true",
        "{\"enum\": [{\"a\": [1]}]}       | {\"a\": [\"1\"]}   | false",
        "{\"enum\": [5000000000]}         | 5e9                | true",
        "{\"enum\": [0]}                  | -0.0               | true",
        "{\"uniqueItems\": true}          | [1, 1.0]           | false",
        "{\"uniqueItems\": true}          | [{\"a\": 1}, {\"a\": 10e-1}] | false",
        "{\"uniqueItems\": true}          | [1, true, \"1\"]   | true",
        "{\"type\": \"integer\"}          | 100.0              | true",
        "{\"type\": \"integer\"}          | 100.5              | false",
        "{\"multipleOf\": 0.01}           | 1.13               | true",
      })
  void numbers_are_the_same_that_are_worth_the_same(String schema, String value, boolean allowed)
      throws Exception {
    assertThat(allows(EXACT, schema, value)).isEqualTo(allowed);
    assertThat(allows(new JsonMapper(), schema, value)).isEqualTo(allowed);
  }

  /** Written out they would have a thousand million zeros. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"type\": \"integer\"} | 1e1000000000  | true",
        "{\"type\": \"integer\"} | 1e-1000000000 | false",
        "{\"maximum\": 5}        | 1e1000000000  | false",
        "{\"maximum\": 5}        | -1e1000000000 | true",
        "{\"minimum\": 0}        | 1e-1000000000 | true",
        "{\"exclusiveMinimum\": 0} | 1e-1000000000 | true",
        "{\"enum\": [5]}         | 1e1000000000  | false",
        "{\"enum\": [0]}         | 1e-1000000000 | false",
        "{\"multipleOf\": 10}    | 1e1000000000  | true",
        "{\"enum\": [{\"a\": 5}]} | {\"a\": 1e1000000000} | false",
      })
  void a_number_that_is_too_great_to_be_written_out_is_held_to_its_schema(
      String schema, String value, boolean allowed) throws Exception {
    assertThat(allows(EXACT, schema, value)).isEqualTo(allowed);
  }
}
