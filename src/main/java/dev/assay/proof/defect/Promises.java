package dev.assay.proof.defect;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.assay.contract.Clause;
import dev.assay.contract.Contract;
import dev.assay.contract.DocumentedResponse;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.contract.Operation;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.TargetValue;
import dev.assay.mock.http.MockResponse;
import dev.assay.mock.mutation.DefectList;
import dev.assay.mock.mutation.RequestView;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What an operation promises, as the clauses that a defect can break. Their paths are those below
 * the operation.
 */
record Promises(Contract contract, Operation operation) {

  /** Clauses of these names say which requests are accepted. */
  private static final String ACCEPTANCE = "(request|types)/.*|sample-.*|size/accepted";

  /** The clause that decides that part of the contract, or the one that is made where none does. */
  String about(String part) {
    return operation.deciding(part).map(this::path).orElseGet(() -> Operation.slug(part));
  }

  /** The clause about that part of the documented success, such as {@code /made_at/offset}. */
  String success(String part) {
    return about("response/" + status() + part);
  }

  /** Whether the contract has that clause. */
  boolean has(String path) {
    return operation.clauses().stream().map(this::path).anyMatch(path::equals);
  }

  /** The clauses that a server can break. */
  Stream<String> breakable() {
    return operation.clauses().stream()
        .filter(clause -> clause.level() != Level.SILENT && clause.untested().isEmpty())
        .map(this::path);
  }

  private String path(Clause clause) {
    return clause.id().value().substring(operation.id().length() + 1);
  }

  /** All that is broken where the documented request is not accepted. */
  List<String> acceptance() {
    return Stream.of(
            breakable().filter(path -> path.matches(ACCEPTANCE)),
            Stream.of(success("")),
            requests().map(this::about),
            members().stream().flatMap(member -> of(member, Stream.of("/text"))))
        .flatMap(paths -> paths)
        .distinct()
        .toList();
  }

  /** What else is to be accepted: fields in any order, other values, and none where it may lack. */
  private Stream<String> requests() {
    List<Field> leaves = operation.body().fields().stream().filter(Field::isLeaf).toList();
    Stream<String> others =
        leaves.stream()
            .filter(field -> !field.isFile())
            .flatMap(field -> requests(field, "request/" + field.name() + "/"));
    return Stream.concat(others, Stream.of("request/order").filter(part -> leaves.size() > 1));
  }

  private static Stream<String> requests(Field field, String part) {
    Stream<String> values = field.choices().stream().skip(1).map(value -> part + value.asText());
    return field.required() ? values : Stream.concat(values, Stream.of(part + "absent"));
  }

  /** Whether that is a value of the target, and if so one that there must be. */
  Optional<Boolean> isRequired(String value) {
    return contract.value(value).map(TargetValue::required);
  }

  /** The documented success, if there is one. */
  Optional<DocumentedResponse> success() {
    return operation.responses().stream().filter(DocumentedResponse::isSuccess).findFirst();
  }

  /** The status of a success. */
  int status() {
    return success().map(DocumentedResponse::status).orElse(200);
  }

  /** The members that every success has. */
  List<Field> members() {
    return success().stream()
        .flatMap(success -> success.members().stream())
        .filter(Field::required)
        .toList();
  }

  /** The members that every success has, with that trait. */
  List<Field> members(String trait) {
    return members().stream().filter(member -> member.trait(trait).isPresent()).toList();
  }

  /** The same, as lists of what goes wrong with them. */
  List<MemberList> members(DefectList list, String trait) {
    return members(trait).stream().map(member -> new MemberList(list, this, member)).toList();
  }

  /** What is broken where that member is not what it must be. */
  Stream<String> of(Field member) {
    return of(member, Stream.of("", "/text"));
  }

  /** The clauses about those parts of a member; some there are only of texts, or of files. */
  Stream<String> of(Field member, Stream<String> parts) {
    return parts
        .filter(part -> !part.equals("/text") || givesBackText(member))
        .filter(part -> !part.equals("/content") || member.trait("x-serves").isPresent())
        .map(part -> success("/" + member.name() + part));
  }

  /** Whether that member gives back a text that was sent. */
  boolean givesBackText(Field member) {
    return member
        .trait("x-echo")
        .flatMap(this::field)
        .filter(source -> !source.is("integer"))
        .isPresent();
  }

  /** The field of a request that is called so. */
  Optional<Field> field(String name) {
    return operation.body().field(name);
  }

  /** Whether a request has a value for which a documented refusal is given. */
  Predicate<RequestView> refusedForAValue() {
    return operation.responses().stream()
        .flatMap(response -> response.occasions().stream())
        .flatMap(
            occasion ->
                field(occasion.field()).map(field -> refused(field, occasion.becomes())).stream())
        .reduce(view -> false, Predicate::or);
  }

  private static Predicate<RequestView> refused(Field field, String value) {
    return view -> view.holds(field.path(), value);
  }

  /** The header that shows who the client is, if one does. */
  Optional<SecurityScheme> key() {
    return operation.security().stream().findFirst().filter(key -> key.in().equals("header"));
  }

  /** The member of a refusal that says what is wrong. */
  String errorMember() {
    return operation.responses().stream()
        .filter(response -> !response.isSuccess())
        .flatMap(response -> response.errorMember().stream())
        .findFirst()
        .orElse("error");
  }

  /** A refusal of that status, in the form of those that are documented. */
  MockResponse refusal(int status, String text) {
    return MockResponse.json(
        status, JsonNodeFactory.instance.objectNode().put(errorMember(), text));
  }
}
