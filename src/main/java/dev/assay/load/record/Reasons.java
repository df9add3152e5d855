package dev.assay.load.record;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * The words for failures, without credentials. Those that differ only in numbers, ids and times in
 * the text of the answer are one, in the words of the first. Any number of threads may ask.
 */
public final class Reasons {

  private static final String OTHER = "other reasons";
  private static final int MOST = 100;

  /** More texts with the same status say nothing new. */
  private static final int MOST_TEXTS = 4;

  private static final int SHOWN = 160;
  private static final int COMPARED = 400;
  private static final Pattern WITH_DIGIT = Pattern.compile("[\\p{L}_-]*\\d[\\p{L}\\d_.:+-]*");

  private final UnaryOperator<String> redactor;
  private final Map<String, String> known = new ConcurrentHashMap<>();
  private final Map<String, Integer> texts = new HashMap<>();

  /**
   * None yet.
   *
   * @param redactor replaces credentials
   */
  Reasons(UnaryOperator<String> redactor) {
    this.redactor = redactor;
  }

  /** The words for that one. */
  String of(Flaw flaw) {
    String key = key(flaw.what(), flaw.text());
    String words = known.get(key);
    return words == null ? first(key, flaw) : words;
  }

  private synchronized String first(String key, Flaw flaw) {
    if (known.size() >= MOST) {
      return OTHER;
    }
    if (texts.merge(flaw.what(), 1, Integer::sum) > MOST_TEXTS) {
      return flaw.what() + ", with other texts";
    }
    String text = cut(redactor.apply(flaw.text()));
    return known.computeIfAbsent(
        key, k -> redactor.apply(flaw.what()) + (text.isEmpty() ? "" : ": " + text));
  }

  private static String cut(String text) {
    if (text.length() <= SHOWN) {
      return text;
    }
    int end = Character.isHighSurrogate(text.charAt(SHOWN - 1)) ? SHOWN - 1 : SHOWN;
    return text.substring(0, end) + "…";
  }

  private static String key(String what, String text) {
    String compared = text.substring(0, Math.min(text.length(), COMPARED));
    return what + "\n" + WITH_DIGIT.matcher(compared).replaceAll("#");
  }

  /** Adds what another load generator has counted, in the words that are there already. */
  public static void add(Map<String, Long> counts, String words, long times) {
    String key = key(words);
    counts.merge(
        counts.keySet().stream().filter(each -> key(each).equals(key)).findFirst().orElse(words),
        times,
        Long::sum);
  }

  private static String key(String words) {
    int text = words.indexOf(": ");
    return text < 0 ? words : key(words.substring(0, text), words.substring(text));
  }
}
