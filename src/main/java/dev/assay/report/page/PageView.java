package dev.assay.report.page;

import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Environment;
import dev.assay.report.text.PageTime;
import dev.assay.report.text.Plural;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.List;

/**
 * What the page shows, ready to be filled in. What is not there is an empty list.
 *
 * @param assets style and scripts
 * @param headline the verdict in words
 * @param target what was checked, in a line
 * @param facts what was checked against what, when, by which version
 * @param parts of a gate
 * @param earlier the run before this one, if there is one
 * @param cutover two services beside each other, one pair at most
 * @param ledger the clauses, of one run at most
 * @param proof the kill matrix, one at most
 * @param loads one for each load
 * @param data what the scripts show on demand
 */
record PageView(
    PageAssets assets,
    Headline headline,
    String target,
    List<Fact> facts,
    List<PartView> parts,
    List<EarlierView> earlier,
    List<CutoverView> cutover,
    List<LedgerView> ledger,
    List<ProofView> proof,
    List<LoadView> loads,
    String data) {

  private static final int MOST_ADDRESSES = 4;

  /** A name and what it is. */
  record Fact(String name, String text) {}

  /** What is told about the run before this one. */
  record EarlierView(String link, String startedAt, List<String> changes) {}

  static PageView of(PageContent content) {
    return new PageView(
        PageAssets.of(!content.loads().isEmpty()),
        Headline.of(content),
        Sanitizer.line(content.about().target(), 400),
        facts(content),
        content.gate().stream().flatMap(gate -> gate.parts().stream()).map(PartView::of).toList(),
        content.earlier().stream().map(PageView::earlier).toList(),
        content.cutover().stream().map(CutoverView::of).toList(),
        content.contract().stream().map(LedgerView::of).toList(),
        content.proof().stream()
            .map(proof -> ProofView.of(proof, content.gate().isEmpty()))
            .toList(),
        LoadView.all(content.loads()),
        PageData.of(content));
  }

  private static EarlierView earlier(PageContent.Earlier earlier) {
    return new EarlierView(
        earlier.link().orElse(""),
        PageTime.of(earlier.startedAt()),
        earlier.changes().stream().map(Sanitizer::line).toList());
  }

  private static List<Fact> facts(PageContent content) {
    List<Fact> facts = new ArrayList<>();
    content
        .cutover()
        .ifPresentOrElse(
            cutover -> sides(cutover, facts),
            () -> facts.add(fact("Target", content.about().target())));
    content.contract().ifPresent(run -> against(run, facts));
    facts.add(fact("Started", PageTime.of(content.about().startedAt())));
    facts.add(fact("Assay", content.about().version()));
    facts.add(fact("Command", content.about().command()));
    return facts;
  }

  private static void sides(Cutover cutover, List<Fact> facts) {
    facts.add(fact("Old", side(cutover.from())));
    facts.add(fact("New", side(cutover.to())));
    facts.add(
        fact(
            "Compared",
            "%s; %s"
                .formatted(
                    new Plural(cutover.cases(), "case"),
                    cutover.strict() ? "strict" : "what documents leave open is for review")));
  }

  private static String side(Environment side) {
    return "%s, at %s".formatted(side.target(), String.join(", ", side.addresses()));
  }

  private static void against(Run run, List<Fact> facts) {
    String addresses = String.join(", ", addresses(run));
    if (!addresses.isEmpty()) {
      facts.add(fact("At", addresses));
    }
    facts.add(
        fact(
            "Against",
            "%s in %s, by %s; %s"
                .formatted(
                    new Plural(run.ledger().size(), "clause"),
                    String.join(", ", documents(run)),
                    new Plural(run.cases().size(), "case"),
                    run.strict() ? "strict" : "warnings do not count as failures")));
  }

  private static List<String> addresses(Run run) {
    return run.cases().stream()
        .flatMap(result -> result.exchanges().stream())
        .map(exchange -> exchange.request().uri().resolve("/").toString())
        .distinct()
        .limit(MOST_ADDRESSES)
        .toList();
  }

  private static List<String> documents(Run run) {
    return run.ledger().stream()
        .map(clause -> "“" + clause.source().document() + "”")
        .distinct()
        .toList();
  }

  private static Fact fact(String name, String text) {
    return new Fact(name, Sanitizer.line(text, 400));
  }
}
