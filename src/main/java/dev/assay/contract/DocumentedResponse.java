package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What the documents say of the answers of one status.
 *
 * @param status the status
 * @param mediaType of its body; empty for none
 * @param schema the JSON Schema of its body, references resolved
 * @param occasions when it is given, as far as the documents tell
 * @param at file and line
 */
public record DocumentedResponse(
    int status, String mediaType, JsonNode schema, List<Occasion> occasions, String at) {

  /**
   * One change to the documented request that provokes this answer.
   *
   * @param name the example that shows it
   * @param field what is changed: a field or a header
   * @param becomes {@code absent}, {@code empty}, {@code invalid}, or a value of the target
   * @param text what the error says then, if the example is the only place that tells
   */
  public record Occasion(String name, String field, String becomes, Optional<String> text) {

    private static final Set<String> CHANGES =
        Set.of("absent", "empty", "invalid", "too-large", "unnamed");

    /** Whether the field becomes a value of the target. */
    public boolean isOfTarget() {
      return !CHANGES.contains(becomes);
    }
  }

  /** Whether it tells of a success. */
  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Whether its body is JSON. */
  public boolean isJson() {
    return RequestBody.isJson(mediaType);
  }

  /** Its members, those at its top only. */
  public List<Field> members() {
    return Field.of(schema).stream().filter(Field::isTop).toList();
  }

  /** The names of those that every such answer has. */
  public List<String> requiredMembers() {
    return members().stream().filter(Field::required).map(Field::name).toList();
  }

  /** The member that says what is wrong: the one text that every such answer has. */
  public Optional<String> errorMember() {
    return members().stream()
        .filter(member -> member.required() && member.is("string"))
        .map(Field::name)
        .findFirst();
  }

  /** The only texts that its error may have; none where any may stand there. */
  public List<String> errorTexts() {
    List<String> texts = new ArrayList<>();
    members().stream()
        .filter(member -> errorMember().filter(member.name()::equals).isPresent())
        .flatMap(member -> member.choices().stream())
        .forEach(text -> texts.add(text.asText()));
    return texts;
  }

  /** The texts that its error may have, or those of its examples where any may stand there. */
  public Set<String> textsOfErrors() {
    Set<String> texts = new LinkedHashSet<>(errorTexts());
    if (texts.isEmpty()) {
      occasions.forEach(occasion -> occasion.text().ifPresent(texts::add));
    }
    return texts;
  }
}
