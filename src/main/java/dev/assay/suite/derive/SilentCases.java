package dev.assay.suite.derive;

import static dev.assay.verdict.BodyExpectations.distinct;
import static dev.assay.verdict.ResponseExpectations.anything;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.assay.contract.Field;
import dev.assay.contract.Level;
import dev.assay.contract.Parameter;
import dev.assay.contract.RequestBody;
import dev.assay.exchange.Body;
import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.ClauseCheck;
import dev.assay.suite.Interaction;
import dev.assay.suite.probe.FieldProbe;
import dev.assay.suite.probe.FormFieldProbes;
import dev.assay.suite.probe.HeaderProbes;
import dev.assay.suite.probe.JsonFieldProbes;
import dev.assay.suite.probe.JsonProbes;
import dev.assay.suite.probe.MultipartProbes;
import dev.assay.suite.probe.TransportProbes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What no document says of an operation: odd fields, headers, bodies and ways to send them. */
public final class SilentCases {

  private final CaseList cases;
  private final RequestBody body;

  public SilentCases(CaseList cases) {
    this.cases = cases;
    this.body = cases.operation().body();
  }

  /** Each field and each header spoilt in turn, but for what the contract says to be refused. */
  public void fields(Request good) {
    Set<String> documented = documented();
    for (FieldProbe probe : probes(good)) {
      if (!documented.contains(probe.name())) {
        cases.add(
            "silent/field-values/" + probe.name(),
            "a request with " + probe.says(),
            Interaction.once(good.withBody(probe.body())),
            silent("field-values", probe.acceptanceUnnatural()));
      }
    }
    cases.operation().parameters().stream()
        .filter(parameter -> parameter.required() && parameter.in().equals("header"))
        .map(Parameter::name)
        .forEach(name -> new HeaderProbes(cases, name).add(good));
  }

  private List<FieldProbe> probes(Request good) {
    return body.isForm()
        ? new FormFieldProbes(body.schema(), (Body.Multipart) good.body()).all()
        : new JsonFieldProbes(body.schema(), (ObjectNode) JsonProbes.json(good)).all();
  }

  /** The probes that a documented refusal takes the place of. */
  private Set<String> documented() {
    return cases.operation().responses().stream()
        .flatMap(response -> response.occasions().stream())
        .flatMap(
            occasion ->
                body.fields().stream()
                    .filter(field -> field.isCalled(occasion.field()))
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

  /** The same request twice, and whether that makes two of what it makes. */
  public void repeats(Request good) {
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
  public void malformed(Request good) {
    TransportProbes probes = new TransportProbes(cases, good);
    if (body.isForm()) {
      MultipartProbes.malformed(probes, good);
    } else {
      JsonProbes.malformed(probes, good);
    }
  }

  /** Other media types, methods, paths, and ways to tell a length. */
  public void transport(Request good) {
    TransportProbes probes = new TransportProbes(cases, good);
    if (body.isForm()) {
      MultipartProbes.contentTypes(probes, good);
    } else {
      JsonProbes.contentTypes(probes, good);
    }
    probes.methods(cases.operation().success().requiredMembers());
    probes.trailingSlash();
    probes.framing();
    probes.probe("rate-limit", "paced", "a paced request", good, false);
  }

  private ClauseCheck silent(String clause, boolean acceptanceUnnatural) {
    return cases.about("silent/" + clause, Level.SILENT, anything(acceptanceUnnatural));
  }
}
