package dev.assay.report.ci;

import dev.assay.compare.cutover.ClauseChange;
import dev.assay.compare.cutover.ClauseComparison;
import dev.assay.compare.cutover.ClauseInCase;
import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Difference;
import dev.assay.compare.cutover.Inconclusive;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/**
 * Writes a cutover as {@code cutover.xml}, in the format of JUnit's reports: a test for each clause
 * that was compared, one for each difference, which fails in a strict cutover only, and an error
 * for all that could not be told; what a target file leaves out is skipped.
 */
public final class CutoverJunitXml {

  private static final String NO_TIME = "0.000";

  /** The whole document. */
  public String render(Cutover cutover) {
    List<ClauseComparison> compared =
        cutover.clauses().stream()
            .filter(clause -> clause.relation().isPresent())
            .filter(clause -> !clause.is(ClauseChange.CANNOT_TELL))
            .toList();
    List<Inconclusive> untold = cutover.failures();
    List<Inconclusive> skipped = cutover.notCompared();
    int regressed = cutover.having(ClauseChange.REGRESSED).size();
    int differences = cutover.differences().size();
    JUnitCounts counts =
        new JUnitCounts(
                compared.size() + differences + skipped.size(),
                regressed + (cutover.strict() ? differences : 0),
                0,
                skipped.size())
            .plusErrors(untold.size() + cutover.problems().size());
    String seconds = String.format(Locale.ROOT, "%.3f", cutover.duration().toMillis() / 1000.0);
    String time = cutover.startedAt().toString().substring(0, "2026-11-01T00:00:00".length());
    String name = "assay cutover " + cutover.from().target() + " to " + cutover.to().target();
    XmlLines xml = new XmlLines();
    xml.open("testsuites", counts.attributes(name, seconds, time));
    xml.open("testsuite", counts.attributes(name, seconds, time));
    cutover.problems().forEach(problem -> error(xml, "problem", problem));
    untold.forEach(each -> error(xml, each.caseId(), each.why()));
    compared.forEach(clause -> clause(xml, clause));
    cutover.differences().forEach(each -> difference(xml, each, cutover.strict()));
    skipped.forEach(each -> skipped(xml, each));
    xml.close();
    xml.close();
    return xml.document();
  }

  private static void error(XmlLines xml, String name, String why) {
    open(xml, "compared", name);
    xml.leaf("error", why, "type", "UNDECIDED", "message", why);
    xml.close();
  }

  private static void skipped(XmlLines xml, Inconclusive untold) {
    open(xml, "compared", untold.caseId());
    xml.leaf("skipped", "", "message", untold.why());
    xml.close();
  }

  private static void open(XmlLines xml, String group, String name) {
    xml.open("testcase", "classname", "assay.cutover." + group, "name", name, "time", NO_TIME);
  }

  private static void clause(XmlLines xml, ClauseComparison clause) {
    open(xml, "clauses", clause.clause().id().value());
    String text =
        clause.instances().stream().map(CutoverJunitXml::told).collect(Collectors.joining("\n"));
    if (clause.is(ClauseChange.REGRESSED)) {
      xml.leaf("failure", text, "type", "REGRESSED", "message", clause.clause().says());
    } else if (!clause.is(ClauseChange.SAME)) {
      xml.leaf("system-out", clause.relation().orElseThrow().word() + "\n" + text);
    }
    xml.close();
  }

  private static String told(ClauseInCase instance) {
    return "%s: expected: %s; old: %s; new: %s"
        .formatted(instance.caseId(), instance.expected(), instance.from(), instance.to());
  }

  private static void difference(XmlLines xml, Difference difference, boolean strict) {
    open(xml, "differences." + difference.operation(), difference.cases().get(0));
    String text =
        difference.changes().stream()
            .map(change -> change.place() + ": " + change.from() + " -> " + change.to())
            .collect(Collectors.joining("\n"));
    if (strict) {
      xml.leaf("failure", text, "type", "DIFFERS", "message", difference.description());
    } else {
      xml.leaf("system-out", text);
    }
    xml.close();
  }
}
