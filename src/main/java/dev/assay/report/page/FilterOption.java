package dev.assay.report.page;

import dev.assay.contract.Level;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something to filter a list by.
 *
 * @param name what is chosen
 * @param symbol of it, if it has one
 * @param tone how it is coloured
 * @param count how many have it
 */
record FilterOption(String name, String symbol, String tone, long count) {

  /** All levels, of which these occur. */
  static List<FilterOption> levels(List<String> occurring) {
    return Stream.of(Level.values())
        .map(Level::word)
        .map(word -> new FilterOption(word, "", "", Collections.frequency(occurring, word)))
        .toList();
  }
}
