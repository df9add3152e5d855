package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.echo;
import static dev.assay.verdict.BodyExpectations.integer;
import static dev.assay.verdict.BodyExpectations.present;
import static dev.assay.verdict.BodyExpectations.text;
import static dev.assay.verdict.BodyExpectations.webUrl;
import static dev.assay.verdict.ResponseExpectations.jsonMediaType;
import static dev.assay.verdict.ResponseExpectations.jsonObject;
import static dev.assay.verdict.SchemaExpectations.valid;
import static dev.assay.verdict.Timestamps.hasOffset;
import static dev.assay.verdict.Timestamps.hasSeparator;
import static dev.assay.verdict.Timestamps.isoDateTime;
import static dev.assay.verdict.Timestamps.within;

import com.fasterxml.jackson.databind.JsonNode;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.verdict.DocumentedAnswers;
import dev.assay.verdict.Expectation;
import dev.assay.verdict.ResponseExpectations;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What every documented success must show, as the schema of the response and its traits say. */
public final class SuccessChecks {

  private final CaseList cases;
  private final Duration skew;
  private final DocumentedResponse success;
  private final String response;

  /**
   * Of that operation.
   *
   * @param skew how far the service's clock may be off
   */
  public SuccessChecks(CaseList cases, Duration skew) {
    this.cases = cases;
    this.skew = skew;
    this.success = cases.operation().ifSuccess().orElse(DocumentedResponse.NONE);
    this.response = "response/" + success.key();
  }

  /** Whether it is one answer in one media type, about whose members all can be said. */
  boolean isPlain() {
    return success.isExact()
        && success.contents().size() <= 1
        && cases.operation().allResponses().filter(DocumentedResponse::isSuccess).count() == 1
        && (!success.isJson() || isObject(success.schema()));
  }

  private static boolean isObject(JsonNode schema) {
    return schema.has("properties") && !schema.path("type").isArray();
  }

  /** Whether that is it. */
  boolean is(DocumentedResponse response) {
    return success.equals(response);
  }

  /** Its status. */
  int status() {
    return success.status();
  }

  /** A part of the success, such as {@code response/201/made_at}. */
  String part(String path) {
    return response + path;
  }

  /** Of the documented request. */
  public List<ClauseCheck> all() {
    return whole(Map.of());
  }

  /**
   * Of the documented request.
   *
   * @param sent values of listed fields, where they are not the first that the schema lists
   */
  List<ClauseCheck> whole(Map<String, Long> sent) {
    List<ClauseCheck> checks = new ArrayList<>(of(sent));
    echoed().stream()
        .filter(member -> !source(member).orElseThrow().required())
        .forEach(member -> checks.add(echoed(member.name())));
    return checks;
  }

  /** Of a request without that field. */
  List<ClauseCheck> without(Field field) {
    List<ClauseCheck> checks = new ArrayList<>(of(Map.of()));
    echoed().stream()
        .filter(member -> !source(member).orElseThrow().required())
        .filter(member -> !source(member).orElseThrow().equals(field))
        .forEach(member -> checks.add(echoed(member.name())));
    return checks;
  }

  /** The members that give back that field. */
  List<String> echoesOf(Field field) {
    return echoed().stream()
        .filter(member -> source(member).filter(field::equals).isPresent())
        .map(Field::name)
        .toList();
  }

  /** The members that give a text back. */
  List<Field> echoed() {
    return with("x-echo").stream()
        .filter(member -> source(member).filter(field -> !field.is("integer")).isPresent())
        .toList();
  }

  /**
   * Of whatever request was accepted: what it did not send need not come back.
   *
   * @param sent its whole numbers, by the names of their fields
   */
  List<ClauseCheck> ofAccepted(Request request, Map<String, Long> sent) {
    List<ClauseCheck> checks = form();
    if (success.isJson() && isPlain()) {
      success.members().stream()
          .filter(member -> member.required() || request.field(member.name()).isPresent())
          .forEach(member -> checks.addAll(ofMember(member, request, sent)));
    }
    return checks;
  }

