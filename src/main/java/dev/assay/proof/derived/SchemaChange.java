package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * A value of which a schema decides, together with a schema that decides otherwise.
 *
 * @param slug to follow the name of what has the schema
 * @param place where the value is special; empty for all of it
 * @param what is special about it, to follow the place
 * @param shown a schema of such values only
 * @param otherwise the schema as it would be if it said the opposite of them
 * @param value such a value
 */
record SchemaChange(
    String slug, String place, String what, JsonNode shown, JsonNode otherwise, JsonNode value) {

  /** What is special about the value, given what it is where the place is the top. */
  String says(String top) {
    return (place.isEmpty() ? top : place) + " " + what;
  }
}
