package dev.assay.contract;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.MediaContent.Example;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What the documents say of the answers of one status, or of several.
 *
 * @param key a status, {@code 4XX} for all of one kind, or {@code default} for all others
 * @param contents its body, in each media type that is documented
 * @param headers those that are documented, Content-Type apart
 * @param links where it leads to
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
   * Where an answer leads to (OpenAPI, Link Object).
   *
   * @param name under which the answer has it
   * @param operation the id of the operation that it leads to, or file and line of that
   * @param written how the contract names the operation
   * @param parameters what gives its parameters, such as {@code $response.body#/id}, each by its
   *     name, which may follow its place: {@code path.id}
   * @param body what gives its body, if anything does
   * @param elsewhere whether it names a server of its own
   * @param at file and line
   */
  public record Link(
      String name,
      String operation,
      String written,
      Map<String, JsonNode> parameters,
      Optional<JsonNode> body,
      boolean elsewhere,
      String at) {

    private static final String OF_HEADER = "$response.header.";

    /** Whether that is the operation that it leads to. */
    public boolean leadsTo(Operation other) {
      return operation.equals(other.id()) || operation.equals(other.at());
    }

    /** The headers of the answer that give parameters. */
    public List<String> headers() {
      return parameters.values().stream()
          .map(JsonNode::asText)
          .filter(text -> text.startsWith(OF_HEADER))
          .map(text -> text.substring(OF_HEADER.length()))
          .toList();
    }

    /** What gives that parameter, if anything does. */
    public Optional<JsonNode> gives(Parameter parameter) {
      return Optional.ofNullable(parameters.get(parameter.key()))
          .or(() -> Optional.ofNullable(parameters.get(parameter.name())));
    }
  }

  /**
   * A request and the refusal that it leads to, by the name that the examples of both have. No
   * document says that they belong together; whoever gives them one name does.
   *
   * @param name of the examples
   * @param status of the refusal
   * @param parameters those that are shown so, with their values
   * @param body if it is shown so
   */
  public record ErrorExample(
      String name, int status, Map<Parameter, JsonNode> parameters, Optional<JsonNode> body) {

    /**
     * Those of all refusals, without what leads to them. What a success shows too is none, and
     * neither is what the trait x-when tells of.
     */
    static List<ErrorExample> refusals(List<DocumentedResponse> responses) {
      Set<String> successes = new HashSet<>();
      responses.stream()
          .filter(DocumentedResponse::isSuccess)
          .forEach(response -> successes.addAll(response.exampleNames()));
      return responses.stream()
          .filter(response -> response.isExact() && response.status() >= 400)
          .flatMap(
              response ->
                  response.exampleNames().stream()
                      .filter(name -> !successes.contains(name) && !response.isTold(name))
                      .map(
                          name ->
                              new ErrorExample(
                                  name, response.status(), Map.of(), Optional.empty())))
          .toList();
    }

    /** It with what is shown under its name there. */
    ErrorExample shownIn(List<Parameter> all, RequestBody request) {
      Map<Parameter, JsonNode> shown = new LinkedHashMap<>();
      for (Parameter parameter : all) {
        named(parameter.examples())
            .ifPresent(value -> shown.put(parameter.without(Set.of(name)), value));
      }
      return new ErrorExample(name, status, shown, named(request.content().examples()));
    }

    private Optional<JsonNode> named(List<Example> examples) {
      return examples.stream()
          .filter(example -> example.name().equals(name))
          .map(Example::value)
          .findFirst();
    }

    boolean isProvoked() {
      return !parameters.isEmpty() || body.isPresent();
    }
  }

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

  /** The names of those of its examples that have one. */
  Set<String> exampleNames() {
    return contents.stream()
        .flatMap(content -> content.examples().stream())
        .map(Example::name)
        .filter(name -> !name.isEmpty())
        .collect(Collectors.toCollection(LinkedHashSet::new));
  }

  /** Whether the documents tell when it is given as that example shows it. */
  boolean isTold(String example) {
    return occasions.stream().anyMatch(occasion -> occasion.name().equals(example));
  }

  /** Whether it tells of a success. */
  public boolean isSuccess() {
    return status() / 100 == 2;
  }

  /** Whether it says that something was made (RFC 9110, section 15.3.2). */
  public boolean isOfMaking() {
    return status() == 201;
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
