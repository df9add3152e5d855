package dev.assay.proof.derived;

import com.fasterxml.jackson.databind.JsonNode;

/** Takes what is wrong at one place. */
@FunctionalInterface
interface FlawCollector {

  /**
   * Takes a flaw, if it is one.
   *
   * @param slug its name
   * @param what what is special about it, to follow the place
   * @param flawed a schema of what is wrong at the place
   * @param lax the schema of the place without the rule that forbids it
   */
  void made(String slug, String what, JsonNode flawed, JsonNode lax);

  /** Takes a value that is wrong at the place, if it is. */
  default void value(String slug, String what, JsonNode value, JsonNode lax) {
    made(slug, what, SchemaPlace.only(value), lax);
  }
}
