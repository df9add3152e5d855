package dev.assay.exchange.secret;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;

/**
 * A text with placeholders in it.
 *
 * @param text as it is written
 * @param known whether there is a credential of that name; what has another is no placeholder
 */
record PlaceholderText(String text, Predicate<String> known) {

  /**
   * The text with a value in place of each.
   *
   * @param values by the names of credentials
   */
  String filledIn(UnaryOperator<String> values) {
    StringBuilder filled = new StringBuilder();
    int from = 0;
    for (Optional<Placeholder> next = next(0); next.isPresent(); next = next(from)) {
      Placeholder found = next.get();
      filled.append(text, from, found.from());
      from = found.to();
      from += found.fillIn(filled, values.apply(found.name()), text.substring(from));
    }
    return filled.append(text, from, text.length()).toString();
  }

  /**
   * The text with something else in place of each.
   *
   * @param others makes something of what is between them
   * @param placeholders makes something of each
   */
  String replaced(UnaryOperator<String> others, Function<Placeholder, String> placeholders) {
    StringBuilder replaced = new StringBuilder();
    int from = 0;
    for (Optional<Placeholder> next = next(0); next.isPresent(); next = next(from)) {
      Placeholder found = next.get();
      if (found.from() > from) {
        replaced.append(others.apply(text.substring(from, found.from())));
      }
      replaced.append(placeholders.apply(found));
      from = found.to();
    }
    if (from < text.length()) {
      replaced.append(others.apply(text.substring(from)));
    }
    return replaced.toString();
  }

  private Optional<Placeholder> next(int from) {
    Optional<Placeholder> next = Placeholder.in(text, from);
    while (next.isPresent() && !known.test(next.get().name())) {
      next = Placeholder.in(text, next.get().to());
    }
    return next;
  }
}
