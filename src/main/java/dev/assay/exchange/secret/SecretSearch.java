package dev.assay.exchange.secret;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;

/**
 * Finds texts in other texts, and large pieces of them: a server that sends back what it was given
 * may have been given a credential without its last character, and may cut it in two itself. A
 * piece has at least half of the text and twelve characters, or lacks only one; one that could be a
 * name, because it has not both letters and digits, is left alone.
 *
 * <p>Long answers are searched at little cost: whatever is found covers one of the places, a few
 * characters apart, at which three characters are looked up.
 */
final class SecretSearch {

  private static final int LEAST_PIECE = 12;
  private static final int GRAM = 3;
  private static final int LEAST_BEGINNING = 4;

  private final List<Sought> all;
  private final BitSet grams = new BitSet(1 << 16);
  private final int step;

  /**
   * A text to be found.
   *
   * @param form at least three characters
   * @param name what it is called
   */
  record Sought(String form, String name) {

    /** How much of its beginning stands before that place. */
    int cutBefore(CharSequence text, int end) {
      for (int length = Math.min(form.length() - 1, end); length >= LEAST_BEGINNING; length--) {
        if (form.startsWith(text.subSequence(end - length, end).toString())) {
          return length;
        }
      }
      return 0;
    }

    int least() {
      int half = Math.max(LEAST_PIECE, form.length() / 2);
      return Math.min(half, Math.max(Redactor.SHORT, form.length() - 1));
    }
  }

  /**
   * A place where one was found.
   *
   * @param from where it begins
   * @param to where it is over
   * @param sought what it is, or is a piece of
   */
  record Found(int from, int to, Sought sought) {

    private int length() {
      return to - from;
    }

    private boolean counts(String text) {
      int whole = sought.form().length();
      return length() >= sought.least() && (length() >= whole - 1 || looksRandom(text));
    }

    private boolean looksRandom(String text) {
      String piece = text.substring(from, to);
      return piece.chars().anyMatch(Character::isDigit)
          && piece.chars().anyMatch(Character::isLetter);
    }
  }

  SecretSearch(List<Sought> all) {
    this.all = List.copyOf(all);
    this.step = all.stream().mapToInt(Sought::least).min().orElse(GRAM) - GRAM + 1;
    for (Sought sought : all) {
      for (int i = 0; i + GRAM <= sought.form().length(); i++) {
        grams.set(gram(sought.form(), i));
      }
    }
  }

  /** Everything found in that text, in order, without overlaps. */
  List<Found> in(String text) {
    List<Found> found = new ArrayList<>();
    int from = 0;
    for (int at = 0; !all.isEmpty() && at + GRAM <= text.length(); at += step) {
      if (grams.get(gram(text, at))) {
        Optional<Found> longest = longest(text, at, from);
        if (longest.isPresent()) {
          found.add(longest.get());
          from = longest.get().to();
          at = Math.max(at, from - step);
        }
      }
    }
    return found;
  }

  private Optional<Found> longest(String text, int at, int from) {
    Found longest = null;
    for (Sought sought : all) {
      String gram = text.substring(at, at + GRAM);
      for (int i = sought.form().indexOf(gram); i >= 0; i = sought.form().indexOf(gram, i + 1)) {
        Found found = around(text, at, from, sought, i);
        if (found.counts(text) && (longest == null || found.length() > longest.length())) {
          longest = found;
        }
      }
    }
    return Optional.ofNullable(longest);
  }

  /** As much as is the same on both sides of that place. */
  private static Found around(String text, int at, int from, Sought sought, int place) {
    String form = sought.form();
    int before = 0;
    while (at - before > from
        && place - before > 0
        && text.charAt(at - before - 1) == form.charAt(place - before - 1)) {
      before++;
    }
    int after = GRAM;
    while (at + after < text.length()
        && place + after < form.length()
        && text.charAt(at + after) == form.charAt(place + after)) {
      after++;
    }
    return new Found(at - before, at + after, sought);
  }

  private static int gram(String text, int at) {
    return (text.charAt(at) * 961 + text.charAt(at + 1) * 31 + text.charAt(at + 2)) & 0xFFFF;
  }
}
