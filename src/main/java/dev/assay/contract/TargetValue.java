package dev.assay.contract;

import dev.assay.contract.source.ContractNode;
import java.util.Locale;
import java.util.Optional;

/**
 * A value that a target file gives for a service.
 *
 * @param name by which traits refer to it
 * @param at its key there, joined by points where it is inside another
 * @param secret whether it is a credential
 * @param required whether a target file must give it
 * @param says what it is for
 * @param type {@code string}, {@code integer}, or {@code url} for another base URL of the service
 * @param form what it must look like, where that matters
 * @param differsFrom the key of a value that it cannot be, because cases rely on the difference
 */
public record TargetValue(
    String name,
    String at,
    boolean secret,
    boolean required,
    String says,
    String type,
    Optional<Form> form,
    Optional<String> differsFrom) {

  /**
   * What a value must look like.
   *
   * @param pattern a regular expression for all of it
   * @param must the same in words, to follow "must"
   */
  public record Form(String pattern, String must) {}

  static TargetValue of(String name, ContractNode node) {
    return new TargetValue(
        name,
        node.optional("at").orElse(name),
        node.node().path("secret").asBoolean(false),
        node.node().path("required").asBoolean(true),
        node.text("says"),
        node.optional("type").orElse("string"),
        node.optional("pattern").map(pattern -> new Form(pattern, node.text("must"))),
        node.optional("differsFrom"));
  }

  /** The name of a credential in requests: {@code SHOP_KEY} for {@code shopKey}. */
  public String placeholder() {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2")
        .replaceAll("[^A-Za-z0-9]", "_")
        .toUpperCase(Locale.ROOT);
  }

  /** What it is, to follow "give". */
  public String meaning() {
    String first = says.split("[;.]", 2)[0];
    return first.substring(0, 1).toLowerCase(Locale.ROOT) + first.substring(1);
  }
}
