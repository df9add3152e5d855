package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.MediaContent.Example;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A parameter of an operation outside its body.
 *
 * @param name its name, to the letter
 * @param in {@code header}, {@code query}, {@code path} or {@code cookie}
 * @param required whether every request must have it
 * @param schema its JSON Schema, references resolved
 * @param value the target's value that makes it valid, where it gives one
 * @param examples valid values that the contract shows
 * @param style how lists and objects are written (OpenAPI, Parameter Object), or {@code content}
 *     for JSON
 * @param explode whether each of their items is written by itself
 */
public record Parameter(
    String name,
    String in,
    boolean required,
    JsonNode schema,
    Optional<String> value,
    List<Example> examples,
    String style,
    boolean explode) {

  /** It as a field. */
  public Field field() {
    return new Field(name, schema, required);
  }

  /** Whether the contract shows or lists a value of it. */
  public boolean isShown() {
    return !examples.isEmpty()
        || schema.has("example")
        || schema.has("examples")
        || schema.has("default")
        || !field().choices().isEmpty();
  }

  /** What it is, in words: {@code the query parameter limit}. */
  public String says() {
    return "the "
        + (in.equals("header") || in.equals("cookie") ? in : in + " parameter")
        + " "
        + name;
  }

  /** Whether that is its name, by itself or behind its place: {@code id}, {@code path.id}. */
  public boolean isNamed(String key) {
    return key.equals(name) || key.equals(key());
  }

  /** Its name behind its place, which no other has: {@code path.id}. */
  public String key() {
    return in + "." + name;
  }

  /** The same without the examples of those names. */
  Parameter without(Set<String> names) {
    List<Example> left =
        examples.stream().filter(example -> !names.contains(example.name())).toList();
    return new Parameter(name, in, required, schema, value, left, style, explode);
  }

  boolean isSame(Parameter other) {
    return name.equals(other.name) && in.equals(other.in);
  }
}
