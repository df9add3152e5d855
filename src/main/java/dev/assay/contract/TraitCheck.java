package dev.assay.contract;

import dev.assay.contract.DocumentedResponse.Occasion;
import dev.assay.contract.source.ContractNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Holds the traits of a contract to what they name. */
record TraitCheck(ContractNode root, Contract contract) {

  void run() {
    for (Map.Entry<String, ContractNode> path : root.at("paths").members().entrySet()) {
      for (Operation operation : contract.operations()) {
        String method = operation.method().toLowerCase(Locale.ROOT);
        if (operation.path().equals(path.getKey())) {
          check(operation, path.getValue().at(method));
        }
      }
    }
  }

  private void check(Operation operation, ContractNode node) {
    Stream.concat(
            operation.body().fields().stream().flatMap(field -> field.trait("x-value").stream()),
            operation.parameters().stream().flatMap(parameter -> parameter.value().stream()))
        .forEach(value -> isInTarget(value, node.at("requestBody")));
    ContractNode responses = node.at("responses");
    for (DocumentedResponse response : operation.responses()) {
      ContractNode there = responses.at(response.key());
      response.members().forEach(member -> check(operation, member, there));
      response.occasions().forEach(occasion -> check(operation, occasion, there));
    }
  }

  private static void check(Operation operation, Field member, ContractNode node) {
    member.trait("x-echo").ifPresent(field -> isField(operation, "x-echo", field, node));
    member.trait("x-serves").ifPresent(field -> isField(operation, "x-serves", field, node));
  }

  private void check(Operation operation, Occasion occasion, ContractNode node) {
    if (!isHeader(operation, occasion.field())) {
      isField(operation, "x-when", occasion.field(), node);
    }
    if (occasion.isOfTarget()) {
      isInTarget(occasion.becomes(), node);
    }
  }

  private static boolean isHeader(Operation operation, String name) {
    return Stream.concat(
            operation.security().stream().map(SecurityScheme::name),
            operation.parameters().stream().map(Parameter::name))
        .anyMatch(name::equalsIgnoreCase);
  }

  private static void isField(Operation operation, String trait, String name, ContractNode node) {
    List<Field> fields = operation.body().fields();
    if (fields.stream().noneMatch(field -> field.isCalled(name))) {
      throw node.flaw(
          "`%s` names `%s`, which the request of %s does not have; it has %s"
              .formatted(
                  trait,
                  name,
                  operation.id(),
                  fields.stream().map(Field::path).collect(Collectors.joining(", "))));
    }
  }

  private void isInTarget(String name, ContractNode node) {
    if (contract.values().stream().noneMatch(value -> value.name().equals(name))) {
      throw node.flaw(
          "`%s` is no value of the target; add it to `x-target`, which has %s"
              .formatted(
                  name,
                  contract.values().stream()
                      .map(TargetValue::name)
                      .sorted()
                      .collect(Collectors.joining(", "))));
    }
  }
}