  private List<ClauseCheck> ofMember(Field member, Request request, Map<String, Long> sent) {
    Optional<Field> source = source(member);
    boolean number = source.filter(field -> field.is("integer")).isPresent();
    if (source.isEmpty() ? member.required() : number && sent.containsKey(source.get().name())) {
      return ofMember(member, sent);
    }
    if (number) {
      return List.of(about("/" + member.name(), typed(member)));
    }
    return source.isPresent() && request.field(member.name()).isPresent()
        ? List.of(echoed(member.name()))
        : List.of();
  }

  private List<ClauseCheck> of(Map<String, Long> sent) {
    List<ClauseCheck> checks = form();
    if (success.isJson() && isPlain()) {
      success.members().stream()
          .filter(Field::required)
          .forEach(member -> checks.addAll(ofMember(member, sent)));
    }
    return checks;
  }

  /** What does not look at a single member. */
  private List<ClauseCheck> form() {
    List<ClauseCheck> checks = new ArrayList<>();
    if (!isPlain()) {
      checks.add(cases.about("response/success", DocumentedAnswers.success(cases.operation())));
      return checks;
    }
    checks.add(about("", ResponseExpectations.status(success.status())));
    if (!success.isJson()) {
      return checks;
    }
    checks.add(about("/json-object", jsonObject()));
    checks.add(cases.about(response + "/content-type", Level.IMPLIED, jsonMediaType()));
    if (!success.requiredMembers().isEmpty()) {
      checks.add(about("/members", present(success.requiredMembers())));
    }
    return checks;
  }

  private List<ClauseCheck> ofMember(Field member, Map<String, Long> sent) {
    String name = member.name();
    if (member.trait("x-instant").isPresent()) {
      return ofInstant(name);
    }
    Optional<Field> source = source(member);
    if (source.isPresent() && !source.get().is("integer")) {
      return source.get().required() ? List.of(echoed(name)) : List.of();
    }
    Optional<Long> value =
        source.map(
            field ->
                sent.getOrDefault(
                    field.name(),
                    field.choices().stream().mapToLong(JsonNode::asLong).findFirst().orElse(0)));
    return List.of(
        about("/" + name, value.map(v -> integer(name, v)).orElseGet(() -> typed(member))));
  }

  /** How large the ids are that a service makes is its own affair. */
  private static boolean isBounded(Field member) {
    return member.trait("x-unique").isEmpty()
        && Stream.of("minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf")
            .anyMatch(member.schema()::has);
  }

  private static Expectation typed(Field member) {
    String name = member.name();
    Optional<JsonNode> only = member.constant();
    if (only.filter(JsonNode::isTextual).isPresent()) {
      return text(name, only.get().textValue());
    }
    if (member.trait("x-serves").isPresent()) {
      return webUrl(name);
    }
    return member.is("integer") && member.choices().isEmpty() && !isBounded(member)
        ? integer(name)
        : valid(name, member.schema());
  }

  private List<ClauseCheck> ofInstant(String name) {
    return List.of(
        about("/" + name, isoDateTime(name)),
        cases.about(response + "/" + name + "/separator", Level.IMPLIED, hasSeparator(name)),
        cases.about(response + "/" + name + "/offset", Level.IMPLIED, hasOffset(name)),
        about("/" + name + "/time", within(name, skew)));
  }

  /** The field that the member gives back. */
  Optional<Field> source(Field member) {
    return member.trait("x-echo").flatMap(cases.operation().body()::field);
  }

  /** That the member gives back the text that was sent. */
  public ClauseCheck echoed(String member) {
    return about("/" + member, echo(member));
  }

  /** An expectation about a part of the success, such as {@code /made_at/form}. */
  ClauseCheck about(String part, Expectation expectation) {
    return cases.about(response + part, expectation);
  }

  /** The members that every success has, with that trait. */
  List<Field> with(String trait) {
    return success.members().stream()
        .filter(member -> member.required() && member.trait(trait).isPresent())
        .toList();
  }

  /** The members that every success has. */
  public List<String> members() {
    return success.requiredMembers();
  }
}
