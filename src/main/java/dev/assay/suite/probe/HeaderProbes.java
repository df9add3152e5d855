package dev.assay.suite.probe;

import static dev.assay.verdict.ResponseExpectations.anything;

import dev.assay.contract.Level;
import dev.assay.exchange.Request;
import dev.assay.suite.CaseList;
import dev.assay.suite.Interaction;
import java.util.Locale;

/**
 * What becomes of a request that gets a documented header wrong, where no document says.
 *
 * @param cases get those of the header
 * @param header its name
 * @param mayBeEmpty whether that is as good as any value
 */
public record HeaderProbes(CaseList cases, String header, boolean mayBeEmpty) {

  private static final int VERY_LONG = 3_000;

  public void add(Request good) {
    String wrong = "assay-wrong-" + header.replaceAll("-id$", "").toLowerCase(Locale.ROOT);
    String right = good.header(header).orElse("");
    String more = right.startsWith("$") ? "${" + right.substring(1) + "}x" : right + "x";
    probe("absent", "no " + header, good.without(header), true);
    probe("empty", "an empty " + header, good.with(header, ""), !mayBeEmpty);
    probe("wrong", "a wrong " + header, good.with(header, wrong), false);
    probe("longer", "the " + header + " and more", good.with(header, more), false);
    probe("very-long", "a very long " + header, good.with(header, "x".repeat(VERY_LONG)), false);
    probe("twice", "two " + header + " headers", good.and(header, wrong), false);
  }

  private void probe(String name, String says, Request request, boolean unnatural) {
    String clause = "silent/" + header.toLowerCase(Locale.ROOT);
    cases.add(
        clause + "/" + name,
        "a request with " + says,
        Interaction.once(request),
        cases.about(clause, Level.SILENT, anything(unnatural)));
  }
}
