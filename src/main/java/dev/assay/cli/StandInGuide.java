package dev.assay.cli;

import dev.assay.contract.Operation;
import dev.assay.contract.SecurityScheme;
import dev.assay.mock.derived.DerivedStandIn;
import java.io.PrintWriter;
import java.net.URI;

/**
 * What a stand-in that follows from a contract answers, and what it asks for.
 *
 * @param baseUrl where this machine reaches it
 */
record StandInGuide(DerivedStandIn standIn, URI baseUrl) {

  void print(PrintWriter out) {
    for (Operation operation : standIn.contract().operations()) {
      out.printf("%-7s %s%s%n", operation.method(), baseUrl, operation.path());
      operation.security().forEach(scheme -> out.println("        " + needed(scheme)));
    }
    out.println();
    out.println(
        "It follows from "
            + standIn.contract().file()
            + " alone: valid requests get documented answers, and nothing is remembered.");
    out.println();
    out.flush();
  }

  private String needed(SecurityScheme scheme) {
    String value = scheme.kind().prefix() + scheme.value().map(standIn.values()::get).orElse("");
    return scheme.in().equals("header")
        ? scheme.name() + ": " + value
        : "%s=%s (%s)".formatted(scheme.name(), value, scheme.in());
  }
}
