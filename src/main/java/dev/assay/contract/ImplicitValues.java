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

  private static final String TOKEN = "token";
  private static final String LOGIN = "login";

  /**
   * The value that is sent for a scheme: the one that it names, or else {@code token}, {@code
   * login} for a user with a password, or its own name where there are several of a kind.
   */
  static Optional<String> of(ContractNode root, String scheme) {
    ContractNode node = root.at("components").at("securitySchemes").at(scheme);
    return node.optional("x-value")
        .or(() -> isUnnamed(node) ? Optional.of(named(root, scheme)) : Optional.empty());
  }

  private static boolean isUnnamed(ContractNode scheme) {
    return scheme.optional("x-value").isEmpty() && SecurityScheme.hasCredential(scheme);
  }

  private static String named(ContractNode root, String scheme) {
    Map<String, ContractNode> schemes = root.at("components").at("securitySchemes").members();
    String usual = usual(schemes.get(scheme));
    boolean isFirst =
        schemes.entrySet().stream()
            .filter(each -> isUnnamed(each.getValue()) && usual(each.getValue()).equals(usual))
            .findFirst()
            .filter(first -> first.getKey().equals(scheme))
            .isPresent();
    return isFirst && !root.at("x-target").at(usual).isThere() ? usual : scheme;
  }

  private static String usual(ContractNode scheme) {
    return SecurityScheme.isBasic(scheme) ? LOGIN : TOKEN;
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
    boolean usual = name.equals(TOKEN) || name.equals(LOGIN);
    return new TargetValue(
        name,
        usual ? name : "credentials." + name,
        true,
        usual,
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
