package dev.assay.suite.probe;

import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;

/** What no document says of the client-id header: what becomes of a request that gets it wrong. */
public final class ClientIdProbes {

  private static final String HEADER = "client-id";
  private static final int VERY_LONG = 3_000;

  private ClientIdProbes() {}

  public static void add(CaseList cases, Request good) {
    probe(cases, "absent", "no client-id", good.without(HEADER), true);
    probe(cases, "empty", "an empty client-id", good.with(HEADER, ""), true);
    probe(cases, "wrong", "a wrong client-id", good.with(HEADER, "assay-wrong-client"), false);
    probe(cases, "longer", "the client-id and more", good.with(HEADER, "${CLIENT_ID}x"), false);
    probe(
        cases,
        "very-long",
        "a very long client-id",
        good.with(HEADER, "x".repeat(VERY_LONG)),
        false);
    probe(cases, "twice", "two client-id headers", good.and(HEADER, "assay-wrong-client"), false);
  }

  private static void probe(
      CaseList cases, String name, String says, Request request, boolean unnatural) {
    cases.add(
        "silent/client-id/" + name,
        "a request with " + says,
        Interaction.once(request),
        cases.that("silent/client-id", anything(unnatural)));
  }
}
