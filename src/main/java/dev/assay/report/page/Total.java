package dev.assay.report.page;

import dev.assay.report.text.OutcomeSymbol;

/** A number and what it counts; {@code tone} says how it is coloured. */
record Total(long number, String of, String tone) {

  /** Coloured like that, unless there is none. */
  static Total of(long number, String of, OutcomeSymbol mark) {
    return new Total(number, of, (number == 0 ? OutcomeSymbol.SKIP : mark).tone());
  }
}
