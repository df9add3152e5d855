package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.distinct;
import static dev.assay.verdict.BodyExpectations.integerOtherThan;
import static dev.assay.verdict.ResponseExpectations.anything;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.contract.Operation;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.contract.schema.SchemaRules;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.request.TestData;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.data.EdgeCaseFile;
import dev.assay.suite.probe.FieldProbe;
import dev.assay.suite.probe.FormFieldProbes;
import dev.assay.suite.probe.HeaderProbes;
import dev.assay.suite.probe.JsonFieldProbes;
import dev.assay.suite.probe.JsonProbes;
import dev.assay.suite.probe.MultipartProbes;
import dev.assay.suite.probe.TransportProbes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no document says of an operation: odd fields, headers, bodies and ways to send them. */
final class SilentCases {

  private static final Set<String> CHANGING = Set.of("DELETE", "PUT", "PATCH");
  private static final long FAR_AWAY = 987_654_321;

  private final CaseContext context;
  private final CaseList cases;
  private final RequestBody body;

  SilentCases(CaseContext context) {
    this.context = context;
    this.cases = context.cases();
    this.body = cases.operation().body();
  }

  void add() {
    Request good = context.plain("fields");
    headers(good);
    if (body.isPresent()) {
      fields(good);
      unknownValues();
      unknownField();
      malformed(good);
    }
    context.file().ifPresent(this::files);
    repeats(good);
    transport(context.plain("transport"));
  }

  private void headers(Request good) {
    cases.operation().parameters().stream()
        .filter(parameter -> parameter.required() && parameter.in().equals("header"))
        .forEach(
            parameter ->
                new HeaderProbes(cases, parameter.name(), mayBeEmpty(parameter)).add(good));
  }

  /** Where the target does not say what it must be, only the schema does. */
  private boolean mayBeEmpty(Parameter parameter) {
    return parameter.value().flatMap(context.service()::mention).isEmpty()
        && SchemaRules.of(parameter.schema()).allow(TextNode.valueOf(""));
  }

  /** Each field spoilt in turn, but for what the contract says to be refused. */
  private void fields(Request good) {
    Set<String> documented = documented();
    for (FieldProbe probe : probes(good)) {
      if (!documented.contains(probe.name())) {
        cases.add(
            "silent/field-values/" + probe.name(),
            "a request with " + probe.says(),
            Interaction.once(good.withBody(probe.body())),
            silent("field-values", probe.acceptanceUnnatural() && !isAllowed(probe)));
      }
    }
  }

  /** What one field may not be in general, its schema may allow. */
  private boolean isAllowed(FieldProbe probe) {
    return probe.body() instanceof Body.Text text
        && SchemaRules.of(body.schema()).allow(JsonProbes.json(text));
  }

  private List<FieldProbe> probes(Request good) {
    if (body.isForm()) {
      return new FormFieldProbes(body.schema(), (Body.Multipart) good.body()).all();
    }
    return body.isJson() && !body.fields().isEmpty()
        ? new JsonFieldProbes(body.schema(), (ObjectNode) JsonProbes.json(good)).all()
        : List.of();
  }

  /** The probes that a documented refusal takes the place of. */
  private Set<String> documented() {
    return cases.operation().responses().stream()
        .flatMap(response -> response.occasions().stream())
        .flatMap(
            occasion ->
                body.field(occasion.field()).stream()
                    .flatMap(field -> spoilt(field, occasion.becomes())))
        .collect(Collectors.toSet());
  }

  private static Stream<String> spoilt(Field field, String becomes) {
    return switch (becomes) {
      case "absent" -> Stream.of("-absent", "-empty", "-as-field").map(field.path()::concat);
      case "unnamed" -> Stream.of(field.path() + "-empty-name");
      default -> Stream.empty();
    };
  }

  /** A value that the target does not know, where no document says what becomes of it. */
  private void unknownValues() {
    for (Field field : body.fields()) {
      boolean documented =
          context.refusals().stream()
              .anyMatch(
                  refusal ->
                      refusal.occasion().isOfTarget()
                          && context.field(refusal.occasion()).filter(field::equals).isPresent());
      field
          .trait("x-value")
          .filter(value -> !documented)
          .flatMap(context.service()::value)
          .ifPresent(value -> unknown(field, value));
    }
  }

