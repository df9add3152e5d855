package dev.assay.report;

import dev.assay.gate.Part;

/**
 * One part of a gate on the page.
 *
 * @param name contract, proof or load
 * @param tone how it is coloured
 * @param symbol of its answer
 * @param word its own outcome
 * @param because what that rests on
 */
record PartView(String name, String tone, String symbol, String word, String because) {

  static PartView of(Part part) {
    Mark mark = mark(part.answer());
    return new PartView(
        part.name(), mark.tone(), mark.glyph(), part.word(), VisibleText.line(part.because(), 600));
  }

  private static Mark mark(Part.Answer answer) {
    return switch (answer) {
      case YES -> Mark.PASS;
      case NO -> Mark.FAIL;
      case UNDECIDED -> Mark.ERROR;
      case NOT_RUN -> Mark.SKIP;
    };
  }
}
