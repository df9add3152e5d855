package dev.assay.contract;

import dev.assay.contract.source.ContractNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What a target gives for a contract that names no values itself: a credential for each security
 * scheme, and whatever parameters are to be.
 *
 * @param root the whole contract
 */
record ImplicitValues(ContractNode root) {

  private static final String FIRST = "token";

  /** The value that is sent for a scheme: the one that it names, or else one of its own. */
  static Optional<String> of(ContractNode root, String scheme) {
    ContractNode schemes = root.at("components").at("securitySchemes");
    List<String> unnamed =
        schemes.members().entrySet().stream()
            .filter(entry -> entry.getValue().optional("x-value").isEmpty())
            .filter(entry -> SecurityScheme.hasCredential(entry.getValue()))
            .map(Map.Entry::getKey)
            .toList();
    boolean isFree = !root.at("x-target").at(FIRST).isThere();
    return schemes
        .at(scheme)
        .optional("x-value")
        .or(
            () ->
                Optional.of(isFree && unnamed.indexOf(scheme) == 0 ? FIRST : scheme)
                    .filter(any -> unnamed.contains(scheme)));
  }

  /** Those that the contract does not name, for these operations. */
  List<TargetValue> of(List<Operation> operations, List<TargetValue> named) {
    Map<String, TargetValue> values = new LinkedHashMap<>();
    for (Operation operation : operations) {
      operation
          .security()
          .forEach(
              scheme ->
                  scheme.value().ifPresent(name -> values.putIfAbsent(name, credential(scheme))));
      operation
          .parameters()
          .forEach(
              parameter ->
                  parameter
                      .value()
                      .ifPresent(name -> values.putIfAbsent(name, value(parameter, operation))));
    }
    List<TargetValue> all = new ArrayList<>(values.values());
    List<String> known = named.stream().map(TargetValue::name).collect(Collectors.toList());
    all.removeIf(value -> known.contains(value.name()));
    return List.copyOf(all);
  }

  private TargetValue credential(SecurityScheme scheme) {
    String name = scheme.value().orElseThrow();
    return new TargetValue(
        name,
        name.equals(FIRST) ? FIRST : "credentials." + name,
        true,
        name.equals(FIRST),
        "What the security scheme %s asks for.".formatted(scheme.id()),
        "string",
        Optional.empty(),
        Optional.empty());
  }

  private static TargetValue value(Parameter parameter, Operation operation) {
    String name = parameter.value().orElseThrow();
    return new TargetValue(
        name,
        "values." + name,
        false,
        false,
        "A valid value of %s of %s.".formatted(parameter.says(), operation.id()),
        "string",
        Optional.empty(),
        Optional.empty());
  }
}
