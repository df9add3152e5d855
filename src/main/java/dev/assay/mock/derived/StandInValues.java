package dev.assay.mock.derived;

import dev.assay.contract.Contract;
import dev.assay.contract.SecurityScheme;
import dev.assay.contract.TargetValue;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;

/** What a derived stand-in knows, where a target would say it. */
final class StandInValues {

  private StandInValues() {}

  /** The credentials, and each value that the contract itself asks a target for. */
  static Map<String, String> of(Contract contract) {
    Map<String, String> values = new TreeMap<>();
    for (TargetValue value : contract.values()) {
      if (value.required() || value.secret()) {
        values.put(value.name(), of(value, values.size()));
      }
    }
    contract.operations().stream()
        .flatMap(operation -> operation.security().stream())
        .filter(scheme -> scheme.kind() == SecurityScheme.Kind.BASIC)
        .forEach(scheme -> scheme.value().ifPresent(name -> values.put(name, basic(name))));
    return values;
  }

  private static String of(TargetValue value, int number) {
    return value.type().equals("integer")
        ? Integer.toString(4_711 + number)
        : value.secret()
            ? "Sample%sOfAStandIn%s".formatted(capital(value.name()), 4_711 + number)
            : "sample-%s-%s".formatted(value.name(), number);
  }

  private static String capital(String name) {
    String plain = name.replaceAll("[^A-Za-z0-9]", "");
    return plain.isEmpty() ? "Value" : Character.toUpperCase(plain.charAt(0)) + plain.substring(1);
  }

  /** A name and a password (RFC 7617, section 2). */
  private static String basic(String name) {
    return Base64.getEncoder()
        .encodeToString((name + ":" + "open sesame").getBytes(StandardCharsets.UTF_8));
  }
}
