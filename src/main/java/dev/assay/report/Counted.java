package dev.assay.report;

/** So many of something: "1 case", "2 cases". */
record Counted(int number, String noun) {

  @Override
  public String toString() {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
