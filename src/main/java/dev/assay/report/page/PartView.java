package dev.assay.report.page;

import dev.assay.gate.GatePart;
import dev.assay.report.text.OutcomeSymbol;
import dev.assay.report.text.Sanitizer;

/**
 * One part of a gate on the page.
 *
 * @param name contract, proof or load
 * @param tone how it is coloured
 * @param symbol of its answer
 * @param word its own outcome
 * @param because what that rests on
 */
public record PartView(String name, String tone, String symbol, String word, String because) {

  public static PartView of(GatePart part) {
    OutcomeSymbol mark = part.answer().map(OutcomeSymbol::of).orElse(OutcomeSymbol.SKIP);
    return new PartView(
        part.name(), mark.tone(), mark.glyph(), part.word(), Sanitizer.line(part.because(), 600));
  }
}