  private void unknown(Field field, String value) {
    String other =
        field.is("integer")
            ? Long.toString(Long.parseLong(value) + FAR_AWAY)
            : context.data().marker("unknown");
    cases.add(
        "silent/unknown-" + field.name().replace('_', '-') + "/other",
        "an unknown " + field.name(),
        Interaction.once(
            context.requests().draft("unknown").withText(field.path(), other).request()),
        cases.about("silent/unknown-" + field.name(), Level.SILENT, anything(false)));
  }

  /** A field that no document names; where it is called like an id, it is not taken for one. */
  private void unknownField() {
    Optional<Field> id =
        context.success().with("x-unique").stream()
            .filter(member -> member.is("integer"))
            .findFirst();
    String name = id.map(Field::name).orElse("assay");
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(silent("field-values", false));
    id.ifPresent(
        member ->
            checks.add(
                context.success().about("/" + name, integerOtherThan(name, TestData.FOREIGN_ID))));
    cases.add(
        "silent/field-values/unknown-field",
        "a field that no document names, %s,".formatted(name),
        Interaction.once(
            context.requests().draft("extra").andUnknown(name, TestData.FOREIGN_ID).request()),
        checks);
  }

  /** Files with something unusual about them. */
  private void files(Field file) {
    TransportProbes probes = new TransportProbes(cases, context.plain("files"));
    for (EdgeCaseFile odd : EdgeCaseFile.all(context.data())) {
      odd.draft(context.requests())
          .ifPresent(
              draft -> probes.probe(odd.clause(), odd.name(), odd.says(), draft.request(), false));
    }
    file.limit()
        .ifPresent(
            limit ->
                probes.probe(
                    "field-values",
                    "file-claiming-more",
                    "a small file whose part claims more than the limit",
                    context
                        .requests()
                        .draft("claiming")
                        .with(
                            context.requests().small("claiming").stating(limit.refusedAbove() + 1))
                        .request(),
                    false));
  }

  /** The same request twice, and whether that makes two of what it makes. */
  private void repeats(Request good) {
    List<ClauseCheck> checks = new ArrayList<>();
    checks.add(silent("repeats", false));
    cases.operation().success().members().stream()
        .filter(
            member -> member.trait("x-unique").isPresent() || member.trait("x-serves").isPresent())
        .findFirst()
        .ifPresent(
            member ->
                checks.add(
                    cases.about(
                        "silent/repeats", Level.SILENT, distinct(member.name()).recorded())));
    cases.add(
        "silent/repeats/same-request",
        "the same request sent twice",
        Interaction.oneByOne(List.of(good, good)),
        checks);
  }

  /** A body that cannot be read. */
  private void malformed(Request good) {
    TransportProbes probes = new TransportProbes(cases, good);
    if (body.isForm()) {
      MultipartProbes.malformed(probes, good);
    } else if (body.isJson()) {
      JsonProbes.malformed(probes, good, body.required(), SchemaRules.of(body.schema())::allow);
    }
  }

  /** Other media types, methods, paths, and ways to tell a length. */
  private void transport(Request good) {
    TransportProbes probes = new TransportProbes(cases, good);
    if (body.isForm()) {
      MultipartProbes.contentTypes(probes, good);
    } else if (body.isJson()) {
      JsonProbes.contentTypes(probes, good);
    }
    probes.methods(undocumented(), cases.operation().success().requiredMembers());
    probes.trailingSlash();
    if (body.isPresent()) {
      probes.framing();
    }
    probes.probe("rate-limit", "paced", "a paced request", good, false);
  }

  /**
   * The methods that no operation has at this path: what another one does is no matter here. Where
   * a path names a thing, none that might change or remove it is tried.
   */
  private List<String> undocumented() {
    List<String> documented =
        context.service().contract().operations().stream()
            .filter(other -> other.path().equals(cases.operation().path()))
            .map(Operation::method)
            .toList();
    boolean namesOne = cases.operation().path().contains("{");
    return TransportProbes.METHODS.stream()
        .filter(each -> !documented.contains(each) && !(namesOne && CHANGING.contains(each)))
        .toList();
  }

  private ClauseCheck silent(String clause, boolean acceptanceUnnatural) {
    return cases.about("silent/" + clause, Level.SILENT, anything(acceptanceUnnatural));
  }
}
