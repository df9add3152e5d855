package dev.assay.cli;

import dev.assay.UserException;
import dev.assay.mock.mutation.Mutant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The mutants of the mock, by name.
 *
 * @param noun what each of them is
 */
record MutantNames(String noun, List<Mutant> mutants) {

  private static final int NEAR_NAMES = 3;

  /**
   * The mutants with these names, each once.
   *
   * @throws UserException if there is no such name; it names the nearest
   */
  List<Mutant> named(List<String> names) {
    List<Mutant> chosen = new ArrayList<>();
    for (String name : new LinkedHashSet<>(names)) {
      chosen.add(named(name).orElseThrow(() -> unknown(name)));
    }
    return List.copyOf(chosen);
  }

  private Optional<Mutant> named(String name) {
    return mutants.stream().filter(mutant -> mutant.id().equals(name)).findFirst();
  }

  private UserException unknown(String name) {
    String near =
        mutants.stream()
            .map(Mutant::id)
            .sorted(
                Comparator.comparingInt((String id) -> distance(name, id)).thenComparing(id -> id))
            .limit(NEAR_NAMES)
            .collect(Collectors.joining(", "));
    return new UserException("unknown %s `%s`; near names are %s".formatted(noun, name, near));
  }

  /** How many letters differ, are missing or are too many (Levenshtein). */
  private static int distance(String one, String other) {
    int[] row = new int[other.length() + 1];
    for (int j = 0; j <= other.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= one.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= other.length(); j++) {
        int substituted = diagonal + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(substituted, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[other.length()];
  }
}
