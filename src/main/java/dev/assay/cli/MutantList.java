package dev.assay.cli;

import dev.assay.mock.mutation.Mutant;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;

/** Prints the defects and variants that the mock can be started with. */
final class MutantList {

  private MutantList() {}

  static void print(List<Mutant> defects, List<Mutant> variants, PrintWriter out) {
    defects.forEach(
        defect ->
            print(defect, "breaks: " + String.join(", ", new TreeSet<>(defect.breaks())), out));
    variants.forEach(variant -> print(variant, "conforms", out));
    out.printf("%s defects, %s variants%n", defects.size(), variants.size());
    out.flush();
  }

  private static void print(Mutant mutant, String consequence, PrintWriter out) {
    out.println(mutant.id());
    out.println("  " + mutant.says());
    out.println("  " + consequence);
    out.println();
  }
}
