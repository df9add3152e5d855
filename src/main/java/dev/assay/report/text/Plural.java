package dev.assay.report.text;

/** So many of something: "1 case", "2 cases". */
public record Plural(int number, String noun) {

  @Override
  public String toString() {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
