package dev.assay.report.page;

import dev.assay.compare.cutover.Cutover;
import dev.assay.compare.cutover.Environment;
import dev.assay.report.json.GateJson;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.LoadJson;
import dev.assay.report.text.LoadFigure;
import dev.assay.report.text.PageTime;
import dev.assay.report.text.Plural;
import dev.assay.report.text.Sanitizer;
import dev.assay.verdict.Run;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the page shows, by the names of its template. What is not there is an empty list. */
final class PageView {

  private static final int MOST_ADDRESSES = 4;

  private PageView() {}

  /** A name and what it is. */
  record Fact(String name, String text) {}

  /** What there is to say of the run before this one. */
  record EarlierView(String link, String startedAt, List<String> changes) {}

  static Map<String, Object> of(PageContent content) {
    PageContent.About about = content.about();
    Map<String, Object> view = new HashMap<>();
    view.put("assets", PageAssets.of(content.load().isPresent()));
    view.put("headline", Headline.of(content));
    view.put("target", about.run().target());
    view.put("facts", facts(content));
    content.gate().ifPresent(gate -> view.put("gate", JsonText.map(GateJson.of(gate))));
    content.earlier().ifPresent(earlier -> view.put("earlier", earlier(earlier)));
    content.cutover().ifPresent(cutover -> view.put("cutover", CutoverView.of(cutover)));
    content.contract().ifPresent(run -> view.put("contract", ContractView.of(run)));
    content
        .proof()
        .ifPresent(proof -> view.put("proof", ProofView.of(proof, content.gate().isEmpty())));
    content.suite().ifPresent(suite -> view.put("suite", SuiteProofView.of(suite)));
    content.load().map(LoadJson::of).ifPresent(load -> view.put("load", JsonText.map(load)));
    view.put("columns", LoadFigure.values());
    view.put("data", PageData.of(content));
    return view;
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
            () -> facts.add(fact("Target", content.about().run().target())));
    content.contract().ifPresent(run -> against(run, facts));
    facts.add(fact("Started", PageTime.of(content.about().run().startedAt())));
    facts.add(fact("Assay", content.about().run().version()));
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
                    new Plural(run.documented().size(), "clause"),
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
    return run.documented().stream()
        .map(clause -> "“" + clause.source().document() + "”")
        .distinct()
        .toList();
  }

  private static Fact fact(String name, String text) {
    return new Fact(name, Sanitizer.line(text, 400));
  }
}
