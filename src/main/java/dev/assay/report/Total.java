package dev.assay.report;

/** A number and what it counts; {@code tone} says how it is coloured. */
record Total(long number, String of, String tone) {

  /** Coloured like that, unless there is none. */
  static Total of(long number, String of, Mark mark) {
    return new Total(number, of, (number == 0 ? Mark.SKIP : mark).tone());
  }
}
