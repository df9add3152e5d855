package dev.assay.report.page;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.assay.proof.MutantResult;
import dev.assay.proof.Proof;
import dev.assay.report.json.JsonText;
import dev.assay.report.json.ProofJson;
import dev.assay.report.text.MutantText;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.PageTime;
import dev.assay.report.text.ProofSummary;
import dev.assay.report.text.Sanitizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kill matrix on the page; a script draws its squares. */
final class ProofView {

  private ProofView() {}

  /** Mutants that have something in common; shown open where some did not end as they should. */
  record Section(String title, int size, long failures, boolean open) {

    static Section of(String title, List<MutantResult> mutants, boolean alone) {
      long failures = mutants.stream().filter(mutant -> !mutant.isAsItShould()).count();
      return new Section(title, mutants.size(), failures, alone || failures > 0);
    }
  }

  /** A mutant that did not end as it should, in words. */
  record Failure(String id, String word, List<String> details) {

    static Failure of(MutantResult mutant) {
      MutantText text = new MutantText(mutant);
      List<String> details = text.details().stream().map(String::strip).toList();
      return new Failure(mutant.id(), text.word(), details);
    }
  }

  /** What {@code prove.json} says; {@code alone} if the page shows nothing else. */
  static Map<String, Object> of(Proof proof, boolean alone) {
    Map<String, Object> view = JsonText.map(ProofJson.of(proof));
    view.put("summary", new ProofSummary(proof).line());
    view.put("started", PageTime.of(proof.info().startedAt()));
    view.put("sections", sections(proof, alone));
    view.put("failures", proof.failures().stream().map(Failure::of).toList());
    view.put("unchallenged", proof.unchallenged());
    return view;
  }

  private static List<Section> sections(Proof proof, boolean alone) {
    Map<String, List<MutantResult>> byOperation =
        proof.defects().stream()
            .collect(
                Collectors.groupingBy(
                    MutantResult::operation, LinkedHashMap::new, Collectors.toList()));
    List<Section> sections = new ArrayList<>();
    byOperation.forEach((name, mutants) -> sections.add(Section.of(name, mutants, alone)));
    List<MutantResult> conforming =
        Stream.concat(Stream.of(proof.plain()), proof.variants().stream()).toList();
    sections.add(Section.of("conforming variants", conforming, alone));
    return sections;
  }

  /** What the squares are drawn from, without any hidden character. */
  static JsonNode matrix(Proof proof) {
    ObjectNode json = ProofJson.of(proof);
    ObjectNode marks = json.putObject("marks");
    for (MutantResult.Outcome outcome : MutantResult.Outcome.values()) {
      String word = MutantText.word(outcome);
      OutcomeSymbol mark = OutcomeSymbol.of(word);
      marks.putObject(word).put("symbol", mark.symbol()).put("tone", mark.tone());
    }
    return visible(json);
  }

  private static JsonNode visible(JsonNode json) {
    if (json instanceof ObjectNode object) {
      object.properties().forEach(member -> member.setValue(visible(member.getValue())));
    } else if (json.isArray()) {
      for (int i = 0; i < json.size(); i++) {
        ((com.fasterxml.jackson.databind.node.ArrayNode) json).set(i, visible(json.get(i)));
      }
    }
    return json.isTextual() ? TextNode.valueOf(Sanitizer.line(json.textValue())) : json;
  }
}
