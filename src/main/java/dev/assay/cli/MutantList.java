package dev.assay.cli;

import dev.assay.mock.mutation.Mutant;
import java.io.PrintWriter;
import java.util.List;
import java.util.TreeSet;

/** What the mock can be told to do otherwise, in words. */
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

  private static void print(Mutant deviation, String consequence, PrintWriter out) {
    out.println(deviation.id());
    out.println("  " + deviation.says());
    out.println("  " + consequence);
    out.println();
  }
}
