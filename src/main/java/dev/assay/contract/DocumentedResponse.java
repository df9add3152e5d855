package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What the documents say of the answers of one status, or of several.
 *
 * @param key a status, {@code 4XX} for all of one kind, or {@code default} for all others
 * @param contents its body, in each media type that is documented
 * @param headers those that are documented, Content-Type apart
 * @param links where its parts lead to (OpenAPI, Link Object), by operationId
 * @param occasions when it is given, as far as the documents tell
 * @param at file and line
 */
public record DocumentedResponse(
    String key,
    List<MediaContent> contents,
    List<Field> headers,
    List<Link> links,
    List<Occasion> occasions,
    String at) {

  /** What takes the place of one that is not documented. */
  public static final DocumentedResponse NONE =
      new DocumentedResponse("default", List.of(), List.of(), List.of(), List.of(), "");

  /**
   * Where an answer leads to.
   *
   * @param operation the id of the operation that it leads to
   * @param parameters the expression that gives each of its parameters, such as {@code
   *     $response.body#/id}
   */
  public record Link(String operation, Map<String, String> parameters) {}

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

  /** The status; the first of its kind where it is of several, 0 for all others. */
  public int status() {
    return key.equals("default") ? 0 : Integer.parseInt(key.replaceAll("[xX]", "0"));
  }

  /** Whether it is about one status only. */
  public boolean isExact() {
    return key.matches("\\d{3}");
  }

  /** Whether it is about that status too. */
  public boolean covers(int status) {
    return isExact() ? status == status() : status() == 0 || status / 100 == status() / 100;
  }

  /** The media type of its body; empty for none. */
  public String mediaType() {
    return content().mediaType();
  }

  /** The JSON Schema of its body, references resolved. */
  public JsonNode schema() {
    return content().schema();
  }

  /** Its body as it is documented first. */
  public MediaContent content() {
    return contents.stream().findFirst().orElse(MediaContent.NONE);
  }

  /** Its body in that media type, as a Content-Type header gives it. */
  public Optional<MediaContent> content(String contentType) {
    return contents.stream().filter(content -> content.covers(contentType)).findFirst();
  }

  /** Whether it tells of a success. */
  public boolean isSuccess() {
    return status() / 100 == 2;
  }

  /** Whether its body is JSON. */
  public boolean isJson() {
    return content().isJson();
  }

  /** Its members, those at its top only. */
  public List<Field> members() {
    return Field.of(schema()).stream().filter(Field::isTop).toList();
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
